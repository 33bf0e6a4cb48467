package whence.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.weigh.position.Trees;
import whence.weigh.position.Trees.Node;

/// Gradient boosting of regression trees with second-order gains over binned values (Friedman 2001;
/// Chen and Guestrin, XGBoost, 2016; trees grown by the best leaf as in LightGBM, 2017).
///
/// @param rounds trees for each class
/// @param leaves at most, of each tree
/// @param rate what each tree's values are multiplied by
/// @param least examples in a leaf
/// @param measures part of the measures each tree may ask for
/// @param seed of what each tree is drawn with; the same seed makes the same trees
record Boosting(int rounds, int leaves, double rate, int least, double measures, long seed) {
  private static final int BINS = 48;
  private static final double RIDGE = 5;
  private static final double DRAWN = 0.8;
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  /// Values by bin: a value below `edges[k]` and not below `edges[k - 1]` is in bin `k`.
  private static final class Binned {
    final double[][] edges;
    final byte[][] bins;

    Binned(double[][] edges, byte[][] bins) {
      this.edges = edges;
      this.bins = bins;
    }

    static Binned of(double[][] rows) {
      int width = rows[0].length;
      double[][] edges = new double[width][];
      byte[][] bins = new byte[width][rows.length];
      for (int f = 0; f < width; f++) {
        int column = f;
        double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
        edges[f] =
            IntStream.range(1, BINS)
                .map(k -> (int) ((long) k * sorted.length / BINS))
                .filter(at -> at > 0)
                .mapToDouble(at -> edge(sorted, at))
                .distinct()
                .filter(edge -> edge > sorted[0])
                .toArray();
        for (int i = 0; i < rows.length; i++) {
          int at = Arrays.binarySearch(edges[f], rows[i][f]);
          bins[f][i] = (byte) (at >= 0 ? at + 1 : -at - 1);
        }
      }
      return new Binned(edges, bins);
    }

    /// Between the value at `at` and the next smaller one, in few digits.
    private static double edge(double[] sorted, int at) {
      int below = at;
      while (below > 0 && sorted[below] == sorted[at]) {
        below--;
      }
      double middle = (sorted[below] + sorted[at]) / 2;
      double rounded = round(middle);
      return rounded > sorted[below] && rounded <= sorted[at] ? rounded : sorted[at];
    }
  }

