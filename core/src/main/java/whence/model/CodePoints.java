package whence.model;

import java.util.Comparator;

/// The order of strings by Unicode code point, in which every list of paths is printed.
public final class CodePoints {
  /// `String.compareTo` orders by UTF-16 code unit, which puts U+FF5E before U+1F600's surrogates
  /// the wrong way round.
  public static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
