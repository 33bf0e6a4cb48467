package whence.names;

/// How far apart two words are.
public final class Edits {
  private Edits() {}

  /// Letters to put in, take out, change or swap with their neighbour (optimal string alignment,
  /// Damerau 1964 without edits inside a swap).
  public static int between(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int least = Math.min(last[j - 1] + (a == b ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2)) {
          least = Math.min(least, beforeLast[j - 2] + 1);
        }
        row[j] = least;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }

  /// Whether one edit makes one of the other: between what they begin and end with alike, at most
  /// two letters are left.
  static boolean isOne(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end <= 2 && between(one, other) == 1;
  }
}
