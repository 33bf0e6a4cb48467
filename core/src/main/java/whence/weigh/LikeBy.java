package whence.weigh;

/// What two texts are compared by.
public enum LikeBy {
  /// Meaning first, words beside it.
  BOTH,
  MEANING,
  WORDS
}
