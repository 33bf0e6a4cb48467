package whence.read;

import java.util.ArrayList;
import java.util.List;
import whence.model.Span;

/// Quotation marks: which stand where, and what they enclose.
final class Quotes {
  /// How far back in its paragraph, in characters, an opening mark is looked for: a megabyte
  /// without a line end must not be walked for every name in it.
  private static final int FARTHEST = 10_000;

  private Quotes() {}

  static boolean isOpening(char c) {
    return c == '"' || c == '\u201C' || c == '\u00AB' || c == '\u201F';
  }

  static boolean isClosing(char c) {
    return c == '"' || c == '\u201D' || c == '\u00BB';
  }

  /// Double-quoted stretches of a paragraph, marks included. A quotation that the paragraph leaves
  /// open ends with the paragraph, so that one missing mark never swallows the rest.
  static List<Span> in(String text, Span paragraph) {
    List<Span> quotations = new ArrayList<>();
    int open = -1;
    for (int i = paragraph.start(); i < paragraph.end(); i++) {
      char c = text.charAt(i);
      if (open >= 0 && isClosing(c)) {
        quotations.add(new Span(open, i + 1));
        open = -1;
      } else if (isOpening(c)) {
        open = i;
      }
    }
    if (open >= 0) {
      quotations.add(new Span(open, paragraph.end()));
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
    boolean open = false;
    for (int i = start; i < span.start(); i++) {
      char c = text.charAt(i);
      open = open ? !isClosing(c) : isOpening(c);
    }
    return open;
  }

  /// The same span without white space and quotation marks at its edges.
  static Span inside(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && isEdge(text.charAt(start))) {
      start++;
    }
    while (end > start && isEdge(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isEdge(char c) {
    return Character.isWhitespace(c) || isOpening(c) || isClosing(c);
  }
}
