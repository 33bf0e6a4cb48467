package whence.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Quotation marks: which stand where, and what they enclose.
final class Quotes {
  /// How far back in its paragraph, in characters, an opening mark is looked for: a megabyte
  /// without a line end must not be walked for every name in it.
  private static final int FARTHEST = 10_000;

  private Quotes() {}

  /// The kinds of marks: closed by any mark of their kind.
  private enum Marks {
    DOUBLE,
    /// Two apostrophes or grave accents, as typewriters and TeX have them.
    TYPED,
    /// Curly single marks, whose closing one is an apostrophe too.
    SINGLE
  }

  /// Whether a quotation may open at `at`.
  static boolean opensAt(String text, int at) {
    return opening(text, at) != null;
  }

  /// Quoted stretches of a paragraph, outermost ones, marks included. A quotation that the
  /// paragraph leaves open ends with the paragraph, so that one missing mark never swallows the
  /// rest; single marks must close in it, as they may be mere apostrophes.
  static List<Span> in(String text, Span paragraph) {
    List<Span> quotations = new ArrayList<>();
    boolean singlesClose = true;
    int i = paragraph.start();
    while (i < paragraph.end()) {
      Marks marks = opening(text, i);
      if (marks == null || (marks == Marks.SINGLE && !singlesClose)) {
        i++;
        continue;
      }
      int close = closing(text, i + width(marks), paragraph.end(), marks);
      if (close >= 0) {
        quotations.add(new Span(i, close));
        i = close;
      } else if (marks == Marks.SINGLE) {
        singlesClose = false;
        i++;
      } else {
        quotations.add(new Span(i, paragraph.end()));
        i = paragraph.end();
      }
    }
    return quotations;
  }

  /// Whether a quotation that opens in the same paragraph encloses `span`.
  static boolean encloses(String text, Span span) {
    int from = Math.max(0, span.start() - FARTHEST);
    int start = span.start();
    while (start > from && text.charAt(start - 1) != '\n') {
      start--;
    }
    int to = Math.min(text.length(), span.end() + FARTHEST);
    int end = span.end();
    while (end < to && text.charAt(end) != '\n') {
      end++;
    }
    return in(text, new Span(start, end)).stream()
        .anyMatch(quoted -> quoted.start() < span.start() && span.start() < quoted.end());
  }

  /// Whether quotation marks enclose all of `sentence`, but for a stop behind them.
  static boolean quoteWhole(String text, Span sentence) {
    return opensAt(text, sentence.start())
        && in(text, sentence).stream()
            .findFirst()
            .filter(first -> first.start() == sentence.start())
            .filter(first -> first.end() >= sentence.end() - 1)
            .isPresent();
  }

  /// The same span without white space and quotation marks at its edges.
  static Span inside(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && isEdge(text, start)) {
      start++;
    }
    while (end > start && isEdge(text, end - 1)) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isEdge(String text, int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c)
        || isDouble(c)
        || c == '\u2018'
        || (c == '\u2019' && !isWithinWord(text, at))
        || isTyped(text, at)
        || (at > 0 && isTyped(text, at - 1));
  }

  private static @Nullable Marks opening(String text, int at) {
    char c = text.charAt(at);
    if (c == '"' || c == '\u201C' || c == '\u00AB' || c == '\u201F') {
      return Marks.DOUBLE;
    }
    if (c != '\u2018' && !isTyped(text, at)) {
      return null;
    }
    Marks marks = c == '\u2018' ? Marks.SINGLE : Marks.TYPED;
    int next = at + width(marks);
    boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    boolean opens = next < text.length() && !Character.isWhitespace(text.charAt(next));
    return begins && opens ? marks : null;
  }

  /// One past the mark that closes what opened before `from`, -1 where none does before `end`.
  private static int closing(String text, int from, int end, Marks marks) {
    int possessive = -1;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      boolean closes =
          switch (marks) {
            case DOUBLE -> c == '"' || c == '\u201D' || c == '\u00BB';
            case TYPED -> c == '\'' && isTyped(text, i);
            case SINGLE -> c == '\u2019' && !isWithinWord(text, i);
          };
      if (closes && marks == Marks.SINGLE && mayBePossessive(text, i)) {
        possessive = possessive < 0 ? i + 1 : possessive;
      } else if (closes) {
        return i + width(marks);
      } else if (marks == Marks.SINGLE && c == '\u2018' && possessive >= 0) {
        return possessive;
      }
    }
    return possessive;
  }

  /// "the officers’ reports": an apostrophe, where a likelier closing mark comes.
  private static boolean mayBePossessive(String text, int at) {
    return text.charAt(at - 1) == 's'
        && at + 2 < text.length()
        && text.charAt(at + 1) == ' '
        && Character.isLowerCase(text.charAt(at + 2));
  }

  private static boolean isWithinWord(String text, int at) {
    return at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static boolean isDouble(char c) {
    return "\"\u201C\u201D\u00AB\u00BB\u201F".indexOf(c) >= 0;
  }

  private static boolean isTyped(String text, int at) {
    char c = text.charAt(at);
    return (c == '\'' || c == '`') && at + 1 < text.length() && text.charAt(at + 1) == c;
  }

  private static int width(Marks marks) {
    return marks == Marks.TYPED ? 2 : 1;
  }
}
