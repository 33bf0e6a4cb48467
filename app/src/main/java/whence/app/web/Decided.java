package whence.app.web;

import java.time.Instant;
import java.util.List;
import whence.app.print.DecisionWords;
import whence.guard.Decision;
import whence.guard.View;

/// All that people decided, the latest first.
public record Decided(List<Line> lines) {
  /// @param what was decided, as the rest of a sentence that begins with who did
  public record Line(long number, Instant at, String by, String what, String why, boolean undone) {}

  static Decided of(View view) {
    return new Decided(view.decisions().reversed().stream().map(each -> line(view, each)).toList());
  }

  private static Line line(View view, Decision decision) {
    String why = decision.entry().why();
    return new Line(
        decision.number(),
        decision.at(),
        decision.entry().by(),
        DecisionWords.what(decision.entry()),
        why == null ? "" : why,
        view.isUndone(decision.number()));
  }
}
