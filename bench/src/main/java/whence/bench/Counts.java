package whence.bench;

import java.util.HashSet;
import java.util.Set;

/// How many of a kind were found, were there, and were both.
record Counts(int right, int found, int there) {
  static final Counts NONE = new Counts(0, 0, 0);

  static <T> Counts of(Set<T> found, Set<T> there) {
    Set<T> right = new HashSet<>(found);
    right.retainAll(there);
    return new Counts(right.size(), found.size(), there.size());
  }

  Counts plus(Counts other) {
    return new Counts(right + other.right, found + other.found, there + other.there);
  }

  /// 0 to 1; 0 where nothing was found.
  double precision() {
    return found == 0 ? 0 : right / (double) found;
  }

  /// 0 to 1; 0 where there is nothing.
  double recall() {
    return there == 0 ? 0 : right / (double) there;
  }

  /// 0 to 1, the harmonic mean of both; 0 where nothing was found and nothing there.
  double f1() {
    return found + there == 0 ? 0 : 2.0 * right / (found + there);
  }
}
