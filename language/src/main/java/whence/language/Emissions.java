package whence.language;

import java.nio.FloatBuffer;

/// Each token's log probabilities for each label: the mean over the windows that saw it.
final class Emissions {
  private final double[][] sums;
  private final int[] times;

  Emissions(int tokens, int labels) {
    this.sums = new double[tokens][labels];
    this.times = new int[tokens];
  }

  /// @param logits of the window's pieces, label by label; a token's first piece speaks for it
  void add(Window window, FloatBuffer logits) {
    for (int token = window.first(); token < window.past(); token++) {
      float[] row = new float[sums[token].length];
      logits.get(window.firstPiece(token) * row.length, row);
      double[] scores = Labels.logSoftmax(row);
      for (int label = 0; label < row.length; label++) {
        sums[token][label] += scores[label];
      }
      times[token]++;
    }
  }

  double[][] means() {
    double[][] means = new double[sums.length][];
    for (int token = 0; token < sums.length; token++) {
      means[token] = sums[token].clone();
      for (int label = 0; label < means[token].length; label++) {
        means[token][label] /= times[token];
      }
    }
    return means;
  }
}
