package whence.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The largest number of paths from a start to an end of which no two share a node, by augmenting
/// paths (Ford and Fulkerson, 1956) on the graph with every node split in two (Menger's theorem).
/// Graphs here have tens of nodes.
final class MaximumFlow {
  /// Nodes are `0 … nodes - 1`; node i's way in is 2i, its way out 2i + 1.
  private final int nodes;

  private final List<List<int[]>> edges = new ArrayList<>();
  private final int start;
  private final int end;

  private static final int TO = 0;
  private static final int LEFT = 1;
  private static final int BACK = 2;

  MaximumFlow(int nodes) {
    this.nodes = nodes;
    this.start = 2 * nodes;
    this.end = 2 * nodes + 1;
    for (int i = 0; i < 2 * nodes + 2; i++) {
      edges.add(new ArrayList<>());
    }
    for (int i = 0; i < nodes; i++) {
      join(2 * i, 2 * i + 1);
    }
  }

  void fromStart(int node) {
    join(start, 2 * node);
  }

  void toEnd(int node) {
    join(2 * node + 1, end);
  }

  void edge(int from, int to) {
    join(2 * from + 1, 2 * to);
  }

  private void join(int from, int to) {
    edges.get(from).add(new int[] {to, 1, edges.get(to).size()});
    edges.get(to).add(new int[] {from, 0, edges.get(from).size() - 1});
  }

  /// Call once.
  int solve() {
    int flow = 0;
    while (augment()) {
      flow++;
    }
    return flow;
  }

  /// Whether a path of the solution begins at `node`.
  boolean beginsAt(int node) {
    return edges.get(start).stream().anyMatch(edge -> edge[TO] == 2 * node && edge[LEFT] == 0);
  }

  private boolean augment() {
    int[] cameFrom = new int[2 * nodes + 2];
    int[] through = new int[2 * nodes + 2];
    Arrays.fill(cameFrom, -1);
    int[] queue = new int[2 * nodes + 2];
    int head = 0;
    int tail = 0;
    queue[tail++] = start;
    cameFrom[start] = start;
    while (head < tail && cameFrom[end] < 0) {
      int at = queue[head++];
      List<int[]> out = edges.get(at);
      for (int i = 0; i < out.size(); i++) {
        int[] edge = out.get(i);
        if (edge[LEFT] > 0 && cameFrom[edge[TO]] < 0) {
          cameFrom[edge[TO]] = at;
          through[edge[TO]] = i;
          queue[tail++] = edge[TO];
        }
      }
    }
    if (cameFrom[end] < 0) {
      return false;
    }
    for (int at = end; at != start; at = cameFrom[at]) {
      int[] edge = edges.get(cameFrom[at]).get(through[at]);
      edge[LEFT]--;
      edges.get(at).get(edge[BACK])[LEFT]++;
    }
    return true;
  }
}
