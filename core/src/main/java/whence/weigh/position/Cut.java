package whence.weigh.position;

import java.util.ArrayList;
import java.util.List;
import whence.model.Span;

/// Cuts a text into sentences, roughly and in one pass: at a stop before white space, and at line
/// ends that close a line or stand before an empty one.
final class Cut {
  /// No sentence is longer, in UTF-16 code units.
  private static final int LONGEST = 1_500;

  private Cut() {}

  static List<Span> sentences(String text) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i - start >= LONGEST || ends(text, i)) {
        add(text, start, i + 1, spans);
        start = i + 1;
      }
    }
    add(text, start, text.length(), spans);
    return spans;
  }

  private static boolean ends(String text, int i) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
    if (c == '\n') {
      return next == '\n' || next == '\r' || i < 1 || isStop(text.charAt(i - 1));
    }
    if (!Character.isWhitespace(next)) {
      return false;
    }
    boolean closed = c == '"' || c == '”' || c == '\'' || c == '’' || c == ')';
    int stop = closed ? i - 1 : i;
    if (stop < 1 || !isStop(text.charAt(stop))) {
      return false;
    }
    return text.charAt(stop) != '.' || !abbreviated(text, stop);
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  /// A single letter, or a short word with a capital and no vowel, before the dot.
  private static boolean abbreviated(String text, int dot) {
    int start = dot;
    while (start > 0 && dot - start < 5 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    return word.length() == 1
        || switch (word) {
          case "Mr",
              "Mrs",
              "Ms",
              "Dr",
              "St",
              "Gov",
              "Gen",
              "Sen",
              "Rep",
              "Lt",
              "Sgt",
              "Col",
              "Jr",
              "Sr",
              "vs",
              "No",
              "Prof",
              "Rev",
              "Capt" ->
              true;
          default -> false;
        };
  }

  private static void add(String text, int from, int to, List<Span> spans) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }
}
