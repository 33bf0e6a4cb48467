package whence.app.web;

import java.util.List;
import whence.ask.Inquiry;
import whence.ask.Matrix;

/// Evidence by hypothesis.
///
/// @param rows those shown; `more` others are not
public record MatrixPage(
    Inquiry inquiry,
    List<Matrix.Standing> hypotheses,
    List<Matrix.Row> rows,
    int more,
    boolean known,
    boolean current) {
  private static final int SHOWN = 120;

  static MatrixPage of(Inquiry inquiry, Worked<Inquired> worked) {
    Inquired known = worked.value();
    if (known == null) {
      return new MatrixPage(inquiry, List.of(), List.of(), 0, false, false);
    }
    List<Matrix.Row> rows = known.matrix().evidence();
    return new MatrixPage(
        inquiry,
        known.matrix().hypotheses(),
        rows.subList(0, Math.min(SHOWN, rows.size())),
        Math.max(0, rows.size() - SHOWN),
        true,
        worked.current());
  }
}
