package whence.weigh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.model.Judgements;

/// Which statements people keep apart: each parting has two sides, and what is on the one never
/// joins what is on the other.
final class Sides {
  /// A side's number by statement; the other side of a parting is that number with the last bit
  /// turned.
  private final Map<String, List<Integer>> sides = new HashMap<>();

  Sides(List<Judgements.Apart> apart) {
    for (int i = 0; i < apart.size(); i++) {
      for (String statement : apart.get(i).these()) {
        sides.computeIfAbsent(statement, _ -> new ArrayList<>()).add(2 * i);
      }
      for (String statement : apart.get(i).those()) {
        sides.computeIfAbsent(statement, _ -> new ArrayList<>()).add(2 * i + 1);
      }
    }
  }

  List<Integer> of(String statement) {
    return sides.getOrDefault(statement, List.of());
  }

  Set<Integer> of(List<Weighed> statements) {
    Set<Integer> all = new TreeSet<>();
    if (!sides.isEmpty()) {
      statements.forEach(weighed -> all.addAll(of(weighed.told().id())));
    }
    return all;
  }

  /// Whether one is on a side whose other side the other is on.
  static boolean oppose(Set<Integer> one, Set<Integer> other) {
    return one.stream().anyMatch(side -> other.contains(side ^ 1));
  }
}
