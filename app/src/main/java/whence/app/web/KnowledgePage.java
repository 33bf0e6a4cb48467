package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.app.report.Words;
import whence.ask.Telling;
import whence.ask.WhoKnew;
import whence.model.Fact;
import whence.model.Stance;

/// People against what they were told of: a page of rows and of columns.
///
/// @param person words that a name must hold, empty for any
/// @param claim the id of one matter, or words that it must hold; empty for any
/// @param rows one for each person who was told of any of the columns, of as many cells
/// @param people how many there are in all, and `matters` likewise
/// @param down the number of this page of those people, from 1; `across` that of matters
public record KnowledgePage(
    String person,
    String claim,
    List<WhoKnew.Matter> columns,
    List<Row> rows,
    int people,
    int matters,
    int down,
    int pagesDown,
    int across,
    int pagesAcross,
    boolean known,
    boolean current) {
  private static final int ROWS = 25;
  private static final int COLUMNS = 6;

  /// All that is told in the case.
  static final Study<WhoKnew> WHO_KNEW =
      (view, weighing, inquiry, _) -> WhoKnew.of(view, weighing, inquiry);

  /// @param cells null where nothing is on record
  public record Row(String person, List<@Nullable Shown> cells) {}

  /// A cell at a glance.
  ///
  /// @param facts one mark for each of the four facts, in their order
  /// @param when of the first telling, in words, empty where undated
  /// @param through of the first that says it
  /// @param later what they said of it afterwards: `denied it`, `said it` … ; empty for nothing
  public record Shown(
      WhoKnew.Cell cell, List<Mark> facts, String when, String through, String later) {}

  /// How the record has one fact.
  ///
  /// @param states of `stated`, `denied`, `asked`, `unknown`, `suggested`; empty for nothing
  public record Mark(Fact fact, Set<String> states) {
    public String classes() {
      return "fact " + word(fact) + " " + String.join(" ", states);
    }

    public String words() {
      return word(fact) + ": " + (states.isEmpty() ? "nothing" : String.join(", ", states));
    }
  }

  static KnowledgePage of(
      Worked<WhoKnew> worked, String person, String claim, int down, int across) {
    WhoKnew whole = worked.value();
    List<WhoKnew.Cell> cells = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Map<WhoKnew.Matter, Integer> byMatter = new HashMap<>();
    if (whole != null) {
      for (WhoKnew.Cell cell : whole.cells()) {
        if (holds(cell.person(), person) && isOf(cell.matter(), claim)) {
          cells.add(cell);
          told.add(cell.person());
          byMatter.merge(cell.matter(), weight(cell), Integer::sum);
        }
      }
    }
    List<WhoKnew.Matter> matters =
        byMatter.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<WhoKnew.Matter, Integer>, WhoKnew.Kind>comparing(
                        each -> each.getKey().kind())
                    .thenComparingInt(each -> -each.getValue())
                    .thenComparing(each -> each.getKey().id()))
            .map(Map.Entry::getKey)
            .toList();
    int pagesAcross = Math.max(1, Math.ceilDiv(matters.size(), COLUMNS));
    int atAcross = Math.clamp(across, 1, pagesAcross);
    List<WhoKnew.Matter> columns = page(matters, atAcross, COLUMNS);
    Map<String, Integer> byPerson = new HashMap<>();
    for (WhoKnew.Cell cell : cells) {
      if (columns.contains(cell.matter())) {
        byPerson.merge(cell.person(), weight(cell), Integer::sum);
      }
    }
    List<String> people =
        byPerson.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    int pagesDown = Math.max(1, Math.ceilDiv(people.size(), ROWS));
    int atDown = Math.clamp(down, 1, pagesDown);
    Map<List<String>, WhoKnew.Cell> byPlace = new HashMap<>();
    cells.forEach(cell -> byPlace.put(List.of(cell.person(), cell.matter().id()), cell));
    List<Row> rows = new ArrayList<>();
    for (String each : page(people, atDown, ROWS)) {
      List<@Nullable Shown> row = new ArrayList<>();
      for (WhoKnew.Matter matter : columns) {
        WhoKnew.Cell cell = byPlace.get(List.of(each, matter.id()));
        row.add(cell == null ? null : shown(cell));
      }
      rows.add(new Row(each, row));
    }
    return new KnowledgePage(
        person,
        claim,
        columns,
        rows,
        told.size(),
        matters.size(),
        atDown,
        pagesDown,
        atAcross,
        pagesAcross,
        whole != null,
        worked.current());
  }

  /// What is read weighs more than what is suggested.
  private static int weight(WhoKnew.Cell cell) {
    return 1 + 2 * (int) cell.tellings().stream().filter(it -> !it.suggested()).count();
  }

  private static <T> List<T> page(List<T> all, int number, int size) {
    return all.subList(
        Math.min(all.size(), (number - 1) * size), Math.min(all.size(), number * size));
  }

  private static boolean isOf(WhoKnew.Matter matter, String claim) {
    return claim.isEmpty() || matter.id().equals(claim) || holds(matter.text(), claim);
  }

  private static boolean holds(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  private static Shown shown(WhoKnew.Cell cell) {
    List<Mark> marks = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      marks.add(mark(fact, cell.tellings()));
    }
    Telling first = cell.tellings().getFirst();
    return new Shown(
        cell,
        marks,
        Words.date(first.when()),
        cell.tellings().stream()
            .map(Telling::through)
            .filter(through -> through != null)
            .findFirst()
            .orElse(""),
        cell.said().stream()
            .filter(WhoKnew.Said::later)
            .map(said -> past(said.stance()))
            .distinct()
            .reduce((one, other) -> one + ", " + other)
            .orElse(""));
  }

  /// What is read counts before what is inferred: of a fact that is stated somewhere a suggestion
  /// adds nothing.
  public static Mark mark(Fact fact, List<Telling> tellings) {
    Set<String> states = new TreeSet<>();
    for (Telling telling : tellings) {
      if (telling.fact() == fact && !telling.suggested()) {
        states.add(word(telling.certainty()));
      }
    }
    if (states.isEmpty()) {
      for (Telling telling : tellings) {
        if (telling.fact() == fact) {
          states.add("suggested");
          states.add(word(telling.certainty()));
        }
      }
    }
    return new Mark(fact, states);
  }

  private static String past(Stance stance) {
    return switch (stance) {
      case ASSERTS -> "said so";
      case DENIES -> "denied it";
      case DOUBTS -> "doubted it";
      case DECLINES -> "would not say";
      case SILENT -> "did not answer";
      case ASKS -> "asked about it";
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// A mark of the legend.
  public static Mark sample(String fact, String... states) {
    return new Mark(Fact.valueOf(fact.toUpperCase(Locale.ROOT)), new TreeSet<>(List.of(states)));
  }

  /// The address of another page of the grid.
  public String at(int otherDown, int otherAcross) {
    return Requested.address(
        "/knowledge",
        "person",
        person,
        "claim",
        claim,
        "down",
        String.valueOf(otherDown),
        "across",
        String.valueOf(otherAcross));
  }
}
