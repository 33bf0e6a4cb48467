package whence.read;

import java.util.ArrayList;
import java.util.List;

/// One line of a text: from `start` to before its line end; `from` and `to` leave out the white
/// space around it.
record Line(int start, int end, int from, int to) {
  /// A line longer than this is cut, so that whatever looks at one line looks at a bounded stretch.
  private static final int LONGEST = 1 << 16;

  boolean isBlank() {
    return from >= to;
  }

  int indent() {
    return from - start;
  }

  int length() {
    return to - from;
  }

  String of(String text) {
    return text.substring(from, to);
  }

  /// The lines of `text` between `start` and `end`; `\n`, `\r\n`, `\r`, form feed and the Unicode
  /// line ends part them.
  static List<Line> of(String text, int start, int end) {
    List<Line> lines = new ArrayList<>();
    int at = start;
    for (int i = start; i < end; i++) {
      if (isLineEnd(text.charAt(i))) {
        lines.add(made(text, at, i));
        if (text.charAt(i) == '\r' && i + 1 < end && text.charAt(i + 1) == '\n') {
          i++;
        }
        at = i + 1;
      } else if (i - at >= LONGEST && Character.isWhitespace(text.charAt(i))) {
        lines.add(made(text, at, i));
        at = i;
      }
    }
    if (at < end) {
      lines.add(made(text, at, end));
    }
    return lines;
  }

  private static Line made(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new Line(start, end, from, to);
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }
}
