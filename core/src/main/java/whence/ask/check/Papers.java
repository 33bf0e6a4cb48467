package whence.ask.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Link;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Statement;

/// The record, ready to be looked up sentence by sentence.
final class Papers {
  /// A sentence of the record.
  ///
  /// @param number in the order of the record
  /// @param keys of its words, and of the names of whoever says it
  record Unit(int number, Reading reading, Span place, List<Word> words, Set<String> keys) {
    String text() {
      return place.of(reading.text().characters());
    }

    // one number, one sentence: to compare all that its reading holds would take as long as that
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Unit unit && unit.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  /// @param share of what was looked for that stands there, the rarer counting more; 0 to 1
  record Match(Unit unit, double share) {}

  private final List<Reading> readings;
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, List<Integer>> byKey = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  /// By document: to hash a reading is to hash all that it holds.
  private final Map<Sha256, Letters> letters = new HashMap<>();

  /// @param readings in a canonical order
  Papers(List<Reading> readings) {
    this.readings = List.copyOf(readings);
    for (Reading reading : readings) {
      String text = reading.text().characters();
      Set<String> whose = keys(about(reading.document()));
      List<Statement> statements = reading.statements();
      for (Span place : Pieces.of(text)) {
        List<Word> words = Words.of(text, place);
        Set<String> keys = new LinkedHashSet<>();
        for (Word word : words) {
          written.add(Words.fold(word.written()));
          if (word.tells()) {
            keys.add(word.key());
          }
        }
        for (Statement statement : statements) {
          if (statement.extent().overlaps(place)) {
            keys.addAll(keys(names(statement)));
          }
        }
        keys.addAll(whose);
        Unit unit = new Unit(units.size(), reading, place, words, keys);
        units.add(unit);
        keys.forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(unit.number()));
      }
    }
  }

  private static Set<String> keys(String names) {
    return Words.of(names, new Span(0, names.length())).stream()
        .filter(Word::tells)
        .map(Word::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// How much of these words stands in any of `units`; 1 where there is nothing to look for.
  double share(List<Word> words, Iterable<Unit> units) {
    Set<String> there = new HashSet<>();
    units.forEach(unit -> there.addAll(unit.keys()));
    return share(words, there::contains);
  }

  private double share(List<Word> words, Predicate<String> isThere) {
    Set<String> sought = new LinkedHashSet<>();
    words.stream().filter(Word::tells).forEach(word -> sought.add(word.key()));
    double all = 0;
    double found = 0;
    for (String key : sought) {
      double weight = weight(key);
      all += weight;
      found += isThere.test(key) ? weight : 0;
    }
    return all == 0 ? 1 : found / all;
  }

  /// How much of `words` stands among `others`; 1 where there is nothing to look for.
  double shareAmong(List<Word> words, List<Word> others) {
    Set<String> there = new HashSet<>();
    others.forEach(word -> there.add(word.key()));
    return share(words, there::contains);
  }

  private static String about(Document document) {
    List<String> words = new ArrayList<>();
    add(words, document.author());
    add(words, document.publisher());
    return String.join(" ", words);
  }

  private static void add(List<String> words, @Nullable String name) {
    if (name != null) {
      words.add(name);
    }
  }

  /// The names of all who are said to say it.
  static String names(Statement statement) {
    List<String> names = new ArrayList<>();
    for (Link link : statement.chain()) {
      add(names, link.name());
      add(names, link.as());
    }
    return String.join(" ", names);
  }

  /// Whether a word stands anywhere on record, whatever its capitals.
  boolean holds(String word) {
    return written.contains(Words.fold(word));
  }

  /// How much of these words stands anywhere on record; 1 where there is nothing to look for.
  double shareAnywhere(List<Word> words) {
    return share(words, byKey::containsKey);
  }

  double weight(String key) {
    return Math.log(1 + (units.size() + 1.0) / (1 + byKey.getOrDefault(key, List.of()).size()));
  }

  /// The `top` sentences that have most of these words, best first.
  List<Match> like(List<Word> words, int top) {
    Set<String> sought =
        words.stream()
            .filter(Word::tells)
            .map(Word::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    // a figure that stands nowhere is one to be told, not one that leads elsewhere
    words.stream()
        .filter(word -> word.isValue() && !byKey.containsKey(word.key()))
        .forEach(word -> sought.remove(word.key()));
    double all = sought.stream().mapToDouble(this::weight).sum();
    Map<Integer, Double> found = new HashMap<>();
    for (String key : sought) {
      List<Integer> holders = byKey.getOrDefault(key, List.of());
      double weight = weight(key);
      holders.forEach(unit -> found.merge(unit, weight, Double::sum));
    }
    return found.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Double>>comparingDouble(each -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(top)
        .map(each -> new Match(units.get(each.getKey()), each.getValue() / all))
        .toList();
  }

  private static boolean isOf(Unit unit, Reading reading) {
    return unit.reading().document().sha256().equals(reading.document().sha256());
  }

  /// The sentence itself and so many before and behind it in its document.
  List<Unit> around(Unit unit, int many) {
    List<Unit> around = new ArrayList<>();
    for (int i = unit.number() - many; i <= unit.number() + many; i++) {
      if (i >= 0 && i < units.size() && isOf(units.get(i), unit.reading())) {
        around.add(units.get(i));
      }
    }
    return around;
  }

  /// Where a statement's words stand, null where there is no such statement.
  @Nullable Place statement(String id) {
    for (Reading reading : readings) {
      for (Statement statement : reading.statements()) {
        if (statement.id().equals(id)) {
          return new Place(reading, statement.extent());
        }
      }
    }
    return null;
  }

  /// The statements whose words reach into a place.
  static List<Statement> at(Reading reading, Span place) {
    return reading.statements().stream()
        .filter(statement ->
            statement.content().stream()
                .anyMatch(passage -> new Span(passage.start(), passage.end()).overlaps(place)))
        .toList();
  }

  static List<String> ids(Unit unit) {
    return at(unit.reading(), unit.place()).stream().map(Statement::id).toList();
  }

  /// Where these very letters stand in one of `readings`, whatever lies between them.
  @Nullable Place find(String words, List<Reading> readings) {
    String sought = Letters.of(words).letters();
    for (Reading reading : readings) {
      Span found =
          letters
              .computeIfAbsent(
                  reading.document().sha256(), _ -> Letters.of(reading.text().characters()))
              .find(sought);
      if (found != null) {
        return new Place(reading, found);
      }
    }
    return null;
  }

  /// All readings that hold these very letters, with the first place in each.
  List<Place> findAll(String words, List<Reading> readings) {
    List<Place> places = new ArrayList<>();
    for (Reading reading : readings) {
      Place place = find(words, List.of(reading));
      if (place != null) {
        places.add(place);
      }
    }
    return places;
  }

  /// A stretch of the record.
  record Place(Reading reading, Span span) {
    String text() {
      return span.of(reading.text().characters());
    }
  }
}
