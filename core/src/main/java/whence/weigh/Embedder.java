package whence.weigh;

/// Turns texts into directions of meaning: two that say the same in other words point nearly the
/// same way. Implementations are deterministic: a text gives the same direction whatever was
/// embedded before, or beside it.
public interface Embedder {
  /// How many numbers a direction has.
  int dimensions();

  /// The direction of a text that can be found. Its length is 1, so that a scalar product with
  /// another direction is their cosine.
  ///
  /// @param text what lies behind the longest that the model takes is not looked at
  float[] passage(String text);

  /// The direction in which to look for passages like `text`.
  float[] query(String text);

  /// Two texts whose cosine is below this have nothing to do with one another.
  double unrelated();

  /// Names what embeds, so that what was derived with another can be told stale.
  String version();

  /// Of two directions, each of length 1.
  static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
