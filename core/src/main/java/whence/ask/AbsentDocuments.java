package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Reuse;
import whence.model.Sha256;

/// Tells which documents that texts refer to the case holds, and which it does not.
///
/// One is there if a document of the case goes by its mark. Where none does, what the citing text
/// says of it may fit one: words of it that follow and stand in that document, "this is the routing
/// slip", "a note from Dr Moor, dated 3 May 2031".
final class AbsentDocuments {
  /// "Is this the routing slip", "It is a note from Dr Moor".
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "(?i)\\b(?:is this|this is|it is|it's|that is|that's|which is|being)\\s"
              + "(?:the|an?|your|his|her|their|its|my|our)\\s([\\p{L}'’ -]{3,60})");

  private static final Pattern PHRASE_ENDS =
      Pattern.compile(
          "(?i)\\s(?:of|for|from|to|by|with|that|which|who|and|in|on|at|is|was|dated)\\b.*");

  private static final Pattern NAME =
      Pattern.compile("(?<=(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Lord)\\.?\\s)\\p{Lu}[\\p{L}'’-]{2,30}+");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final int SHORTEST_WORD = 3;

  private static final int MARK_BEFORE = 30;
  private static final int SHORTEST_QUOTE = 40;
  private static final int MOST_ALIKE = 20;

  private final List<Scanned> all;
  private final Map<String, List<Scanned>> byMark = new HashMap<>();
  private final Map<String, List<Scanned>> byWord = new HashMap<>();
  private final Map<String, List<Scanned>> byDay = new HashMap<>();
  private final Map<Sha256, List<Reuse>> reuse = new HashMap<>();
  private final Map<Sha256, Document> documents = new HashMap<>();

  /// Documents that were found to be what somebody cites, by path.
  private final SortedMap<String, List<Scanned.Citation>> identified =
      new TreeMap<>(CodePoints.ORDER);

  private final List<Gap> gaps = new ArrayList<>();

  AbsentDocuments(List<Scanned> all, Collection<Reuse> pairs) {
    this.all = all;
    for (Scanned each : all) {
      documents.put(each.document().sha256(), each.document());
      each.own().forEach(mark -> byMark.computeIfAbsent(mark, _ -> new ArrayList<>()).add(each));
      if (each.hearing() == 0) {
        each.head().forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(each));
        Set<String> days = new HashSet<>(each.days());
        String day = day(each.document());
        if (day != null) {
          days.add(day);
        }
        days.forEach(it -> byDay.computeIfAbsent(it, _ -> new ArrayList<>()).add(each));
      }
    }
    for (Reuse pair : pairs) {
      reuse.computeIfAbsent(pair.from(), _ -> new ArrayList<>()).add(pair);
      reuse.computeIfAbsent(pair.to(), _ -> new ArrayList<>()).add(pair);
    }
    cited();
    seen();
  }

  List<Gap> gaps() {
    return gaps;
  }

  /// By path of the document of the case: who cites it under a mark.
  SortedMap<String, List<Scanned.Citation>> identified() {
    return identified;
  }

  private static @Nullable String day(Document document) {
    String value = document.date() == null ? null : document.date().value();
    return value == null || value.length() < 10 ? null : value.substring(5, 10);
  }

  /// One gap for each mark; for "Annex B", one for each text that says it.
  private void cited() {
    SortedMap<String, List<Scanned.Citation>> byKey = new TreeMap<>(CodePoints.ORDER);
    for (Scanned each : all) {
      for (Scanned.Citation citation : each.citations()) {
        Exhibits.Reference reference = citation.reference();
        boolean part = reference.kind() == Exhibits.Kind.PART;
        byKey
            .computeIfAbsent(
                reference.key() + (part ? "\n" + each.document().sha256().hex() : ""),
                _ -> new ArrayList<>())
            .add(citation);
      }
    }
    byKey.forEach((key, citations) -> {
      Scanned.Citation first = citations.getFirst();
      List<Scanned> here =
          byMark.getOrDefault(first.reference().key(), List.of()).stream()
              .filter(each -> !each.document().path().equals(first.place().path()))
              .toList();
      if (!here.isEmpty()) {
        here.forEach(each ->
            identified
                .computeIfAbsent(each.document().path(), _ -> new ArrayList<>())
                .addAll(citations));
        return;
      }
      Optional<String> fits =
          citations.stream().map(this::fitting).flatMap(Optional::stream).findFirst();
      fits.ifPresent(
          path -> identified.computeIfAbsent(path, _ -> new ArrayList<>()).addAll(citations));
      gaps.add(
          gap(
              key,
              first.place().passage().text().replaceAll("\\s+", " ")
                  + ": cited "
                  + times(citations.size())
                  + ", and no document of the case goes by it"
                  + fits.map(path -> "; it may be " + path).orElse(""),
              citations.stream().map(Scanned.Citation::place).toList(),
              citations.stream().flatMap(each -> each.statements().stream()).toList(),
              fits.isPresent() || first.reference().kind() == Exhibits.Kind.PART));
    });
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
  }

  private static Gap gap(
      String key, String text, List<Gap.Place> places, List<String> statements, boolean suggested) {
    return new Gap(
        Gap.id(Gap.Kind.CITED_BUT_ABSENT, key),
        null,
        Gap.Kind.CITED_BUT_ABSENT,
        text,
        List.copyOf(new LinkedHashSet<>(statements)),
        null,
        places.stream().distinct().sorted().toList(),
        suggested);
  }

  /// A document that somebody is said to have seen, or that is told by its day. Whether the case
  /// holds it under another name nobody can tell from that, so that it is only suggested.
  private void seen() {
    SortedMap<String, List<Scanned.Mark>> byWords = new TreeMap<>(CodePoints.ORDER);
    for (Scanned each : all) {
      for (Scanned.Mark mark : each.seen()) {
        String words = Objects.requireNonNull(mark.detail()).toLowerCase(Locale.ROOT);
        List<Days.Day> days = Days.in(mark.place().passage().text());
        boolean here =
            days.isEmpty()
                ? byWord.getOrDefault(last(words), List.of()).stream()
                    .anyMatch(other -> !other.equals(each))
                : byDay.getOrDefault(days.getFirst().ofYear(), List.of()).stream()
                    .anyMatch(other -> !other.equals(each) && isOf(other, days.getFirst()));
        if (!here) {
          String day = days.isEmpty() ? "" : days.getFirst().ofYear();
          byWords
              .computeIfAbsent(
                  words + " " + day + "\n" + each.document().sha256().hex(), _ -> new ArrayList<>())
              .add(mark);
        }
      }
    }
    byWords.forEach((key, marks) ->
        gaps.add(
            gap(
                key,
                "“"
                    + marks.getFirst().place().passage().text().replaceAll("\\s+", " ")
                    + "”: no document of the case is called so",
                marks.stream().map(Scanned.Mark::place).toList(),
                marks.stream().flatMap(each -> each.statements().stream()).toList(),
                true)));
  }

  /// The year as far as both say it: of a letter's head the day alone is kept.
  private static boolean isOf(Scanned scan, Days.Day day) {
    return day.is(value(scan.document())) || scan.days().contains(day.ofYear());
  }

  private static @Nullable String value(Document document) {
    return document.date() == null ? null : document.date().value();
  }

  private static String last(String words) {
    String[] all = NO_WORD.split(words);
    return all.length == 0 ? words : all[all.length - 1];
  }

  /// The path of the one document that what is said of a cited one fits.
  private Optional<String> fitting(Scanned.Citation citation) {
    SortedSet<String> paths = new TreeSet<>(CodePoints.ORDER);
    quoted(citation, paths);
    if (paths.isEmpty()) {
      dated(citation, paths);
    }
    if (paths.isEmpty()) {
      described(citation, paths);
    }
    return paths.size() == 1 ? Optional.of(paths.first()) : Optional.empty();
  }

  /// What is read out of it behind the citation stands in that document.
  private void quoted(Scanned.Citation citation, Set<String> paths) {
    Sha256 citing = citation.place().document();
    int start = citation.place().passage().end();
    for (Reuse pair : reuse.getOrDefault(citing, List.of())) {
      boolean from = pair.from().equals(citing);
      Sha256 other = from ? pair.to() : pair.from();
      for (Reuse.Match match : pair.passages()) {
        int at = from ? match.fromStart() : match.toStart();
        int end = from ? match.fromEnd() : match.toEnd();
        Document document = documents.get(other);
        if (document != null
            && at >= start
            && at < start + citation.behind().length()
            && end - at >= SHORTEST_QUOTE
            && isReadOut(citation.behind(), at - start)) {
          paths.add(document.path());
        }
      }
    }
  }

  /// Words that are read out stand behind a quotation mark.
  private static boolean isReadOut(String behind, int at) {
    String before =
        behind.substring(Math.max(0, at - MARK_BEFORE), Math.min(behind.length(), at + 2));
    return before.indexOf('"') >= 0 || before.indexOf('“') >= 0;
  }

  private void dated(Scanned.Citation citation, Set<String> paths) {
    Set<String> words = new HashSet<>();
    for (String word : NO_WORD.split(citation.behind().toLowerCase(Locale.ROOT))) {
      words.add(word);
    }
    Set<String> names = new HashSet<>();
    Matcher capital = NAME.matcher(citation.behind());
    while (capital.find()) {
      names.add(capital.group().toLowerCase(Locale.ROOT));
    }
    for (Days.Day day : Days.in(citation.behind())) {
      for (Scanned each : byDay.getOrDefault(day.ofYear(), List.of())) {
        String author = each.document().author();
        boolean theirs =
            (author != null && !Namesakes.words(author).isEmpty())
                ? words.contains(Namesakes.words(author).getLast())
                : names.stream().anyMatch(each.head()::contains);
        if (theirs
            && isOf(each, day)
            && !each.document().sha256().equals(citation.place().document())) {
          paths.add(each.document().path());
        }
      }
    }
  }

  private void described(Scanned.Citation citation, Set<String> paths) {
    Matcher matcher = DESCRIBED.matcher(citation.behind());
    if (!matcher.find()) {
      return;
    }
    String phrase = PHRASE_ENDS.matcher(matcher.group(1).toLowerCase(Locale.ROOT)).replaceFirst("");
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(phrase)) {
      if (word.length() > SHORTEST_WORD) {
        words.add(word);
      }
    }
    if (words.size() < 2) {
      return;
    }
    List<Scanned> candidates = byWord.getOrDefault(words.getLast(), List.of());
    if (candidates.size() <= MOST_ALIKE) {
      candidates.stream()
          .filter(each -> each.head().containsAll(words))
          .filter(each -> !each.document().sha256().equals(citation.place().document()))
          .forEach(each -> paths.add(each.document().path()));
    }
  }
}
