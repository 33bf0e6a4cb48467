package whence.weigh.fuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Weighs values of which only one can be right.
///
/// After X. L. Dong, L. Berti-Équille, D. Srivastava, "Integrating conflicting data: the role of
/// source dependence", PVLDB 2 (2009): a source's vote weighs as the log-odds of its reliability,
/// which is how far its values are believed, in turn. Independent mistakes seldom meet, so a source
/// whose wrong values others give too repeats them: beside another source for the same value, its
/// vote counts for so much less. Unlike there, repeating is found for each source and not for each
/// pair, of which few share enough; and a source seen little is taken for one of its kind, named or
/// unnamed.
final class Rivals {
  /// How many values an item might have had: mistakes are spread over so many.
  private static final double VALUES = 5;

  private static final double NAMED = 0.7;
  private static final double UNNAMED = 0.4;
  private static final double ECHO = 0.3;

  /// Values one source must have been seen with to count as much as its kind.
  private static final double SEEN = 3;

  private static final double ECHO_SEEN = 2;

  /// Of a whole kind.
  private static final double KIND_SEEN = 10;

  private static final double LEAST = 0.02;
  private static final int ROUNDS = 40;

  private final List<int[][]> tellers = new ArrayList<>();
  private final Sources sources;
  private final double[] right;
  private final double[] echo;

  private Rivals(List<Question> questions) {
    sources = new Sources(questions);
    for (Question question : questions) {
      tellers.add(question.options().stream().map(sources::of).toArray(int[][]::new));
    }
    right = new double[sources.count()];
    echo = new double[sources.count()];
    Arrays.setAll(right, source -> sources.unnamed(source) ? UNNAMED : NAMED);
    Arrays.fill(echo, ECHO);
  }

  static Beliefs weigh(List<Question> questions) {
    Rivals rivals = new Rivals(questions);
    // Where all agree there is nothing to tell sources apart by.
    List<int[][]> disputed = rivals.tellers.stream().filter(options -> options.length > 1).toList();
    for (int round = 1; round < ROUNDS; round++) {
      rivals.learn(disputed);
    }
    List<double[]> shares = rivals.tellers.stream().map(rivals::shares).toList();
    return new Beliefs(shares, rivals.means(rivals.right), rivals.means(rivals.echo));
  }

  private double[] shares(int[][] options) {
    double[] support = Arrays.stream(options).mapToDouble(this::support).toArray();
    double most = Math.max(0, Arrays.stream(support).max().orElse(0));
    double unseen = Math.max(1, VALUES - options.length) * StrictMath.exp(-most);
    double[] shares = Arrays.stream(support).map(each -> StrictMath.exp(each - most)).toArray();
    double sum = Arrays.stream(shares).sum() + unseen;
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  /// The log-odds of one value: of its sources, the one that repeats least counts in full.
  private double support(int[] tellers) {
    int first =
        Arrays.stream(tellers)
            .boxed()
            .min(
                Comparator.comparingDouble((Integer source) -> echo[source])
                    .thenComparingDouble(source -> -right[source])
                    .thenComparing(source -> source))
            .orElseThrow();
    double support = 0;
    for (int source : tellers) {
      double odds = right[source] / (1 - right[source]);
      support += StrictMath.log(VALUES * odds) * (source == first ? 1 : 1 - echo[source]);
    }
    return support;
  }

  private void learn(List<int[][]> disputed) {
    double[] believed = new double[right.length];
    double[] seen = new double[right.length];
    double[] alone = new double[right.length];
    double[] together = new double[right.length];
    for (int[][] options : disputed) {
      double[] shares = shares(options);
      for (int option = 0; option < options.length; option++) {
        double[] wrong = options[option].length > 1 ? together : alone;
        for (int source : options[option]) {
          believed[source] += shares[option];
          seen[source]++;
          wrong[source] += 1 - shares[option];
        }
      }
    }
    for (boolean unnamed : new boolean[] {false, true}) {
      double kindRight =
          (sum(believed, unnamed) + KIND_SEEN / 2) / (sum(seen, unnamed) + KIND_SEEN);
      double kindEcho =
          (sum(together, unnamed) + 1) / (sum(together, unnamed) + sum(alone, unnamed) + 4);
      for (int source = 0; source < right.length; source++) {
        if (sources.unnamed(source) == unnamed) {
          double value = (believed[source] + SEEN * kindRight) / (seen[source] + SEEN);
          right[source] = Math.clamp(value, LEAST, 1 - LEAST);
          echo[source] =
              (together[source] + ECHO_SEEN * kindEcho)
                  / (together[source] + alone[source] + ECHO_SEEN);
        }
      }
    }
  }

  private double sum(double[] values, boolean unnamed) {
    double sum = 0;
    for (int source = 0; source < values.length; source++) {
      sum += sources.unnamed(source) == unnamed ? values[source] : 0;
    }
    return sum;
  }

  private List<double[]> means(double[] ofSources) {
    return tellers.stream()
        .map(options ->
            Arrays.stream(options)
                .mapToDouble(option ->
                    Arrays.stream(option)
                        .mapToDouble(source -> ofSources[source])
                        .average()
                        .orElse(0))
                .toArray())
        .toList();
  }
}
