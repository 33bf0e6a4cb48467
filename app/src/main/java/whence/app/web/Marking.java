package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Statement;

/// Marks statements in the text in which they stand.
public final class Marking {
  private final String text;
  private final List<Stretch> stretches = new ArrayList<>();
  private final Map<Integer, List<String>> beginnings = new HashMap<>();

  /// A stretch of text that the same statements cover.
  ///
  /// @param start in the document's text
  /// @param statement the innermost of them, null for none
  /// @param colour of its source
  /// @param role `source`, `cue` or `content`; empty for none
  /// @param begins the statements that begin here, by id
  public record Piece(
      String text,
      int start,
      @Nullable String statement,
      int colour,
      String role,
      List<String> begins) {}

  /// @param depth of the statement, the deeper the nearer to the eye
  private record Stretch(Span span, Card card, String role, int depth) {}

  Marking(String text, List<Card> cards) {
    this.text = text;
    for (Card card : cards) {
      Statement statement = card.statement();
      add(card, "source", statement.source());
      add(card, "cue", statement.cue());
      add(card, "content", statement.content());
      beginnings
          .computeIfAbsent(statement.extent().start(), _ -> new ArrayList<>())
          .add(statement.id());
    }
    stretches.sort(
        Comparator.<Stretch>comparingInt(it -> it.span().start())
            .thenComparingInt(Stretch::depth)
            .thenComparing(it -> it.card().statement().id()));
  }

  private void add(Card card, String role, List<Passage> passages) {
    for (Passage passage : passages) {
      stretches.add(
          new Stretch(
              new Span(passage.start(), passage.end()), card, role, card.statement().depth()));
    }
  }

  /// Cuts a span wherever a stretch begins or ends; the deepest one there shows.
  List<Piece> pieces(Span span) {
    List<Piece> pieces = new ArrayList<>();
    List<Stretch> open = new ArrayList<>();
    int next = 0;
    int at = span.start();
    while (at < span.end()) {
      int here = at;
      while (next < stretches.size() && stretches.get(next).span().start() <= here) {
        open.add(stretches.get(next++));
      }
      open.removeIf(stretch -> stretch.span().end() <= here);
      int end = span.end();
      for (Stretch stretch : open) {
        end = Math.min(end, stretch.span().end());
      }
      if (next < stretches.size()) {
        end = Math.min(end, stretches.get(next).span().start());
      }
      pieces.add(piece(at, end, open));
      at = end;
    }
    return pieces;
  }

  private Piece piece(int start, int end, List<Stretch> open) {
    Stretch top = open.stream().max(Comparator.comparingInt(Stretch::depth)).orElse(null);
    List<String> begins = beginnings.getOrDefault(start, List.of());
    return top == null
        ? new Piece(text.substring(start, end), start, null, 0, "", begins)
        : new Piece(
            text.substring(start, end),
            start,
            top.card().statement().id(),
            top.card().colour(),
            top.role(),
            begins);
  }
}
