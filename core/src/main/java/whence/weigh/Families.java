package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.model.CodePoints;
import whence.model.Family;
import whence.model.Reuse;
import whence.model.Sha256;

/// Documents tied by copies and partial copies.
final class Families {
  private Families() {}

  /// By path of their origins; members by path.
  ///
  /// @param wordings in order of path
  static List<Family> of(List<Wording> wordings, List<Reuse> reuse) {
    Map<Sha256, Integer> numbers = new HashMap<>();
    for (int i = 0; i < wordings.size(); i++) {
      numbers.put(wordings.get(i).document.sha256(), i);
    }
    Groups groups = new Groups(wordings.size());
    int[] taken = new int[wordings.size()];
    int[] given = new int[wordings.size()];
    for (Reuse pair : reuse) {
      if (pair.kind() == Reuse.Kind.QUOTATION) {
        continue;
      }
      int from = numbers.getOrDefault(pair.from(), 0);
      int to = numbers.getOrDefault(pair.to(), 0);
      groups.join(from, to);
      int surely = pair.direction() == Reuse.Direction.KNOWN ? wordings.size() : 1;
      if (pair.direction() != Reuse.Direction.UNKNOWN) {
        taken[to] += surely;
        given[from] += surely;
      }
    }
    Map<Integer, List<Integer>> members = new HashMap<>();
    for (int i = 0; i < wordings.size(); i++) {
      members.computeIfAbsent(groups.of(i), _ -> new ArrayList<>()).add(i);
    }
    Comparator<Integer> originFirst =
        Comparator.<Integer>comparingInt(i -> taken[i])
            .thenComparingInt(i -> -given[i])
            .thenComparing((left, right) ->
                -Direction.compareDates(wordings.get(left).date(), wordings.get(right).date()))
            .thenComparingInt(i -> i);
    return members.values().stream()
        .filter(family -> family.size() > 1)
        .map(family ->
            new Family(
                wordings.get(family.stream().min(originFirst).orElseThrow()).document.sha256(),
                family.stream().map(i -> wordings.get(i).document.sha256()).toList()))
        .sorted(
            Comparator.comparing(
                family -> wordings.get(numbers.getOrDefault(family.origin(), 0)).document.path(),
                CodePoints.ORDER))
        .toList();
  }
}
