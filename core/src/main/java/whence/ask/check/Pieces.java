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
    List<Span> pieces = new ArrayList<>();
    StringBuilder even = new StringBuilder(text);
    int paragraph = 0;
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      int first = line;
      while (first < end && isMargin(text.charAt(first))) {
        even.setCharAt(first, ' ');
        first++;
      }
      boolean heading = first < end && "#|=".indexOf(text.charAt(first)) >= 0;
      if (first == end || heading) {
        within(text, even, paragraph, line, pieces);
        if (heading) {
          add(text, first, end, pieces);
        }
        paragraph = Math.min(text.length(), end + 1);
      } else if (end < text.length()) {
        // a single line break is how a page was set
        even.setCharAt(end, ' ');
      }
      line = end + 1;
    }
    within(text, even, paragraph, text.length(), pieces);
    return pieces;
  }

  /// Space, and the marks that mail sets before what it quotes.
  private static boolean isMargin(char c) {
    return Character.isWhitespace(c) || c == '>';
  }

  private static void within(String text, CharSequence even, int from, int to, List<Span> pieces) {
    if (from >= to) {
      return;
    }
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(even.subSequence(from, to).toString());
    int start = from;
    breaks.first();
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      int end = from + next;
      if (!isAbbreviated(text, start, end)) {
        add(text, start, end, pieces);
        start = end;
      }
    }
    add(text, start, to, pieces);
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
    while (start < end && isMargin(text.charAt(start))) {
      start++;
    }
    while (end > start && isMargin(text.charAt(end - 1))) {
      end--;
    }
    for (int cut = start; cut < end; cut += LONGEST) {
      pieces.add(new Span(cut, Math.min(end, cut + LONGEST)));
    }
  }
}
