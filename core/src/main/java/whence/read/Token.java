package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.model.Span;

/// A word, number or mark of a text, as the grammars of this package see it.
///
/// Hyphens between letters part words and are no tokens ("two-year" is *two*, *year*); a number
/// keeps its inner marks ("10:30am", "2019-06-10"); dotted initials are one token ("a.m.", "U.S.");
/// a possessive *'s* is a token of its own.
///
/// @param norm lower case, straight apostrophes, without invisible characters
record Token(int start, int end, String norm) {
  private static final int LONGEST = 80;

  boolean isWord() {
    return !norm.isEmpty() && Character.isLetter(norm.codePointAt(0));
  }

  boolean isNumber() {
    return !norm.isEmpty() && norm.charAt(0) >= '0' && norm.charAt(0) <= '9';
  }

  boolean isMark() {
    return !isWord() && !isNumber() && !norm.startsWith("'");
  }

  boolean isCapitalized(String text) {
    return Character.isUpperCase(text.charAt(start));
  }

  /// The tokens of `span`, in order. Linear in its length.
  static List<Token> of(String text, Span span) {
    List<Token> tokens = new ArrayList<>();
    int end = span.end();
    int i = span.start();
    while (i < end) {
      int code = codeAt(text, i, end);
      int size = Character.charCount(code);
      int next;
      if (Character.isWhitespace(code) || isSpaceOrInvisible(code)) {
        i += size;
        continue;
      } else if (code >= '0' && code <= '9') {
        next = numberEnd(text, i, end);
      } else if (isWordPart(code)) {
        next = dottedEnd(text, i, end);
        if (next < 0) {
          next = wordEnd(text, i, end);
        }
      } else if (isApostrophe(code) && possessive(text, i, end)) {
        next = i + 2;
      } else if (isHyphen(code) && insideWord(text, i, span)) {
        i += size;
        continue;
      } else {
        next = i + size;
      }
      tokens.add(new Token(i, next, norm(text, i, next)));
      i = next;
    }
    return tokens;
  }

  private static int wordEnd(String text, int start, int end) {
    int i = start;
    while (i < end && i - start < LONGEST) {
      int code = codeAt(text, i, end);
      if (isApostrophe(code)) {
        if (possessive(text, i, end)
            || i + 1 >= end
            || !Character.isLetter(codeAt(text, i + 1, end))) {
          break;
        }
      } else if (!isWordPart(code) && !isInvisible(code)) {
        break;
      }
      i += Character.charCount(code);
    }
    return i;
  }

  /// The end of initials such as "a.m." or "U.S.", -1 where none stand.
  private static int dottedEnd(String text, int start, int end) {
    int i = start;
    int letters = 0;
    while (i + 1 < end
        && letters < 6
        && Character.isLetter(text.charAt(i))
        && text.charAt(i + 1) == '.') {
      letters++;
      i += 2;
    }
    boolean stops = i >= end || !Character.isLetterOrDigit(text.charAt(i));
    return letters >= 2 && stops ? i : -1;
  }

  private static int numberEnd(String text, int start, int end) {
    int i = start;
    while (i < end && i - start < LONGEST) {
      char c = text.charAt(i);
      boolean inner = ".,:/-\u2010\u2011\u2013".indexOf(c) >= 0;
      if (inner && !(i + 1 < end && isDigit(text.charAt(i + 1)))) {
        break;
      }
      if (!inner && !Character.isLetterOrDigit(c)) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean possessive(String text, int at, int end) {
    return isApostrophe(text.charAt(at))
        && at + 1 < end
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && (at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  private static boolean insideWord(String text, int at, Span span) {
    return at > span.start()
        && at + 1 < span.end()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && (Character.isLetterOrDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '\n');
  }

  private static String norm(String text, int start, int end) {
    StringBuilder norm = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isApostrophe(c)) {
        norm.append('\'');
      } else if (isHyphen(c)) {
        norm.append('-');
      } else if (!isInvisible(c)) {
        norm.append(c);
      }
    }
    return norm.toString().toLowerCase(Locale.ROOT);
  }

  /// The code point at `i`, never read past `end`; an unpaired surrogate is itself.
  private static int codeAt(String text, int i, int end) {
    return i + 1 < end ? text.codePointAt(i) : text.charAt(i);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isApostrophe(int code) {
    return code == '\'' || code == '\u2019' || code == '\u02BC';
  }

  static boolean isHyphen(int code) {
    return code == '-' || code == '\u2010' || code == '\u2011' || code == '\u2013';
  }

  private static boolean isWordPart(int code) {
    return Character.isLetterOrDigit(code)
        || Character.getType(code) == Character.NON_SPACING_MARK
        || Character.getType(code) == Character.COMBINING_SPACING_MARK;
  }

  static boolean isInvisible(int code) {
    return Character.getType(code) == Character.FORMAT;
  }

  private static boolean isSpaceOrInvisible(int code) {
    return Character.isSpaceChar(code) || isInvisible(code) || Character.isISOControl(code);
  }
}
