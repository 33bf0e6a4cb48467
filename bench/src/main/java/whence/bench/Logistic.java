package whence.bench;

import java.util.Collections;
import java.util.List;

/// A logistic regression with an L2 penalty over standardised features, fitted by Newton's method:
/// what `training/names/fit.py` fits, so that it can be fitted again with a part left out.
///
/// @param weights the bias first
record Logistic(List<Double> weights) {
  private static final int STEPS = 30;

  static Logistic fit(List<List<Double>> values, List<Boolean> marks, double penalty) {
    return fit(values, marks, Collections.nCopies(marks.size(), 1.0), penalty);
  }

  /// @param counts how much each example counts
  static Logistic fit(
      List<List<Double>> values, List<Boolean> marks, List<Double> counts, double penalty) {
    int width = values.getFirst().size() + 1;
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int j = 1; j < width; j++) {
      int column = j - 1;
      mean[j] = values.stream().mapToDouble(row -> row.get(column)).average().orElse(0);
      double centre = mean[j];
      double variance =
          values.stream()
              .mapToDouble(row -> (row.get(column) - centre) * (row.get(column) - centre))
              .average()
              .orElse(0);
      spread[j] = variance == 0 ? 1 : Math.sqrt(variance);
    }
    double[] w = new double[width];
    for (int step = 0; step < STEPS; step++) {
      // the matrix of second derivatives, the slope behind it as one more column
      double[][] system = new double[width][width + 1];
      for (int j = 0; j < width; j++) {
        double pull = j == 0 ? 1e-6 : penalty;
        system[j][j] = pull;
        system[j][width] = pull * w[j];
      }
      for (int i = 0; i < values.size(); i++) {
        double[] x = new double[width];
        x[0] = 1;
        for (int j = 1; j < width; j++) {
          x[j] = (values.get(i).get(j - 1) - mean[j]) / spread[j];
        }
        double sum = 0;
        for (int j = 0; j < width; j++) {
          sum += w[j] * x[j];
        }
        double p = 1 / (1 + Math.exp(-sum));
        for (int j = 0; j < width; j++) {
          for (int k = 0; k < width; k++) {
            system[j][k] += counts.get(i) * p * (1 - p) * x[j] * x[k];
          }
          system[j][width] += counts.get(i) * (p - (marks.get(i) ? 1 : 0)) * x[j];
        }
      }
      solve(system);
      for (int j = 0; j < width; j++) {
        w[j] -= system[j][width];
      }
    }
    Double[] weights = new Double[width];
    double bias = w[0];
    for (int j = 1; j < width; j++) {
      weights[j] = w[j] / spread[j];
      bias -= weights[j] * mean[j];
    }
    weights[0] = bias;
    return new Logistic(List.of(weights));
  }

  /// Gauss and Jordan's elimination; the matrix is symmetric and positive, so no row need be
  /// swapped.
  private static void solve(double[][] system) {
    for (int j = 0; j < system.length; j++) {
      double pivot = system[j][j];
      for (int k = j; k <= system.length; k++) {
        system[j][k] /= pivot;
      }
      for (int i = 0; i < system.length; i++) {
        double factor = system[i][j];
        if (i != j && factor != 0) {
          for (int k = j; k <= system.length; k++) {
            system[i][k] -= factor * system[j][k];
          }
        }
      }
    }
  }

  boolean says(List<Double> values) {
    double sum = weights.getFirst();
    for (int j = 0; j < values.size(); j++) {
      sum += weights.get(j + 1) * values.get(j);
    }
    return sum >= 0;
  }
}
