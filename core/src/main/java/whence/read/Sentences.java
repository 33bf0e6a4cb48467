package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import whence.model.Region;
import whence.model.Span;

/// Splits a text into sentences. Linear in its length; a run without an end is cut at [#LONGEST]
/// characters.
public final class Sentences {
  /// No sentence is longer, in UTF-16 code units.
  public static final int LONGEST = 4_000;

  private static final Set<String> NEVER_LAST = WordLists.set("sentence-words.txt", "never-last");
  private static final Set<String> MAYBE_LAST = WordLists.set("sentence-words.txt", "maybe-last");
  private static final Set<String> BEFORE_NUMBER =
      WordLists.set("sentence-words.txt", "before-number");
  private static final Set<String> STARTERS = WordLists.set("sentence-words.txt", "starters");

  private static final String CLOSERS = "\"'”’)]»›";
  private static final String OPENERS = "\"'“‘([«‹";

  private Sentences() {}

  /// The sentences of a text's sections, in order, not overlapping, none reaching out of its
  /// section. A quotation mark behind a stop belongs to the sentence it closes.
  public static List<Span> of(String text, Layout layout) {
    List<Span> sentences = new ArrayList<>();
    for (Section section : layout.sections()) {
      if (section.region() == Region.HEADLINE || section.region() == Region.HEADER) {
        cut(text, section.span().start(), section.span().end(), sentences);
      } else {
        sentences.addAll(within(text, section));
      }
    }
    return sentences;
  }

