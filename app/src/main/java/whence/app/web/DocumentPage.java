package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Link;
import whence.model.Page;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Text;

/// A document as it is, with every statement marked where it stands.
///
/// @param leaves its text, page by page; one leaf where it has no pages
/// @param cards its statements in the order in which they stand
public record DocumentPage(Document document, List<Leaf> leaves, List<Card> cards) {
  private static final int COLOURS = 8;

  private static final Comparator<Statement> PLACE =
      Comparator.comparing(Statement::extent).thenComparing(Statement::id);

  /// @param number of the page, null where there are no pages
  public record Leaf(@Nullable Integer number, List<Piece> pieces) {}

  /// A stretch of text that the same statements cover.
  ///
  /// @param start in the document's text
  /// @param statement the innermost of them, null for none
  /// @param colour of its source
  /// @param role `source`, `cue` or `content`; empty for none
  /// @param first whether that statement begins here
  public record Piece(
      String text, int start, @Nullable String statement, int colour, String role, boolean first) {}

  /// A statement as the margin tells of it.
  ///
  /// @param claim the id of the claim it belongs to, null for none
  public record Card(Statement statement, Review review, @Nullable String claim, int colour) {
    /// Whoever is nearest to what is said, empty where nobody is named.
    public String who() {
      Link innermost = statement.innermost();
      return innermost.name() != null
          ? innermost.name()
          : innermost.as() != null ? innermost.as() : "";
    }
  }

  static DocumentPage of(Snapshot at, Reading reading) {
    List<Statement> statements = reading.statements().stream().sorted(PLACE).toList();
    Map<String, Integer> colours = new HashMap<>();
    List<Card> cards = new ArrayList<>();
    for (Statement statement : statements) {
      Card uncoloured =
          new Card(statement, at.view().review(statement), at.claimOf().get(statement.id()), 0);
      int colour = colours.computeIfAbsent(uncoloured.who(), _ -> colours.size() % COLOURS);
      cards.add(new Card(statement, uncoloured.review(), uncoloured.claim(), colour));
    }
    return new DocumentPage(reading.document(), leaves(reading, cards), cards);
  }

  /// One statement's words in pieces.
  static List<Piece> pieces(Text text, Card card) {
    return pieces(text.characters(), card.statement().extent(), stretches(List.of(card)));
  }

  private static List<Leaf> leaves(Reading reading, List<Card> cards) {
    String text = reading.text().characters();
    List<Stretch> stretches = stretches(cards);
    List<Leaf> leaves = new ArrayList<>();
    List<Page> pages = reading.text().pages();
    if (pages.isEmpty()) {
      return List.of(new Leaf(null, pieces(text, new Span(0, text.length()), stretches)));
    }
    for (int i = 0; i < pages.size(); i++) {
      int end = i + 1 < pages.size() ? pages.get(i + 1).start() : text.length();
      leaves.add(
          new Leaf(
              pages.get(i).number(), pieces(text, new Span(pages.get(i).start(), end), stretches)));
    }
    return leaves;
  }

  /// @param depth of the statement, the deeper the nearer to the eye
  private record Stretch(Span span, Card card, String role, int depth, boolean first) {}

  private static List<Stretch> stretches(List<Card> cards) {
    List<Stretch> stretches = new ArrayList<>();
    for (Card card : cards) {
      Statement statement = card.statement();
      int start = statement.extent().start();
      add(stretches, card, "source", statement.source(), start);
      add(stretches, card, "cue", statement.cue(), start);
      add(stretches, card, "content", statement.content(), start);
    }
    stretches.sort(
        Comparator.<Stretch>comparingInt(it -> it.span().start())
            .thenComparingInt(Stretch::depth)
            .thenComparing(it -> it.card().statement().id()));
    return stretches;
  }

  private static void add(
      List<Stretch> stretches, Card card, String role, List<Passage> passages, int start) {
    for (Passage passage : passages) {
      stretches.add(
          new Stretch(
              new Span(passage.start(), passage.end()),
              card,
              role,
              card.statement().depth(),
              passage.start() == start));
    }
  }

  /// Cuts a span wherever a stretch begins or ends; the deepest one there shows.
  private static List<Piece> pieces(String text, Span span, List<Stretch> stretches) {
    List<Piece> pieces = new ArrayList<>();
    List<Stretch> open = new ArrayList<>();
    int next = 0;
    int at = span.start();
    while (next < stretches.size() && stretches.get(next).span().end() <= at) {
      next++;
    }
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
      Stretch top = open.stream().max(Comparator.comparingInt(Stretch::depth)).orElse(null);
      pieces.add(
          top == null
              ? new Piece(text.substring(at, end), at, null, 0, "", false)
              : new Piece(
                  text.substring(at, end),
                  at,
                  top.card().statement().id(),
                  top.card().colour(),
                  top.role(),
                  top.first() && top.span().start() == at));
      at = end;
    }
    return pieces;
  }
}
