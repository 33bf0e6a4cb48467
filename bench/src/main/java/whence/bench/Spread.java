package whence.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;

/// Several values of one quantity.
record Spread(int runs, double median, double min, double max) {
  /// Below this, a run does its work again and again and tells the mean.
  private static final long SHORTEST_RUN = 200_000_000;

  private static final long WARM = 1_500_000_000;

  /// What the work comes to lands here, so that the compiler cannot leave it out.
  @SuppressWarnings("unused")
  private static volatile long sink;

  static Spread of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted.length, median, sorted[0], sorted[sorted.length - 1]);
  }

  /// Seconds that `work` takes, after one and a half seconds of warming up (at least once).
  ///
  /// @param work gives some figure that depends on all it does
  static Spread seconds(int runs, LongSupplier work) {
    long sum = 0;
    long warm = System.nanoTime();
    do {
      sum += work.getAsLong();
    } while (System.nanoTime() - warm < WARM);
    Double[] seconds = new Double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      int times = 0;
      do {
        sum += work.getAsLong();
        times++;
      } while (System.nanoTime() - start < SHORTEST_RUN);
      seconds[run] = (System.nanoTime() - start) / 1e9 / times;
    }
    sink = sum;
    return of(Arrays.asList(seconds));
  }

  /// How many a second, where these are the seconds that `count` of them took.
  Spread rate(double count) {
    return map(seconds -> count / seconds);
  }

  /// @param by rising or falling throughout
  Spread map(DoubleUnaryOperator by) {
    double one = by.applyAsDouble(min);
    double other = by.applyAsDouble(max);
    return new Spread(runs, by.applyAsDouble(median), Math.min(one, other), Math.max(one, other));
  }
}
