package whence.names;

/// How far apart two words are.
final class Edits {
  private Edits() {}

  /// Letters to put in, take out, change or swap with their neighbour (optimal string alignment,
  /// Damerau 1964 without edits inside a swap).
  static int between(String one, String other) {
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

  /// The letters that two words share in order, of the longer one's: 0 to 1.
  static double common(String one, String other) {
    int[] last = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = last[j];
        last[j] =
            one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, last[j - 1]);
        diagonal = above;
      }
    }
    int longer = Math.max(one.length(), other.length());
    return longer == 0 ? 1 : last[other.length()] / (double) longer;
  }
}
