package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Span;
import whence.read.Layout.Markup;

/// What a single line looks like. Every test looks at a bounded stretch, once.
final class Lines {
  private static final String BULLETS = "•·▪◦‣●○■□–—*-+";
  private static final Set<String> HEADERS = WordLists.set("layout-words.txt", "headers");
  private static final Set<String> HANDLING = WordLists.set("layout-words.txt", "handling");

  private Lines() {}

  /// Where the words behind a bullet or enumerator begin; the line's own beginning without one.
  static int marker(String text, Line line) {
    int i = line.from();
    int end = line.to();
    if (i >= end) {
      return i;
    }
    char c = text.charAt(i);
    if (BULLETS.indexOf(c) >= 0) {
      boolean bullet = i + 1 < end && Line.isSpace(text.charAt(i + 1));
      return bullet ? behindSpace(text, i + 1, end) : i;
    }
    boolean open = c == '(';
    int k = open ? i + 1 : i;
    int start = k;
    while (k < end && k - start < 4 && Character.isLetterOrDigit(text.charAt(k))) {
      k++;
    }
    if (k == start || k >= end) {
      return i;
    }
    boolean digits = text.substring(start, k).chars().allMatch(d -> d >= '0' && d <= '9');
    boolean roman = text.substring(start, k).chars().allMatch(d -> "ivxIVX".indexOf(d) >= 0);
    boolean letter = k - start == 1;
    if (!digits && !roman && !letter) {
      return i;
    }
    char close = text.charAt(k);
    boolean closed =
        open
            ? close == ')'
            : close == ')' || (close == '.' && (digits || Character.isLowerCase(c) || roman));
    while (closed
        && digits
        && k + 1 < end
        && text.charAt(k) == '.'
        && Token.isDigit(text.charAt(k + 1))
        && k - start < 12) {
      k++;
      while (k < end && Token.isDigit(text.charAt(k))) {
        k++;
      }
      if (k < end && text.charAt(k) != '.') {
        k--;
        break;
      }
    }
    return closed && k + 1 < end && Line.isSpace(text.charAt(k + 1))
        ? behindSpace(text, k + 1, end)
        : i;
  }

  private static int behindSpace(String text, int from, int end) {
    int i = from;
    while (i < end && Line.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static int behindQuoteMarks(String text, Line line) {
    int i = line.from();
    while (i < line.to() && (text.charAt(i) == '>' || text.charAt(i) == ' ')) {
      i++;
    }
    return i;
  }

  /// A speaker's label at the beginning of a line, with its colon or stop: `**Ms Price**:`, `MR
  /// SMITH:`, `Q.`, `A`, `12 Q.`; null where there is none.
  static @Nullable Span speakerLabel(String text, int from, int to) {
    if (from + 1 >= to) {
      return null;
    }
    if (text.startsWith("**", from)) {
      int close = text.indexOf("**", from + 2, Math.min(to, from + 64));
      if (close < 0) {
        return null;
      }
      boolean inside = text.charAt(close - 1) == ':' && close > from + 3;
      boolean behind = close + 2 < to && text.charAt(close + 2) == ':';
      return inside ? new Span(from, close + 2) : behind ? new Span(from, close + 3) : null;
    }
    int i = from;
    while (i < to && i < from + 3 && Token.isDigit(text.charAt(i))) {
      i++;
    }
    if (i > from) {
      i = behindSpace(text, i, to);
    }
    if (i + 2 < to && (text.charAt(i) == 'Q' || text.charAt(i) == 'A')) {
      char next = text.charAt(i + 1);
      boolean stopped = (next == '.' || next == ':') && Line.isSpace(text.charAt(i + 2));
      boolean spaced = Line.isSpace(next) && Line.isSpace(text.charAt(i + 2));
      if (stopped || spaced) {
        return new Span(i, i + (stopped ? 2 : 1));
      }
    }
    return namedLabel(text, i, to);
  }

  /// A title and one or two names with a stop behind, as American depositions print it: `Mr.
  /// Quill.`
  private static final Pattern TITLED =
      Pattern.compile(
          "(?:(?:Mr|Mrs|Ms|Miss|Dr|Senator|Representative|General|Judge|Chairman|Commissioner)\\.? )"
              + "\\p{Lu}[\\p{L}'\u2019-]+(?: \\p{Lu}[\\p{L}'\u2019-]+)?\\.{1,2}(?=\\s|$)"
              + "|The (?:Chairman|Witness|Court)\\.(?=\\s|$)");

  static @Nullable Span titledLabel(String text, int from, int to) {
    Matcher label = TITLED.matcher(text).region(from, to);
    return label.lookingAt() ? new Span(label.start(), label.end()) : null;
  }

  /// `MR SMITH:`, `Mr Smith:`, `THE COURT:`: up to six words, capitalized each, and a colon.
  private static @Nullable Span namedLabel(String text, int from, int to) {
    int limit = Math.min(to, from + 60);
    int words = 0;
    boolean atWord = true;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        boolean spaced = i + 1 == to || Line.isSpace(text.charAt(i + 1));
        return i > from + 1 && spaced && words > 0 ? new Span(from, i + 1) : null;
      }
      if (c == ' ') {
        atWord = true;
      } else if (Character.isLetter(c)
          || "'’.-()".indexOf(c) >= 0
          || (Token.isDigit(c) && words > 0)) {
        if (atWord && Character.isLetter(c)) {
          words++;
          boolean particle = c == 'o' || c == 'd' || c == 'v';
          if ((!Character.isUpperCase(c) && !(particle && words > 1)) || words > 6) {
            return null;
          }
        }
        atWord = false;
      } else {
        return null;
      }
    }
    return null;
  }