  private static double round(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /// The best question to ask in a leaf, null gain where there is none worth asking.
  private record Split(int measure, int bin, double gain) {
    static final Split NONE = new Split(-1, -1, 0);
  }

  /// A node while its tree grows: a leaf until it has branches.
  private static final class Growing {
    final int[] rows;
    final Split split;
    final double value;
    @Nullable Growing yes;
    @Nullable Growing no;

    Growing(int[] rows, Split split, double value) {
      this.rows = rows;
      this.split = split;
      this.value = value;
    }

    Node finished(double[][] edges) {
      return yes == null || no == null
          ? new Node.Leaf(value)
          : new Node.Ask(
              split.measure(),
              edges[split.measure()][split.bin()],
              yes.finished(edges),
              no.finished(edges));
    }
  }

  /// ln of the odds of `labels` being true.
  Trees binary(double[][] rows, boolean[] labels) {
    Random random = new Random(seed);
    Binned binned = Binned.of(rows);
    double[] sums = new double[rows.length];
    double[] gradients = new double[rows.length];
    double[] weights = new double[rows.length];
    List<Node> trees = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < rows.length; i++) {
        double chance = 1 / (1 + Math.exp(-sums[i]));
        gradients[i] = chance - (labels[i] ? 1 : 0);
        weights[i] = Math.max(1e-6, chance * (1 - chance));
      }
      trees.add(grow(binned, rows, gradients, weights, sums, random));
    }
    return new Trees(trees);
  }

  /// By class, what the softmax is taken of.
  List<Trees> softmax(double[][] rows, int[] labels, int classes) {
    Random random = new Random(seed);
    Binned binned = Binned.of(rows);
    double[][] sums = new double[classes][rows.length];
    double[][] chances = new double[classes][rows.length];
    double[] gradients = new double[rows.length];
    double[] weights = new double[rows.length];
    List<List<Node>> trees = new ArrayList<>();
    IntStream.range(0, classes).forEach(_ -> trees.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < rows.length; i++) {
        double all = 0;
        for (int c = 0; c < classes; c++) {
          chances[c][i] = Math.exp(sums[c][i]);
          all += chances[c][i];
        }
        for (int c = 0; c < classes; c++) {
          chances[c][i] /= all;
        }
      }
      for (int c = 0; c < classes; c++) {
        for (int i = 0; i < rows.length; i++) {
          gradients[i] = chances[c][i] - (labels[i] == c ? 1 : 0);
          weights[i] = Math.max(1e-6, 2 * chances[c][i] * (1 - chances[c][i]));
        }
        trees.get(c).add(grow(binned, rows, gradients, weights, sums[c], random));
      }
    }
    return trees.stream().map(Trees::new).toList();
  }

  private Node grow(
      Binned binned,
      double[][] rows,
      double[] gradients,
      double[] weights,
      double[] sums,
      Random random) {
    int[] drawn =
        IntStream.range(0, rows.length).filter(_ -> random.nextDouble() < DRAWN).toArray();
    int[] asked =
        IntStream.range(0, rows[0].length).filter(_ -> random.nextDouble() < measures).toArray();
    Node tree = new Task(binned, asked, gradients, weights).tree(drawn);
    for (int i = 0; i < rows.length; i++) {
      sums[i] += Trees.value(tree, rows[i]);
    }
    return tree;
  }

  /// What one tree is grown on.
  private final class Task {
    private final Binned binned;
    private final int[] asked;
    private final double[] gradients;
    private final double[] weights;

    Task(Binned binned, int[] asked, double[] gradients, double[] weights) {
      this.binned = binned;
      this.asked = asked;
      this.gradients = gradients;
      this.weights = weights;
    }

    /// Splits the leaf with the most to gain until there are enough leaves.
    Node tree(int[] rows) {
      Growing root = growing(rows);
      List<Growing> ends = new ArrayList<>(List.of(root));
      while (ends.size() < leaves) {
        Growing best = ends.getFirst();
        for (Growing end : ends) {
          if (end.split.gain() > best.split.gain()) {
            best = end;
          }
        }
        if (best.split.gain() <= 0) {
          break;
        }
        byte[] bins = binned.bins[best.split.measure()];
        int bin = best.split.bin();
        best.yes = growing(Arrays.stream(best.rows).filter(row -> bins[row] <= bin).toArray());
        best.no = growing(Arrays.stream(best.rows).filter(row -> bins[row] > bin).toArray());
        ends.remove(best);
        ends.add(best.yes);
        ends.add(best.no);
      }
      return root.finished(binned.edges);
    }

    private Growing growing(int[] rows) {
      double gradient = 0;
      double weight = 0;
      for (int row : rows) {
        gradient += gradients[row];
        weight += weights[row];
      }
      Split best = Split.NONE;
      double before = gradient * gradient / (weight + RIDGE);
      double[] gradientIn = new double[BINS];
      double[] weightIn = new double[BINS];
      int[] countIn = new int[BINS];
      for (int measure : asked) {
        Arrays.fill(gradientIn, 0);
        Arrays.fill(weightIn, 0);
        Arrays.fill(countIn, 0);
        byte[] bins = binned.bins[measure];
        for (int row : rows) {
          int bin = bins[row];
          gradientIn[bin] += gradients[row];
          weightIn[bin] += weights[row];
          countIn[bin]++;
        }
        double gradientYes = 0;
        double weightYes = 0;
        int countYes = 0;
        for (int bin = 0; bin < binned.edges[measure].length; bin++) {
          gradientYes += gradientIn[bin];
          weightYes += weightIn[bin];
          countYes += countIn[bin];
          if (countYes < least || rows.length - countYes < least) {
            continue;
          }
          double gradientNo = gradient - gradientYes;
          double gain =
              gradientYes * gradientYes / (weightYes + RIDGE)
                  + gradientNo * gradientNo / (weight - weightYes + RIDGE)
                  - before;
          if (gain > best.gain() + 1e-12) {
            best = new Split(measure, bin, gain);
          }
        }
      }
      return new Growing(rows, best, round(-rate * gradient / (weight + RIDGE)));
    }
  }
}
