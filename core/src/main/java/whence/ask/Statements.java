package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Review;
import whence.model.Statement;

/// The statements of a view that nobody has rejected, as people corrected them, in the order
/// everything is printed in.
final class Statements {
  record Placed(Document document, Statement statement) {}

  private static final Comparator<Placed> ORDER =
      Comparator.<Placed, String>comparing(placed -> placed.document().path(), CodePoints.ORDER)
          .thenComparing(placed -> placed.statement().extent())
          .thenComparing(placed -> placed.statement().id(), CodePoints.ORDER);

  private Statements() {}

  static List<Placed> in(View view) {
    List<Placed> found = new ArrayList<>();
    view.readings()
        .forEach(reading -> {
          for (Statement statement : reading.statements()) {
            if (view.review(statement).state() != Review.State.REJECTED) {
              found.add(new Placed(reading.document(), statement));
            }
          }
        });
    found.sort(ORDER);
    return found;
  }
}