  static boolean isMailHeader(String text, Line line) {
    int colon = text.indexOf(':', line.from(), Math.min(line.to(), line.from() + 12));
    return colon > 0
        && HEADERS.contains(text.substring(line.from(), colon).strip().toLowerCase(Locale.ROOT));
  }

  static boolean isMarkdownHeading(String text, Line line) {
    int i = line.from();
    while (i < line.to() && text.charAt(i) == '#') {
      i++;
    }
    return i > line.from() && i - line.from() <= 6 && i < line.to() && text.charAt(i) == ' ';
  }

  /// A line of one mark over and over: an underline, a rule.
  static boolean isRule(String text, Line line) {
    if (line.length() < 3) {
      return false;
    }
    char mark = text.charAt(line.from());
    if (Character.isLetterOrDigit(mark) || "=-^~\"#*+_.:".indexOf(mark) < 0) {
      return false;
    }
    for (int i = line.from(); i < line.to(); i++) {
      if (text.charAt(i) != mark) {
        return false;
      }
    }
    return true;
  }

  static boolean isShouted(String text, Line line) {
    boolean letter = false;
    for (int i = line.from(); i < Math.min(line.to(), line.from() + 200); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letter |= Character.isLetter(c);
    }
    return letter;
  }

  static boolean endsWithStop(String text, Line line) {
    int i = line.to() - 1;
    while (i > line.from() && "\"'”’)]".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i >= line.from() && ".?!…".indexOf(text.charAt(i)) >= 0;
  }

  static int letters(String text, Line line) {
    int letters = 0;
    for (int i = line.from(); i < line.to(); i++) {
      letters += Character.isLetter(text.charAt(i)) || text.charAt(i) == ' ' ? 1 : 0;
    }
    return letters;
  }

  static int words(String text, Line line) {
    int words = 0;
    for (int i = line.from(); i < line.to(); i++) {
      boolean starts = i == line.from() || Line.isSpace(text.charAt(i - 1));
      words += starts && !Line.isSpace(text.charAt(i)) ? 1 : 0;
    }
    return words;
  }

  static boolean isFootnote(String text, Line line) {
    char first = text.charAt(line.from());
    if (first == '[') {
      int close = text.indexOf(']', line.from(), Math.min(line.to(), line.from() + 8));
      int from = line.from() + (text.startsWith("[^", line.from()) ? 2 : 1);
      return close > from
          && text.substring(from, close).chars().allMatch(c -> c >= '0' && c <= '9');
    }
    return "¹²³⁴⁵⁶⁷⁸⁹†‡".indexOf(first) >= 0;
  }

  static int behindRestFootnote(String text, Line line) {
    int open = text.indexOf('[', line.from(), Math.min(line.to(), line.from() + 5));
    if (open < 0) {
      return -1;
    }
    int close = text.indexOf(']', open, Math.min(line.to(), open + 12));
    return close > open ? behindSpace(text, close + 1, line.to()) : -1;
  }

  static boolean isCaption(String text, Line line) {
    String head =
        text.substring(line.from(), Math.min(line.to(), line.from() + 16)).toLowerCase(Locale.ROOT);
    return head.startsWith("photo:")
        || head.startsWith("photo by")
        || head.startsWith("(photo")
        || head.startsWith("image:")
        || head.startsWith("caption:")
        || head.startsWith("image credit")
        || head.startsWith("photo credit")
        || (line.length() < 200
            && (head.startsWith("figure ") || head.startsWith("fig. ") || head.startsWith("table "))
            && Token.isDigit(
                head.charAt(head.indexOf(' ') + 1 < head.length() ? head.indexOf(' ') + 1 : 0)));
  }

  /// "By Jane Doe", "Published 3 June 2019".
  static boolean isByline(String text, Line line) {
    if (line.length() > 100 || endsWithStop(text, line)) {
      return false;
    }
    String head =
        text.substring(line.from(), Math.min(line.to(), line.from() + 12)).toLowerCase(Locale.ROOT);
    return (head.startsWith("by ") && words(text, line) < 10)
        || head.startsWith("published ")
        || head.startsWith("updated ")
        || head.startsWith("posted ");
  }

  static boolean isPageNumber(String text, Line line) {
    if (line.length() > 20) {
      return false;
    }
    String words = line.of(text).toLowerCase(Locale.ROOT);
    boolean digits = false;
    for (int i = 0; i < words.length(); i++) {
      digits |= Token.isDigit(words.charAt(i));
    }
    String bare = words.replaceAll("[0-9 .|-]", "");
    return digits && (bare.isEmpty() || bare.equals("page") || bare.equals("pageof"));
  }

  static boolean isHandlingMark(String text, Line line) {
    if (line.length() > 60 || !isShouted(text, line)) {
      return false;
    }
    for (String word : line.of(text).toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (!word.isEmpty() && !HANDLING.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /// A line that is furniture by its own looks: a page number, a handling mark, a redaction code.
  static boolean isFurnitureAlone(String text, Line line) {
    if (line.isBlank() || line.length() > 120) {
      return false;
    }
    return isPageNumber(text, line)
        || isHandlingMark(text, line)
        || isRedaction(text, line.from(), line.to())
        || (text.startsWith("UNCLASSIFIED", line.from())
            && text.indexOf("Case No", line.from(), line.to()) > 0);
  }

  /// The ground of a redaction as printed in the margin: `B6`, `B5,B6`, `1.4(D)`.
  static boolean isRedaction(String text, int from, int to) {
    if (to <= from || to - from > 24) {
      return false;
    }
    boolean code = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean letter = i + 1 < to && Character.isLetterOrDigit(text.charAt(i + 1));
      boolean dotted = i + 2 < to && text.charAt(i + 1) == '.';
      boolean ground = ((c == 'B' || c == '(') && letter) || (c == '1' && dotted);
      code |= ground;
      if (!Token.isDigit(c) && "B(),.; ABCDb1".indexOf(c) < 0) {
        return false;
      }
    }
    return code;
  }

  /// A line's end without a redaction's ground that stands in its margin.
  static int withoutMargin(String text, Line line) {
    int i = line.to();
    int gap = 0;
    while (i > line.from() && line.to() - i < 24) {
      i--;
      gap = text.charAt(i) == ' ' ? gap + 1 : 0;
      if (gap >= 3 && text.charAt(i) == ' ') {
        int code = i + gap;
        if (code < line.to() && isRedaction(text, code, line.to())) {
          int end = i;
          while (end > line.from() && Line.isSpace(text.charAt(end - 1))) {
            end--;
          }
          return end;
        }
        return line.to();
      }
    }
    return line.to();
  }

  static boolean couldBeFurniture(String text, Line line) {
    boolean digit = false;
    for (int i = line.from(); i < line.to(); i++) {
      digit |= Token.isDigit(text.charAt(i));
    }
    return (digit || isShouted(text, line))
        && !isMailHeader(text, line)
        && speakerLabel(text, line.from(), line.to()) == null;
  }

  /// The line with its numbers made alike.
  static String shape(String text, Line line) {
    return line.of(text).replaceAll("[0-9]++", "0");
  }

  /// The stretches of `stretch` that are no inline markup.
  static List<Span> withoutInline(String text, Span stretch, Markup markup) {
    if (markup == Markup.PLAIN) {
      return trimmed(text, stretch.start(), stretch.end(), List.of());
    }
    List<Span> pieces = new ArrayList<>();
    int at = stretch.start();
    int end = stretch.end();
    for (int i = at; i < end; i++) {
      int behind = Inline.markupEnd(text, i, stretch, markup);
      if (behind > i) {
        pieces.addAll(trimmed(text, at, i, pieces));
        at = behind;
        i = behind - 1;
      }
    }
    pieces.addAll(trimmed(text, at, end, pieces));
    return pieces;
  }

  private static List<Span> trimmed(String text, int from, int to, List<Span> before) {
    int start = from;
    int end = to;
    while (before.isEmpty() && start < end && Line.isSpace(text.charAt(start))) {
      start++;
    }
    return start < end ? List.of(new Span(start, end)) : List.of();
  }
}
