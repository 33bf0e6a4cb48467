package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import whence.model.Span;

/// Sentences of a text, found by its signs alone: enough to look around in.
final class Sentence {
  /// No sentence is looked at further, in UTF-16 code units.
  static final int LONGEST = 1_500;

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:\\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Rev|Hon|Jr|Sr|Inc|Co|Corp|Ltd|No|vs"
              + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\\.m|e\\.g|i\\.e)|\\b\\p{Lu}(?:\\.\\p{Lu}){0,4})\\.$");

  private Sentence() {}

  /// The sentences of a text, in order. Blank lines and list items end one too.
  static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int from = start;
      while (from < text.length() && isSpace(text.charAt(from))) {
        from++;
      }
      int end = endFrom(text, from);
      if (from < end) {
        sentences.add(new Span(from, end));
      }
      start = Math.max(end, from + 1);
    }
    return sentences;
  }

  /// Where the sentence ends of which something stands before `at`.
  static int end(String text, int at) {
    int last = at;
    while (last > 0 && isCloser(text.charAt(last - 1))) {
      last--;
    }
    return last > 0 && isStop(text.charAt(last - 1)) && stops(text, last - 1)
        ? at
        : endFrom(text, at);
  }

  private static int endFrom(String text, int from) {
    int last = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      if (c == '\n' && breaks(text, i)) {
        return i;
      }
      if (isStop(c) && stops(text, i)) {
        int end = i + 1;
        while (end < text.length() && isCloser(text.charAt(end))) {
          end++;
        }
        return end;
      }
    }
    return last;
  }

  /// Whether a line's end is a paragraph's: a blank line, or a list item behind it.
  private static boolean breaks(String text, int newline) {
    int i = newline + 1;
    while (i < text.length() && "> \t\r|".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i >= text.length()
        || text.charAt(i) == '\n'
        || ("-*•".indexOf(text.charAt(i)) >= 0
            && i + 1 < text.length()
            && text.charAt(i + 1) == ' ');
  }

  private static boolean stops(String text, int i) {
    int next = i + 1;
    while (next < text.length() && isCloser(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    return text.charAt(i) != '.'
        || !ABBREVIATION.matcher(text.substring(Math.max(0, i - 12), i + 1)).find();
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  private static boolean isCloser(char c) {
    return "\"'”’)]".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '>';
  }

  /// The same words on one line: line breaks and the marks that quoted mail begins its lines with
  /// become spaces, each for each, so that offsets stay.
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean lineStart = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        folded.append(' ');
        lineStart = true;
      } else if (lineStart && (c == '>' || c == ' ' || c == '\t')) {
        folded.append(' ');
      } else {
        folded.append(c == '\t' || c == '\u00a0' ? ' ' : c == '’' || c == '‘' ? '\'' : c);
        lineStart = false;
      }
    }
    return folded.toString();
  }
}
