package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.model.CodePoints;

/// How many ways of one claim share nothing. A way is a list of keys, from its innermost source to
/// the text it stands in, which is its last.
final class Flow {
  private final int value;
  private final Set<String> begins = new HashSet<>();
  private final Set<String> roots;

  /// @param told who has it from whom, as far as it is known beside the ways
  Flow(List<List<String>> ways, Map<String, Set<String>> told) {
    SortedMap<String, Integer> numbers = new TreeMap<>(CodePoints.ORDER);
    SortedSet<String> innermost = new TreeSet<>(CodePoints.ORDER);
    Set<String> texts = new HashSet<>();
    for (List<String> way : ways) {
      innermost.add(way.getFirst());
      texts.add(way.getLast());
      way.forEach(key -> numbers.put(key, 0));
    }
    int next = 0;
    for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
      entry.setValue(next++);
    }
    Set<Edge> edges = edges(ways, told, numbers.keySet());
    MaximumFlow graph = new MaximumFlow(numbers.size());
    this.roots = roots(innermost, edges);
    roots.forEach(key -> graph.fromStart(number(numbers, key)));
    edges.forEach(edge -> graph.edge(number(numbers, edge.from), number(numbers, edge.to)));
    numbers.forEach((key, number) -> {
      if (texts.contains(key)) {
        graph.toEnd(number);
      }
    });
    this.value = graph.solve();
    numbers.forEach((key, number) -> {
      if (graph.beginsAt(number)) {
        begins.add(key);
      }
    });
  }

  int value() {
    return value;
  }

  /// Whether one of the ways counted begins at `key`.
  boolean begins(String key) {
    return begins.contains(key);
  }

  /// Whether `key` has it from nobody.
  boolean isRoot(String key) {
    return roots.contains(key);
  }

  private record Edge(String from, String to) {}

  /// In the order of their keys, so that the ways found do not depend on the order of tellings.
  private static Set<Edge> edges(
      List<List<String>> ways, Map<String, Set<String>> told, Set<String> keys) {
    Set<Edge> edges = new HashSet<>();
    for (List<String> way : ways) {
      for (int k = 0; k + 1 < way.size(); k++) {
        edges.add(new Edge(way.get(k), way.get(k + 1)));
      }
    }
    told.forEach((to, froms) -> {
      for (String from : froms) {
        if (!from.equals(to) && keys.contains(from) && keys.contains(to)) {
          edges.add(new Edge(from, to));
        }
      }
    });
    List<Edge> sorted = new ArrayList<>(edges);
    sorted.sort(
        Comparator.comparing(Edge::from, CodePoints.ORDER)
            .thenComparing(Edge::to, CodePoints.ORDER));
    return new LinkedHashSet<>(sorted);
  }

  private static int number(Map<String, Integer> numbers, String key) {
    return Objects.requireNonNull(numbers.get(key));
  }

  /// Innermost sources that have it from nobody; where sources have it from each other in a ring,
  /// its first by name.
  private static Set<String> roots(SortedSet<String> innermost, Set<Edge> edges) {
    Map<String, Set<String>> from = new TreeMap<>(CodePoints.ORDER);
    edges.forEach(edge -> from.computeIfAbsent(edge.to, _ -> new HashSet<>()).add(edge.from));
    Set<String> found = new LinkedHashSet<>();
    for (String key : innermost) {
      if (!from.containsKey(key)) {
        found.add(key);
      }
    }
    for (String key : innermost) {
      if (!leads(found, key, from)) {
        found.add(key);
      }
    }
    return found;
  }

  /// Whether `key` has it from one of `roots`, directly or through others, or is one.
  private static boolean leads(Set<String> roots, String key, Map<String, Set<String>> from) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(key));
    while (!open.isEmpty()) {
      String at = open.removeLast();
      if (roots.contains(at)) {
        return true;
      }
      if (seen.add(at)) {
        open.addAll(from.getOrDefault(at, Set.of()));
      }
    }
    return false;
  }
}
