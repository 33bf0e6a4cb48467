package whence.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.app.print.RecallLines.OfClaim;
import whence.app.print.RecallLines.Recall;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.guard.View;
import whence.model.Entry;
import whence.model.Weighing;
import whence.model.WhenceException;

/// What would change if a source were withdrawn.
///
/// @param source empty where none was named
/// @param withdrawn those that are, with who said so
/// @param often sources that most is said by
/// @param recall null where it is not worked out, or there is no source
/// @param refused why it cannot be told, empty where it can
public record WithdrawPage(
    String source,
    List<Withdrawn> withdrawn,
    List<String> often,
    @Nullable Recall recall,
    Leaf<OfClaim> claims,
    String refused,
    boolean current) {
  private static final int ON_A_PAGE = 60;
  private static final int OFTEN = 40;

  /// @param number of the decision
  public record Withdrawn(long number, String source, String by, @Nullable String why) {}

  record Told(@Nullable Recall recall, String refused) {}

  /// A source that somebody thinks of withdrawing.
  record Supposed(Desk desk, String source) implements Study<Told> {
    @Override
    public Told of(View view, Weighing weighing, Inquiry inquiry, Supplier<Search> search) {
      try {
        return new Told(desk.recall(source), "");
      } catch (WhenceException e) {
        return new Told(null, Objects.requireNonNullElse(e.getMessage(), "it cannot be told"));
      }
    }
  }

  /// Whether the source is withdrawn already.
  public boolean isWithdrawn() {
    return isIn(withdrawn, source);
  }

  static boolean isIn(List<Withdrawn> withdrawn, String source) {
    return withdrawn.stream().anyMatch(each -> each.source().equalsIgnoreCase(source));
  }

  static List<Withdrawn> withdrawn(View view) {
    return view.standing(Entry.Withdrawn.class).stream()
        .map(it ->
            new Withdrawn(it.number(), it.entry().source(), it.entry().by(), it.entry().why()))
        .toList();
  }

  static WithdrawPage of(Snapshot at, String source, Worked<Told> worked, int number) {
    Told told = worked.value();
    Recall recall = told == null ? null : told.recall();
    return new WithdrawPage(
        source,
        withdrawn(at.view()),
        often(at),
        recall,
        Leaf.of(recall == null ? List.of() : recall.claims(), number, ON_A_PAGE),
        told == null ? "" : told.refused(),
        worked.current());
  }

  private static List<String> often(Snapshot at) {
    return at.lookups().sources().entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(OFTEN)
        .map(Map.Entry::getKey)
        .toList();
  }
}
