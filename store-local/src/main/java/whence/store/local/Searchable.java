package whence.store.local;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Text;

/// A stretch of a document that can be found: a statement, or a sentence that no statement covers.
///
/// @param statement its id, null for a sentence
/// @param content what is said, apart from who says it; null for a sentence
/// @param words all its words
record Searchable(
    Passage passage,
    @Nullable Integer page,
    @Nullable String statement,
    @Nullable String content,
    String words) {
  /// A text without full stops is cut into stretches of at most so many characters.
  private static final int LONGEST = 1_000;

  /// All of a reading's text, in stretches.
  static List<Searchable> of(Reading reading) {
    List<Searchable> found = new ArrayList<>();
    BitSet covered = new BitSet();
    for (Statement statement : reading.statements()) {
      parts(statement).forEach(part -> covered.set(part.start(), part.end()));
      found.add(statement(reading.text(), statement));
    }
    for (Span sentence : sentences(reading.text().characters())) {
      int known = covered.get(sentence.start(), sentence.end()).cardinality();
      if (known * 2 < sentence.length()) {
        Passage passage = reading.text().passage(sentence);
        found.add(
            new Searchable(
                passage, reading.text().pageAt(passage.start()), null, null, passage.text()));
      }
    }
    return found;
  }

  private static Searchable statement(Text text, Statement statement) {
    List<Passage> content = statement.content();
    Span place =
        content.isEmpty()
            ? statement.extent()
            : new Span(
                content.stream().mapToInt(Passage::start).min().orElseThrow(),
                content.stream().mapToInt(Passage::end).max().orElseThrow());
    return new Searchable(
        text.passage(place),
        text.pageAt(place.start()),
        statement.id(),
        statement.contentText(),
        String.join(" ", parts(statement).map(Passage::text).toList()));
  }

  private static Stream<Passage> parts(Statement statement) {
    return Stream.of(statement.source(), statement.cue(), statement.content())
        .flatMap(List::stream);
  }

  /// Java's own sentences, blank lines between them too: enough to find a place by.
  static List<Span> sentences(String text) {
    List<Span> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    int paragraph = 0;
    while (paragraph < text.length()) {
      int end = text.indexOf("\n\n", paragraph);
      end = end < 0 ? text.length() : end + 2;
      breaks.setText(text.substring(paragraph, end));
      int start = breaks.first();
      for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
        cut(text, paragraph + start, paragraph + next, sentences);
        start = next;
      }
      paragraph = end;
    }
    return sentences;
  }

  private static void cut(String text, int from, int to, List<Span> into) {
    int start = from;
    while (start < to) {
      int end = Math.min(to, start + LONGEST);
      if (end < to) {
        int space = text.lastIndexOf(' ', end);
        end = space > start ? space : end;
      }
      Span stripped = strip(text, start, end);
      if (stripped.length() > 0) {
        into.add(stripped);
      }
      start = end;
    }
  }

  private static Span strip(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
