package whence.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.bench.Said.Triple;
import whence.model.Span;

/// How well attributions found agree with those that people marked, document by document.
///
/// A role's spans count once each, however many attributions share one, and must be exact to the
/// character (what is published counts labels a token, with which an exact span is the same). A
/// whole attribution must have every span of every role right, linked together, less the
/// punctuation at their edges.
final class Agreement {
  private final List<List<Counts>> roles =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final List<Counts> triples = new ArrayList<>();
  private final List<Judged> judged = new ArrayList<>();

  /// An attribution found, and whether it is wholly right.
  record Judged(double score, boolean right) {}

  void add(String text, List<Said> there, List<Said> found) {
    for (int role = 0; role < roles.size(); role++) {
      roles.get(role).add(Counts.of(spans(found, role), spans(there, role)));
    }
    Set<Triple> marked = triples(text, there);
    triples.add(Counts.of(triples(text, found), marked));
    found.forEach(said -> judged.add(new Judged(said.score(), marked.contains(said.triple(text)))));
  }

  private static Set<Span> spans(List<Said> all, int role) {
    Set<Span> spans = new HashSet<>();
    all.forEach(said -> spans.addAll(said.spans(role)));
    return spans;
  }

  private static Set<Triple> triples(String text, List<Said> all) {
    Set<Triple> triples = new HashSet<>();
    all.forEach(said -> triples.add(said.triple(text)));
    return triples;
  }

  List<Judged> judged() {
    return List.copyOf(judged);
  }

  Counts role(int role) {
    return sum(roles.get(role));
  }

  Counts triple() {
    return sum(triples);
  }

  private static Counts sum(List<Counts> documents) {
    return documents.stream().reduce(Counts.NONE, Counts::plus);
  }

  void printRole(int role, Sheet sheet, long seed) {
    sheet.agreement(Said.ROLES.get(role) + ", exact", roles.get(role), seed);
  }

  void print(Sheet sheet, long seed) {
    for (int role = 0; role < roles.size(); role++) {
      printRole(role, sheet, seed);
    }
    sheet.agreement("source, cue and content, linked", triples, seed);
  }
}
