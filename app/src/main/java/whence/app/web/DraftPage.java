package whence.app.web;

import java.util.List;
import whence.app.report.CheckedPage;
import whence.app.report.CheckedPage.Row;

/// A draft and the record side by side.
///
/// @param only whether only sentences with findings are shown
/// @param clean how many sentences have none
/// @param refused why no text could be got from it, empty where one was
public record DraftPage(
    String id,
    String name,
    boolean only,
    Leaf<Row> rows,
    int sentences,
    int clean,
    int findings,
    String refused,
    boolean known,
    boolean current) {
  private static final int ON_A_PAGE = 100;

  static DraftPage of(Draft draft, Worked<Draft.Held> worked, boolean only, int number) {
    Draft.Held held = worked.value();
    CheckedPage.Model model = held == null ? null : held.model();
    List<Row> all = model == null ? List.of() : model.rows();
    return new DraftPage(
        draft.id(),
        draft.name(),
        only,
        Leaf.of(
            all.stream().filter(row -> !only || !row.faults().isEmpty()).toList(),
            number,
            ON_A_PAGE),
        all.size(),
        model == null ? 0 : model.clean(),
        model == null ? 0 : model.findings(),
        held == null ? "" : held.refused(),
        held != null,
        worked.current());
  }
}
