package whence.weigh;

/// A direction of meaning in few bytes: its largest number, and every number as so many 127ths of
/// that. The cosine of two is off by less than a thousandth.
final class Meaning {
  private static final int STEPS = 127;

  private final byte[] steps;
  private final double scale;

  private Meaning(byte[] steps, double scale) {
    this.steps = steps;
    this.scale = scale;
  }

  /// @param direction of length 1
  static Meaning of(float[] direction) {
    float largest = 0;
    for (float each : direction) {
      largest = Math.max(largest, Math.abs(each));
    }
    byte[] steps = new byte[direction.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) (largest == 0 ? 0 : Math.round(direction[i] / largest * STEPS));
    }
    return new Meaning(steps, largest / (double) STEPS);
  }

  /// How many numbers it has.
  int size() {
    return steps.length;
  }

  double cosine(Meaning other) {
    int sum = 0;
    for (int i = 0; i < steps.length; i++) {
      sum += steps[i] * other.steps[i];
    }
    return sum * scale * other.scale;
  }

  /// Which numbers are above `middle`'s, a bit each: directions of like meaning differ in few.
  ///
  /// @param middle what most directions have in common
  long[] signs(double[] middle) {
    long[] signs = new long[(steps.length + 63) / 64];
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] * scale > middle[i]) {
        signs[i / 64] |= 1L << (i % 64);
      }
    }
    return signs;
  }

  /// Adds this direction to `sums`.
  void addTo(double[] sums) {
    for (int i = 0; i < steps.length; i++) {
      sums[i] += steps[i] * scale;
    }
  }
}
