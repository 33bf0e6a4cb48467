package whence.weigh.fuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts together what is told of the same thing in the same words.
final class Questions {
  /// Part of an attribute's values that must be numbers (or dates) for all to be read so.
  private static final double MOST = 0.8;

  /// Longer values are prose, which agrees as a whole or not at all.
  private static final int WORDS_OF_A_LIST = 40;

  private Questions() {}

  private enum Kind {
    NUMBER,
    DATE,
    TEXT
  }

  /// In the order of items and attributes.
  static List<Question> of(Collection<Told> told) {
    List<Told> sorted = told.stream().sorted(Told.ORDER).toList();
    Map<String, Kind> kinds = kinds(sorted);
    List<Question> questions = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= sorted.size(); end++) {
      if (end == sorted.size() || !sameQuestion(sorted.get(start), sorted.get(end))) {
        Told first = sorted.get(start);
        Kind kind = kinds.getOrDefault(first.attribute(), Kind.TEXT);
        questions.add(question(standing(sorted.subList(start, end)), kind));
        start = end;
      }
    }
    return questions;
  }

  private static boolean sameQuestion(Told one, Told other) {
    return one.item().equals(other.item()) && one.attribute().equals(other.attribute());
  }

  private static Map<String, Kind> kinds(List<Told> told) {
    Map<String, EnumMap<Kind, Integer>> counts = new TreeMap<>();
    for (Told each : told) {
      String plain = NormalForm.plain(each.value());
      Kind kind =
          NormalForm.number(plain).isPresent()
              ? Kind.NUMBER
              : NormalForm.date(plain).isPresent() ? Kind.DATE : Kind.TEXT;
      counts
          .computeIfAbsent(each.attribute(), _ -> new EnumMap<>(Kind.class))
          .merge(kind, 1, Integer::sum);
    }
    Map<String, Kind> kinds = new TreeMap<>();
    counts.forEach((attribute, count) -> {
      double most = MOST * count.values().stream().mapToInt(Integer::intValue).sum();
      for (Kind kind : List.of(Kind.NUMBER, Kind.DATE)) {
        if (count.getOrDefault(kind, 0) >= most) {
          kinds.put(attribute, kind);
        }
      }
    });
    return kinds;
  }

  /// What a source says later takes the place of what it said before.
  private static List<Told> standing(List<Told> told) {
    Map<String, String> latest = new TreeMap<>();
    for (Told each : told) {
      if (each.time() != null) {
        latest.merge(
            each.source(), each.time(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
      }
    }
    return told.stream()
        .filter(each -> {
          String last = latest.get(each.source());
          return last == null || last.equals(each.time());
        })
        .toList();
  }

  private static Question question(List<Told> told, Kind kind) {
    SortedMap<String, List<Told>> byWords = new TreeMap<>();
    Map<String, SortedSet<String>> words = new TreeMap<>();
    boolean list = kind == Kind.TEXT;
    SortedSet<String> tellers = new TreeSet<>();
    for (Told each : told) {
      SortedSet<String> its = words(each.value(), kind);
      list &= its.size() <= WORDS_OF_A_LIST;
      String key = String.join(" ", its);
      words.put(key, its);
      byWords.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
      tellers.add(each.source());
    }
    List<Option> options = new ArrayList<>();
    byWords.forEach(
        (key, same) -> options.add(option(words.getOrDefault(key, new TreeSet<>()), same)));
    Told first = told.getFirst();
    return new Question(first.item(), first.attribute(), list, options, tellers.size());
  }

  private static SortedSet<String> words(String value, Kind kind) {
    String plain = NormalForm.plain(value);
    Function<String, Optional<String>> read =
        switch (kind) {
          case NUMBER -> NormalForm::number;
          case DATE -> NormalForm::date;
          case TEXT -> _ -> Optional.empty();
        };
    return read.apply(plain)
        .<SortedSet<String>>map(word -> new TreeSet<>(List.of(word)))
        .orElseGet(() -> NormalForm.words(plain));
  }

  private static Option option(SortedSet<String> words, List<Told> told) {
    SortedMap<String, SortedSet<String>> spellings = new TreeMap<>();
    SortedSet<String> sources = new TreeSet<>();
    @Nullable String newest = null;
    for (Told each : told) {
      spellings.computeIfAbsent(each.value(), _ -> new TreeSet<>()).add(each.source());
      sources.add(each.source());
      if (each.time() != null && (newest == null || each.time().compareTo(newest) > 0)) {
        newest = each.time();
      }
    }
    String usual = spellings.firstKey();
    int most = 0;
    for (Map.Entry<String, SortedSet<String>> spelling : spellings.entrySet()) {
      boolean plainer = spelling.getKey().length() < usual.length();
      if (spelling.getValue().size() > most || (spelling.getValue().size() == most && plainer)) {
        most = spelling.getValue().size();
        usual = spelling.getKey();
      }
    }
    return new Option(words, usual, List.copyOf(sources), newest);
  }
}
