package whence.app.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import whence.ask.Criticisms;
import whence.ask.Obstacles;
import whence.ask.Obstacles.Obstacle;

/// What stands in the way of publishing, kind by kind, and whom to write to.
///
/// @param numbers how many there are of each kind
/// @param obstacles some of them, of each kind
public record ReadyPage(
    Map<Obstacles.Kind, Integer> numbers,
    List<Obstacle> obstacles,
    List<Addressee> people,
    boolean known,
    boolean current) {
  private static final int SHOWN = 60;
  private static final int MOST_PEOPLE = 40;

  /// Somebody who may be criticised, and by how many claims.
  public record Addressee(String name, long claims) {}

  static ReadyPage of(Worked<Publishing> worked) {
    Publishing known = worked.value();
    Map<Obstacles.Kind, Integer> numbers = new EnumMap<>(Obstacles.Kind.class);
    if (known == null) {
      return new ReadyPage(numbers, List.of(), List.of(), false, false);
    }
    known.obstacles().forEach(each -> numbers.merge(each.kind(), 1, Integer::sum));
    return new ReadyPage(
        numbers,
        numbers.keySet().stream()
            .flatMap(
                kind -> known.obstacles().stream().filter(each -> each.kind() == kind).limit(SHOWN))
            .toList(),
        people(known.criticisms()),
        true,
        worked.current());
  }

  private static List<Addressee> people(Criticisms.Found found) {
    return found.by().entrySet().stream()
        .map(each ->
            new Addressee(
                each.getKey(), each.getValue().stream().filter(it -> !it.why().isEmpty()).count()))
        .filter(each -> each.claims() > 0)
        .sorted(
            Comparator.comparingLong((Addressee each) -> -each.claims())
                .thenComparing(Addressee::name))
        .limit(MOST_PEOPLE)
        .toList();
  }
}
