package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import whence.guard.Decision;
import whence.guard.View;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;

/// What pages look up about statements without opening their documents.
///
/// @param documents that it was made from
/// @param decisions how many stood in the journal then
/// @param byDocument what each document holds
/// @param leastSure the statements that nobody has reviewed, least sure first
/// @param documentOf where a statement stands, by its id
public record Lookups(
    List<Document> documents,
    int decisions,
    Map<Sha256, Held> byDocument,
    Map<String, Sha256> documentOf,
    List<Unreviewed> leastSure) {
  private static final Comparator<Unreviewed> LEAST_SURE =
      Comparator.comparingDouble(Unreviewed::score).thenComparing(Unreviewed::statement);

  /// A statement that nobody has reviewed.
  ///
  /// @param score how sure the reader is of it
  public record Unreviewed(String statement, double score, Sha256 document) {}

  /// What one document holds.
  ///
  /// @param sources the ids of its statements by whoever is nearest to what is said
  public record Held(
      Tally tally,
      List<String> statements,
      List<Unreviewed> unreviewed,
      Map<String, List<String>> sources) {}

  /// @param before an earlier one: what nobody touched since is taken from it
  static Lookups of(View view, @Nullable Lookups before) {
    Map<Sha256, Held> byDocument = new HashMap<>();
    if (before != null) {
      Set<Sha256> touched = touched(view.decisions(), before.decisions);
      Map<Sha256, Document> known = new HashMap<>();
      before.documents.forEach(document -> known.put(document.sha256(), document));
      for (Document document : view.documents()) {
        Held held = before.byDocument.get(document.sha256());
        if (held != null
            && document.equals(known.get(document.sha256()))
            && !touched.contains(document.sha256())) {
          byDocument.put(document.sha256(), held);
        }
      }
    }
    Map<Sha256, Held> fresh = new ConcurrentHashMap<>();
    view.documents().parallelStream()
        .map(Document::sha256)
        .filter(document -> !byDocument.containsKey(document))
        .forEach(document ->
            view.unconsulted(document)
                .ifPresent(reading -> fresh.put(document, held(view, reading))));
    Map<String, Sha256> documentOf =
        before != null && keepsStatements(before, byDocument, fresh)
            ? before.documentOf
            : documentOf(byDocument, fresh);
    List<Unreviewed> leastSure = new ArrayList<>();
    if (before != null) {
      for (Unreviewed each : before.leastSure) {
        if (byDocument.containsKey(each.document())) {
          leastSure.add(each);
        }
      }
    } else {
      byDocument.values().forEach(held -> leastSure.addAll(held.unreviewed()));
    }
    fresh.values().forEach(held -> leastSure.addAll(held.unreviewed()));
    // Mostly in order already, which costs the sorting little.
    leastSure.sort(LEAST_SURE);
    byDocument.putAll(fresh);
    return new Lookups(
        view.documents(), view.decisions().size(), byDocument, documentOf, leastSure);
  }

  /// Whether the same statements stand in the same documents.
  private static boolean keepsStatements(
      Lookups before, Map<Sha256, Held> kept, Map<Sha256, Held> fresh) {
    return kept.size() + fresh.size() == before.byDocument.size()
        && fresh.entrySet().stream()
            .allMatch(each -> {
              Held held = before.byDocument.get(each.getKey());
              return held != null && held.statements().equals(each.getValue().statements());
            });
  }

  private static Map<String, Sha256> documentOf(Map<Sha256, Held> kept, Map<Sha256, Held> fresh) {
    Map<String, Sha256> documentOf = new HashMap<>();
    for (Map<Sha256, Held> some : List.of(kept, fresh)) {
      some.forEach((document, held) ->
          held.statements().forEach(statement -> documentOf.put(statement, document)));
    }
    return documentOf;
  }

  /// Documents that decisions from number `from` on are about.
  private static Set<Sha256> touched(List<Decision> decisions, int from) {
    Set<Sha256> touched = new HashSet<>();
    for (int i = from; i < decisions.size(); i++) {
      touch(decisions.get(i).entry(), decisions, touched);
    }
    return touched;
  }

  private static void touch(Entry.Decided entry, List<Decision> decisions, Set<Sha256> touched) {
    switch (entry) {
      case Entry.Undone undone ->
          decisions.stream()
              .filter(each -> each.number() == undone.number())
              .findFirst()
              .ifPresent(each -> touch(each.entry(), decisions, touched));
      case Entry.Added added -> touched.add(added.content().document());
      default -> entry.about().forEach(held -> touched.add(held.anchor().document()));
    }
  }

  private static Held held(View view, Reading reading) {
    int attributed = 0;
    List<String> statements = new ArrayList<>();
    List<Unreviewed> unreviewed = new ArrayList<>();
    Sha256 document = reading.document().sha256();
    Map<String, List<String>> sources = new HashMap<>();
    for (Statement statement : reading.statements()) {
      statements.add(statement.id());
      String name = statement.innermost().name();
      if (name != null && statement.kind() == Statement.Kind.ATTRIBUTED) {
        sources.computeIfAbsent(name, _ -> new ArrayList<>()).add(statement.id());
      }
      attributed += statement.kind() == Statement.Kind.ATTRIBUTED ? 1 : 0;
      if (view.review(statement).state() == Review.State.UNREVIEWED) {
        unreviewed.add(new Unreviewed(statement.id(), statement.score(), document));
      }
    }
    return new Held(
        new Tally(statements.size(), attributed, statements.size() - unreviewed.size()),
        List.copyOf(statements),
        List.copyOf(unreviewed),
        sources);
  }

  /// How many statements each source is nearest to, by its name as documents have it.
  Map<String, Integer> sources() {
    Map<String, Integer> sources = new HashMap<>();
    for (Held held : byDocument.values()) {
      held.sources().forEach((name, ids) -> sources.merge(name, ids.size(), Integer::sum));
    }
    return sources;
  }

  /// The statements that a source is nearest to, by id, document by document.
  List<String> by(String source) {
    return documents.stream()
        .map(document -> byDocument.get(document.sha256()))
        .filter(Objects::nonNull)
        .flatMap(held -> held.sources().getOrDefault(source, List.of()).stream())
        .toList();
  }
}
