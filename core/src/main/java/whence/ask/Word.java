package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word or a sign of a sentence.
///
/// @param start in the document's text
/// @param norm lower case, straight apostrophes
record Word(int start, int end, String text, String norm) {
  /// The words of a stretch that begins at `offset` of the document's text. Line ends and the quote
  /// marks of mail are white.
  static List<Word> of(String stretch, int offset) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < stretch.length()) {
      char c = stretch.charAt(i);
      if (Character.isWhitespace(c) || c == '>') {
        i++;
        continue;
      }
      int end = i + 1;
      if (Character.isLetterOrDigit(c)) {
        while (end < stretch.length() && goesOn(stretch, end)) {
          end++;
        }
      }
      String text = stretch.substring(i, end);
      words.add(
          new Word(
              offset + i, offset + end, text, text.toLowerCase(Locale.ROOT).replace('’', '\'')));
      i = end;
    }
    return words;
  }

  private static boolean goesOn(String stretch, int at) {
    char c = stretch.charAt(at);
    return Character.isLetterOrDigit(c)
        || ("'’-.&".indexOf(c) >= 0
            && at + 1 < stretch.length()
            && Character.isLetterOrDigit(stretch.charAt(at + 1))
            && Character.isLetterOrDigit(stretch.charAt(at - 1)));
  }

  boolean isCapital() {
    return Character.isUpperCase(text.charAt(0));
  }

  boolean isWord() {
    return Character.isLetterOrDigit(text.charAt(0));
  }

  /// Ends a clause.
  boolean isStop() {
    return text.length() == 1 && ".;:?!".indexOf(text.charAt(0)) >= 0;
  }
}
