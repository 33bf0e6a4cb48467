package whence.guard;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import whence.model.Span;

/// Words apart from how they are set: letters and digits alone, in lower case. Line breaks, hyphens
/// at them, ligatures, and the shape of quotation marks are what two ways of reading a page differ
/// in first.
final class Wording {
  private Wording() {}

  static String fold(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /// `span` without what is neither letter nor digit at its edges; `span` itself if it is all that.
  static Span trim(String text, Span span) {
    int start = Math.min(span.start(), text.length());
    int end = Math.min(span.end(), text.length());
    int wholeStart = start;
    int wholeEnd = end;
    while (start < end && !isWord(text.charAt(start))) {
      start++;
    }
    while (end > start && !isWord(text.charAt(end - 1))) {
      end--;
    }
    return start < end ? new Span(start, end) : new Span(wholeStart, wholeEnd);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  static Set<String> grams(String letters, int length) {
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + length <= letters.length(); i++) {
      grams.add(letters.substring(i, i + length));
    }
    return grams;
  }

  /// Levenshtein's distance, or any number above `most` if it is above that. Looks only at the band
  /// of the table in which it can be `most` or less.
  static int distance(String left, String right, int most) {
    if (Math.abs(left.length() - right.length()) > most) {
      return most + 1;
    }
    int[] above = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(right.length(), i + most);
      row[from - 1] = from == 1 ? i : most + 1;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int kept = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int dropped = j < i + most ? above[j] + 1 : most + 1;
        row[j] = Math.min(kept, Math.min(dropped, row[j - 1] + 1));
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = above;
      above = row;
      row = free;
    }
    return above[right.length()];
  }
}