  /// The sentences of one section.
  static List<Span> within(String text, Section section) {
    List<Span> sentences = new ArrayList<>();
    int end = section.span().end();
    int start = section.span().start();
    int i = start;
    while (i < end) {
      if (!isStop(text.charAt(i))) {
        i++;
        continue;
      }
      int behind = i + 1;
      while (behind < end && isStop(text.charAt(behind))) {
        behind++;
      }
      int spaced = spacedDots(text, behind, end);
      boolean ellipsis =
          spaced > behind || text.charAt(i) == '…' || (behind - i > 1 && text.charAt(i) == '.');
      behind = spaced;
      int closed = closers(text, behind, end);
      int next = gap(text, closed, end);
      if (ends(text, start, i, closed, next, end, ellipsis)) {
        cut(text, start, closed, sentences);
        start = next;
      }
      i = Math.max(next, i + 1);
    }
    cut(text, start, end, sentences);
    return sentences;
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  /// Behind ". . ." when the stop began it.
  private static int spacedDots(String text, int from, int end) {
    int i = from;
    while (i + 1 < end && text.charAt(i) == ' ' && text.charAt(i + 1) == '.') {
      i += 2;
    }
    return i;
  }

  private static int closers(String text, int from, int end) {
    int i = from;
    while (i < end && i < from + 8) {
      char c = text.charAt(i);
      boolean closer = CLOSERS.indexOf(c) >= 0 || Token.isInvisible(c) || c == '*';
      boolean spacedCloser =
          c == ' ' && i + 1 < end && (text.charAt(i + 1) == '”' || text.charAt(i + 1) == '»');
      if (!closer && !spacedCloser) {
        break;
      }
      i++;
    }
    return i;
  }

  /// Behind white space and footnote numbers stuck to the stop.
  private static int gap(String text, int from, int end) {
    int i = from;
    while (i < end && (isNote(text.charAt(i)) || Token.isDigit(text.charAt(i))) && i < from + 4) {
      i++;
    }
    boolean note = i > from && (i == end || Line.isSpace(text.charAt(i)));
    i = note ? i : from;
    while (i + 2 < end && text.charAt(i) == '[' && Token.isDigit(text.charAt(i + 1))) {
      int close = text.indexOf(']', i, Math.min(end, i + 6));
      if (close < 0) {
        break;
      }
      i = close + 1;
    }
    while (i < end && (Line.isSpace(text.charAt(i)) || Token.isInvisible(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private static boolean isNote(char c) {
    return "¹²³⁴⁵⁶⁷⁸⁹⁰†‡".indexOf(c) >= 0;
  }

  /// Whether a sentence that began at `start` ends with the stop at `stop`.
  private static boolean ends(
      String text, int start, int stop, int closed, int next, int end, boolean ellipsis) {
    if (next >= end) {
      return true;
    }
    char follows = text.charAt(next);
    boolean spaced = next > closed && Line.isSpace(text.charAt(next - 1));
    if (!spaced) {
      return stuck(text, stop, closed, next, end);
    }
    if (next > closed
        && Token.isDigit(text.charAt(closed))
        && Token.isDigit(before(text, stop, start))) {
      return false;
    }
    int word = next;
    while (word < end
        && (OPENERS.indexOf(text.charAt(word)) >= 0
            || text.charAt(word) == '*'
            || text.charAt(word) == '`')) {
      word++;
    }
    char head = word < end ? text.charAt(word) : follows;
    boolean opened = word > next;
    if (Character.isLowerCase(head)) {
      boolean brand = word + 1 < end && Character.isUpperCase(text.charAt(word + 1));
      return brand && text.charAt(stop) != '.';
    }
    if (text.charAt(stop) != '.' || ellipsis) {
      return !(ellipsis && follows == ',') && ",;:)".indexOf(follows) < 0;
    }
    if (",;:)]".indexOf(follows) >= 0) {
      return false;
    }
    return period(text, start, stop, closed, head, word, end, opened);
  }

  private static boolean period(
      String text, int start, int stop, int closed, char head, int word, int end, boolean opened) {
    int from = stop;
    while (from > start
        && !Line.isSpace(text.charAt(from - 1))
        && "(\"“”‘’'[—–/".indexOf(text.charAt(from - 1)) < 0
        && stop - from < 24) {
      from--;
    }
    String last = text.substring(from, stop).toLowerCase(Locale.ROOT);
    if (last.isEmpty()) {
      return stop > start;
    }
    boolean first = text.substring(start, from).isBlank();
    if (first
        && last.length() <= 3
        && (last.chars().allMatch(c -> c >= '0' && c <= '9') || last.length() == 1)) {
      return false;
    }
    if (closed > stop + 1
        && CLOSERS.indexOf(text.charAt(stop + 1)) >= 0
        && text.charAt(stop + 1) != ')') {
      return true;
    }
    boolean starts = opened || STARTERS.contains(wordAt(text, word, end));
    if (NEVER_LAST.contains(last)) {
      return false;
    }
    if (BEFORE_NUMBER.contains(last)) {
      return !Token.isDigit(head) && starts;
    }
    if (MAYBE_LAST.contains(last) || (last.indexOf('.') > 0 && isInitials(last))) {
      return starts;
    }
    if (last.length() == 1 && Character.isLetter(last.charAt(0))) {
      return starts && (Character.isUpperCase(head) || last.equals("i"));
    }
    return true;
  }

  /// A stop with a word stuck to it: only where a space was lost ("end.The"), not in names.
  private static boolean stuck(String text, int stop, int closed, int next, int end) {
    boolean bare = text.charAt(stop) == '.' && closed == stop + 1;
    if (next >= end || (bare && !lostSpace(text, stop, end))) {
      return false;
    }
    return Character.isUpperCase(text.charAt(next))
        && Character.isLowerCase(before(text, stop, 0))
        && next + 1 < end
        && Character.isLowerCase(text.charAt(next + 1));
  }

  private static boolean lostSpace(String text, int stop, int end) {
    int lower = 0;
    for (int i = stop - 1; i >= 0 && i > stop - 4 && Character.isLowerCase(text.charAt(i)); i--) {
      lower++;
    }
    int i = stop + 1;
    while (i < end && i < stop + 20 && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return lower >= 2
        && i < end
        && text.charAt(i) == ' '
        && STARTERS.contains(wordAt(text, stop + 1, end));
  }

  private static boolean isInitials(String last) {
    for (String part : last.split("\\.", -1)) {
      if (part.length() > 2) {
        return false;
      }
    }
    return true;
  }

  private static String wordAt(String text, int from, int end) {
    int i = from;
    while (i < end
        && i < from + 20
        && (Character.isLetter(text.charAt(i)) || Token.isApostrophe(text.charAt(i)))) {
      i++;
    }
    return text.substring(from, i).replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  private static char before(String text, int at, int start) {
    return at > start ? text.charAt(at - 1) : ' ';
  }

  /// Adds `start..end` without the white space around it, in pieces where it is too long.
  private static void cut(String text, int start, int end, List<Span> sentences) {
    int from = start;
    while (true) {
      while (from < end
          && (Line.isSpace(text.charAt(from)) || Token.isInvisible(text.charAt(from)))) {
        from++;
      }
      if (from >= end) {
        return;
      }
      int to = end;
      if (to - from > LONGEST) {
        to = from + LONGEST;
        int space = to;
        while (space > from && !Line.isSpace(text.charAt(space))) {
          space--;
        }
        if (space > from) {
          to = space;
        } else if (Character.isHighSurrogate(text.charAt(to - 1))) {
          to--;
        }
      }
      int next = to;
      while (to > from && Line.isSpace(text.charAt(to - 1))) {
        to--;
      }
      sentences.add(new Span(from, to));
      from = next;
    }
  }
}
