package whence.app.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.ask.Criticisms;
import whence.ask.Forecasts;
import whence.ask.Inquiry;
import whence.ask.Obstacles;
import whence.ask.Obstacles.Obstacle;
import whence.ask.Replies;
import whence.ask.Search;
import whence.guard.View;
import whence.model.Weighing;

/// What still stands in the way of publishing.
///
/// @param kind the only one shown, null for all
/// @param numbers how many there are of each kind
/// @param claims ids of claims among the evidence; the others are of statements
public record ReadyPage(
    Obstacles.@Nullable Kind kind,
    Map<Obstacles.Kind, Integer> numbers,
    Leaf<Obstacle> obstacles,
    Map<String, String> claims,
    boolean known,
    boolean current) {
  private static final int ON_A_PAGE = 50;

  /// @param today ISO 8601: what is pending and what overdue depends on it
  record Standing(String today) implements Study<List<Obstacle>> {
    @Override
    public List<Obstacle> of(
        View view, Weighing weighing, Inquiry inquiry, Supplier<Search> search) {
      return Obstacles.in(
          view,
          weighing,
          Criticisms.in(view, weighing, inquiry.people(), Map.of()),
          Forecasts.in(view),
          Replies.in(view, Optional.of(weighing)),
          today);
    }
  }

  static ReadyPage of(
      Snapshot at, Worked<List<Obstacle>> worked, Obstacles.@Nullable Kind kind, int number) {
    List<Obstacle> all = worked.value() == null ? List.of() : worked.value();
    Map<Obstacles.Kind, Integer> numbers = new EnumMap<>(Obstacles.Kind.class);
    for (Obstacles.Kind each : Obstacles.Kind.values()) {
      numbers.put(each, 0);
    }
    all.forEach(each -> numbers.merge(each.kind(), 1, Integer::sum));
    Leaf<Obstacle> shown =
        Leaf.of(
            all.stream().filter(each -> kind == null || each.kind() == kind).toList(),
            number,
            ON_A_PAGE);
    Map<String, String> claims = new HashMap<>();
    shown.shown().stream()
        .flatMap(each -> each.evidence().stream())
        .forEach(id -> at.claim(id).ifPresent(claim -> claims.put(id, claim.text())));
    return new ReadyPage(kind, numbers, shown, claims, worked.value() != null, worked.current());
  }
}
