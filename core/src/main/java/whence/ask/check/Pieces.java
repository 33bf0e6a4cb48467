package whence.ask.check;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.model.Span;

/// Cuts a text into sentences, near enough for looking up: a wrong cut costs little, as what stands
/// beside a sentence is looked at too.
final class Pieces {
  /// A run without an end is cut here.
  private static final int LONGEST = 1_000;

  private Pieces() {}

  static List<Span> of(String text) {
    // a single line break is how a page was set; two end a paragraph
    StringBuilder even = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      boolean alone =
          text.charAt(i) == '\n'
              && i > 0
              && i + 1 < text.length()
              && text.charAt(i - 1) != '\n'
              && text.charAt(i + 1) != '\n'
              && !endsLine(text, i);
      if (alone) {
        even.setCharAt(i, ' ');
      }
    }
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(even.toString());
    List<Span> pieces = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (isAbbreviated(text, start, end)) {
        continue;
      }
      add(text, start, end, pieces);
      start = end;
    }
    if (start < text.length()) {
      add(text, start, text.length(), pieces);
    }
    return pieces;
  }

  /// Whether the next line begins something of its own: a list, a quotation mark of mail, a turn.
  private static boolean endsLine(String text, int at) {
    char next = text.charAt(at + 1);
    return next == '>' || next == '-' || next == '*' || next == '#' || next == '|';
  }

  private static boolean isAbbreviated(String text, int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (last == start
        || text.charAt(last - 1) != '.'
        || text.substring(last, end).contains("\n\n")) {
      return false;
    }
    int word = last - 1;
    while (word > start && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    String written = text.substring(word, last - 1);
    return written.length() == 1
        || written.matches(
            "(?i)mr|mrs|ms|dr|st|capt|sgt|gen|col|no|jan|feb|mar|apr|aug|sept?|oct|nov|dec");
  }

  private static void add(String text, int from, int to, List<Span> pieces) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    for (int cut = start; cut < end; cut += LONGEST) {
      pieces.add(new Span(cut, Math.min(end, cut + LONGEST)));
    }
  }
}
