package whence.read;

import whence.model.Span;
import whence.read.Layout.Markup;

/// Inline markup of Markdown and reStructuredText.
final class Inline {
  private static final int LONGEST_TARGET = 2_000;

  private Inline() {}

  /// The end of the markup that begins at `i`, `i` where none does.
  static int markupEnd(String text, int i, Span within, Markup markup) {
    return switch (text.charAt(i)) {
      case '*' -> stars(text, i, within.end());
      case '`' ->
          i + 1 < within.end() && text.charAt(i + 1) == '_' ? i + 2 : ticks(text, i, within.end());
      case '|' -> markup == Markup.MARKDOWN ? i + 1 : i;
      case '<' -> markup == Markup.REST ? target(text, i, within) : i;
      case ':' -> markup == Markup.REST ? role(text, i, within.end()) : i;
      case '[', '!' -> markup == Markup.MARKDOWN ? opening(text, i, within.end()) : i;
      case ']' -> markup == Markup.MARKDOWN ? linkTarget(text, i, within.end()) : i;
      default -> i;
    };
  }

  private static int stars(String text, int i, int end) {
    int k = i;
    while (k < end && text.charAt(k) == '*') {
      k++;
    }
    return k - i <= 3 ? k : i;
  }

  private static int ticks(String text, int i, int end) {
    int k = i;
    while (k < end && text.charAt(k) == '`') {
      k++;
    }
    while (k < end && text.charAt(k) == '_' && k - i < 4) {
      k++;
    }
    return k;
  }

  /// ` <https://…>` within a reStructuredText link, up to its closing tick.
  private static int target(String text, int i, Span within) {
    int limit = Math.min(within.end(), i + LONGEST_TARGET);
    int close = i;
    while (close < limit
        && text.charAt(close) != '>'
        && (close == i || text.charAt(close) != '<')) {
      close++;
    }
    return close + 1 < limit && text.charAt(close) == '>' && text.charAt(close + 1) == '`'
        ? ticks(text, close + 1, within.end())
        : i;
  }

  private static int role(String text, int i, int end) {
    int k = i + 1;
    while (k < end && k < i + 20 && Character.isLetter(text.charAt(k))) {
      k++;
    }
    return k > i + 1 && k + 1 < end && text.charAt(k) == ':' && text.charAt(k + 1) == '`'
        ? k + 2
        : i;
  }

  private static int opening(String text, int i, int end) {
    int open = text.charAt(i) == '!' ? i + 1 : i;
    if (open >= end || text.charAt(open) != '[') {
      return i;
    }
    int limit = Math.min(end, open + LONGEST_TARGET);
    int k = open + 1;
    while (k < limit && text.charAt(k) != ']' && text.charAt(k) != '[') {
      k++;
    }
    return k + 1 < limit && text.charAt(k) == ']' && text.charAt(k + 1) == '(' ? open + 1 : i;
  }

  private static int linkTarget(String text, int i, int end) {
    if (i + 1 >= end || text.charAt(i + 1) != '(') {
      return i;
    }
    int limit = Math.min(end, i + LONGEST_TARGET);
    int k = i + 2;
    while (k < limit && "()]".indexOf(text.charAt(k)) < 0) {
      k++;
    }
    return k < limit && text.charAt(k) == ')' ? k + 1 : i;
  }
}
