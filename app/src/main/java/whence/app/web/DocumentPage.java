package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Page;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;

/// A portion of a document as it is, with every statement marked where it stands.
///
/// @param portion its number, from 1
/// @param portions how many there are
/// @param leaves its text, page by page; one leaf where it has no pages
/// @param cards the statements that begin in it, in the order in which they stand
/// @param statements in the whole document
/// @param looks how it can be shown beside its text
public record DocumentPage(
    Document document,
    int portion,
    int portions,
    List<Leaf> leaves,
    List<Card> cards,
    int statements,
    Looks looks) {
  private static final int COLOURS = 8;
  private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif");

  private static final Comparator<Statement> PLACE =
      Comparator.comparing(Statement::extent).thenComparing(Statement::id);

  /// What a browser can draw of the file itself.
  public enum Looks {
    TEXT_ONLY,
    PDF,
    PICTURE
  }

  /// @param number of the page, null where there are no pages
  public record Leaf(@Nullable Integer number, List<Marking.Piece> pieces) {}

  static DocumentPage of(Snapshot at, Reading reading, int portion) {
    List<Span> portions = Portions.of(reading.text());
    int shown = Math.clamp(portion, 1, portions.size());
    Span here = portions.get(shown - 1);
    List<Statement> statements = reading.statements().stream().sorted(PLACE).toList();
    Map<String, Integer> colours = new HashMap<>();
    List<Card> marked = new ArrayList<>();
    List<Card> beginning = new ArrayList<>();
    for (Statement statement : statements) {
      int colour = colours.computeIfAbsent(Card.who(statement), _ -> colours.size() % COLOURS);
      if (statement.extent().overlaps(here)) {
        Card card = Card.of(at, statement, colour);
        marked.add(card);
        if (statement.extent().start() >= here.start()) {
          beginning.add(card);
        }
      }
    }
    return new DocumentPage(
        reading.document(),
        shown,
        portions.size(),
        leaves(reading, here, new Marking(reading.text().characters(), marked)),
        beginning,
        statements.size(),
        looks(reading.document()));
  }

  /// How a document can be shown.
  static Looks looks(Document document) {
    return document.mediaType().equals("application/pdf")
        ? Looks.PDF
        : PICTURES.contains(document.mediaType()) ? Looks.PICTURE : Looks.TEXT_ONLY;
  }

  private static List<Leaf> leaves(Reading reading, Span here, Marking marking) {
    List<Leaf> leaves = new ArrayList<>();
    List<Page> pages = reading.text().pages();
    int at = here.start();
    for (int i = 0; i < pages.size() && at < here.end(); i++) {
      int next =
          i + 1 < pages.size() ? pages.get(i + 1).start() : reading.text().characters().length();
      if (next > at) {
        int end = Math.min(next, here.end());
        leaves.add(new Leaf(pages.get(i).number(), marking.pieces(new Span(at, end))));
        at = end;
      }
    }
    if (at < here.end() || leaves.isEmpty()) {
      leaves.add(new Leaf(null, marking.pieces(new Span(at, here.end()))));
    }
    return leaves;
  }
}
