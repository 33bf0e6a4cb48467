package whence.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// How far a figure would swing had other documents been drawn: the percentile bootstrap over
/// documents (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3).
///
/// @param low 2.5th percentile
/// @param high 97.5th percentile
record Bootstrap(double low, double high) {
  static final int RESAMPLES = 1_000;

  /// Of F1 over all documents' counts together.
  static Bootstrap f1(List<Counts> documents, long seed) {
    return of(documents, seed, drawn -> drawn.stream().reduce(Counts.NONE, Counts::plus).f1());
  }

  /// Of any figure that several items together make.
  static <T> Bootstrap of(List<T> items, long seed, ToDoubleFunction<List<T>> figure) {
    Random random = new Random(seed);
    double[] values = new double[RESAMPLES];
    for (int sample = 0; sample < RESAMPLES; sample++) {
      List<T> drawn = new ArrayList<>(items.size());
      for (int draw = 0; draw < items.size(); draw++) {
        drawn.add(items.get(random.nextInt(items.size())));
      }
      values[sample] = figure.applyAsDouble(drawn);
    }
    Arrays.sort(values);
    return new Bootstrap(at(values, 0.025), at(values, 0.975));
  }

  /// Of the part that is right, over items.
  static Bootstrap share(List<Boolean> right, long seed) {
    return mean(right.stream().mapToDouble(yes -> yes ? 1 : 0).toArray(), seed);
  }

  /// Of the mean of a value that every document has.
  static Bootstrap mean(double[] documents, long seed) {
    Random random = new Random(seed);
    double[] values = new double[RESAMPLES];
    for (int sample = 0; sample < RESAMPLES; sample++) {
      double sum = 0;
      for (int draw = 0; draw < documents.length; draw++) {
        sum += documents[random.nextInt(documents.length)];
      }
      values[sample] = sum / Math.max(1, documents.length);
    }
    Arrays.sort(values);
    return new Bootstrap(at(values, 0.025), at(values, 0.975));
  }

  private static double at(double[] sorted, double quantile) {
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
