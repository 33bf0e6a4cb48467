package whence.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Span;

/// The statement that the reader is least sure of, in the words around it.
///
/// @param card null where everything is reviewed
/// @param skipped how many of the least sure were passed over
/// @param decided the decision just made on the one before, 0 for none
public record ReviewPage(
    @Nullable Document document,
    @Nullable Card card,
    String before,
    List<Marking.Piece> pieces,
    String after,
    int skipped,
    int decided,
    int left,
    int statements) {
  private static final int AROUND = 320;

  static ReviewPage of(Snapshot at, int skip, int decided) {
    List<Lookups.Unreviewed> waiting = at.lookups().leastSure();
    int all = at.tally().statements();
    if (waiting.isEmpty()) {
      return new ReviewPage(null, null, "", List.of(), "", 0, decided, 0, all);
    }
    int number = Math.min(skip, waiting.size() - 1);
    String id = waiting.get(number).statement();
    Requested.Found found = at.statement(id).orElseThrow();
    Reading reading = found.reading();
    Card card = Card.of(at, found.statement(), 0);
    String text = reading.text().characters();
    Span extent = found.statement().extent();
    int start = Math.max(0, extent.start() - AROUND);
    int end = Math.min(text.length(), extent.end() + AROUND);
    return new ReviewPage(
        reading.document(),
        card,
        text.substring(start, extent.start()),
        new Marking(text, List.of(card)).pieces(extent),
        text.substring(extent.end(), end),
        number,
        decided,
        waiting.size(),
        all);
  }
}
