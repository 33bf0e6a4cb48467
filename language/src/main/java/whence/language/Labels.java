package whence.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A BIO label set in the model's order, with the best path through a window under its constraints.
final class Labels {
  private final List<String> names;
  private final double[][] transitions;
  private final double[] opening;

  /// @param names `O`, then `B-X` and `I-X` for each kind
  /// @param transitions what going from one label (row) to the next adds to a path's score; `-∞`
  ///   where BIO forbids it
  /// @param opening what beginning with a label adds
  private Labels(List<String> names, double[][] transitions, double[] opening) {
    this.names = names;
    this.transitions = transitions;
    this.opening = opening;
  }

  List<String> names() {
    return names;
  }

  /// A run of tokens of one kind.
  ///
  /// @param first token
  /// @param past one after the last token
  /// @param score the mean probability of its labels, 0 to 1
  record Run(String kind, int first, int past, double score) {
    static final Comparator<Run> ORDER = Comparator.comparingInt(Run::first);
  }

  /// The label set with only BIO's own constraints: `I-X` follows `B-X` or `I-X`.
  static Labels unweighted(List<String> names) {
    int n = names.size();
    return weighted(names, new double[n][n], new double[n]);
  }

  static Labels weighted(List<String> names, double[][] weights, double[] openingWeights) {
    int n = names.size();
    double[][] transitions = new double[n][n];
    double[] opening = new double[n];
    for (int to = 0; to < n; to++) {
      boolean inside = names.get(to).startsWith("I-");
      opening[to] = inside ? Double.NEGATIVE_INFINITY : openingWeights[to];
      for (int from = 0; from < n; from++) {
        boolean allowed = !inside || kind(names.get(from)).equals(kind(names.get(to)));
        transitions[from][to] = allowed ? weights[from][to] : Double.NEGATIVE_INFINITY;
      }
    }
    return new Labels(List.copyOf(names), transitions, opening);
  }

  private static String kind(String label) {
    return label.length() > 2 ? label.substring(2) : "";
  }

  /// @param scores log probabilities, a row a token
  List<Run> runs(double[][] scores) {
    int[] path = bestPath(scores);
    List<Run> runs = new ArrayList<>();
    int first = 0;
    while (first < path.length) {
      if (path[first] == 0) {
        first++;
        continue;
      }
      int past = first + 1;
      double sum = Math.exp(scores[first][path[first]]);
      while (past < path.length && names.get(path[past]).startsWith("I-")) {
        sum += Math.exp(scores[past][path[past]]);
        past++;
      }
      String label = names.get(path[first]);
      runs.add(new Run(kind(label), first, past, sum / (past - first)));
      first = past;
    }
    return runs;
  }

  private int[] bestPath(double[][] scores) {
    int length = scores.length;
    int n = names.size();
    int[][] cameFrom = new int[length][n];
    double[] best = new double[n];
    for (int to = 0; to < n; to++) {
      best[to] = opening[to] + scores[0][to];
    }
    for (int token = 1; token < length; token++) {
      double[] next = new double[n];
      for (int to = 0; to < n; to++) {
        int from = 0;
        for (int candidate = 1; candidate < n; candidate++) {
          if (best[candidate] + transitions[candidate][to] > best[from] + transitions[from][to]) {
            from = candidate;
          }
        }
        next[to] = best[from] + transitions[from][to] + scores[token][to];
        cameFrom[token][to] = from;
      }
      best = next;
    }
    int[] path = new int[length];
    for (int label = 1; label < n; label++) {
      if (best[label] > best[path[length - 1]]) {
        path[length - 1] = label;
      }
    }
    for (int token = length - 1; token > 0; token--) {
      path[token - 1] = cameFrom[token][path[token]];
    }
    return path;
  }

  /// Logits to log probabilities, row by row.
  static double[] logSoftmax(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    double[] scores = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      scores[i] = logits[i] - max - Math.log(sum);
    }
    return scores;
  }
}
