package whence.app.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Inquiry;
import whence.ask.Matrix;
import whence.model.Claim;
import whence.model.Fit;

/// Evidence by hypothesis, for people.
public final class MatrixLines {
  private final Terminal screen;

  public MatrixLines(Terminal screen) {
    this.screen = screen;
  }

  public void matrix(Matrix matrix) {
    for (Matrix.Standing standing : matrix.hypotheses()) {
      standing(standing);
    }
    screen.blank();
    if (matrix.evidence().isEmpty()) {
      screen.line("Nothing on record bears on them, as far as words tell.");
      return;
    }
    List<String> columns = matrix.hypotheses().stream().map(it -> it.hypothesis().id()).toList();
    screen.line(
        Run.of(
            "  "
                + String.join(" ", columns.stream().map(MatrixLines::column).toList())
                + "  cred. rel.",
            Style.BOLD));
    for (Matrix.Row row : matrix.evidence()) {
      row(row, columns);
    }
    screen.blank();
    legend();
  }

  private void standing(Matrix.Standing standing) {
    Inquiry.Hypothesis hypothesis = standing.hypothesis();
    screen.paragraph("", "  ", Run.of(hypothesis.id() + " " + hypothesis.text(), Style.BOLD));
    List<String> facts = new ArrayList<>();
    facts.add(
        "against it: "
            + Plain.count(standing.inconsistent().size(), "item")
            + ", weight "
            + weight(standing.against()));
    facts.add("consistent: " + standing.consistent().size());
    facts.add("diagnostic: " + standing.diagnostic().size());
    screen.paragraph("  ", "  ", Run.plain(String.join(" · ", facts)));
    if (standing.inconsistent().isEmpty()) {
      screen.paragraph(
          "  ",
          "  ",
          Run.of(
              "Nothing is put against it: that is a gap. Look for what would refute it.",
              Style.YELLOW));
    }
  }

  private static String weight(double weight) {
    return weight == Math.rint(weight)
        ? String.valueOf((long) weight)
        : String.format(Locale.ROOT, "%.1f", weight);
  }

  private static String column(String id) {
    return id.length() >= 4 ? id : id + " ".repeat(4 - id.length());
  }

  private void row(Matrix.Row row, List<String> columns) {
    StringBuilder cells = new StringBuilder("  ");
    String relevance = "";
    for (String id : columns) {
      Matrix.Cell cell = Objects.requireNonNull(row.cells().get(id));
      String sign = sign(cell.fit()) + (cell.suggested() ? "?" : "");
      int width = Math.max(4, id.length());
      cells.append(sign).append(" ".repeat(Math.max(0, width - sign.length()))).append(' ');
      if (cell.relevance() != null) {
        relevance = JsonLines.word(cell.relevance(), " ");
      }
    }
    Claim claim = row.item().claim();
    cells
        .append(' ')
        .append(claim == null ? "–" : claim.grade().credibility())
        .append("     ")
        .append(relevance.isEmpty() ? "–" : relevance);
    List<Run> runs = new ArrayList<>();
    runs.add(Run.of(cells.toString(), Style.CYAN));
    if (row.decisive()) {
      runs.add(Run.of("  decisive", Style.RED));
    } else if (row.diagnostic()) {
      runs.add(Run.of("  diagnostic", Style.YELLOW));
    }
    screen.line(runs.toArray(Run[]::new));
    screen.paragraph(
        "      ",
        "      ",
        Run.plain(
            claim == null
                ? row.item().evidence().getFirst().statement().contentText()
                : claim.text()),
        Run.of(
            " · " + row.id() + " · " + row.item().evidence().getFirst().document().path(),
            Style.FAINT));
  }

  private static String sign(Fit fit) {
    return switch (fit) {
      case CONSISTENT -> "C";
      case INCONSISTENT -> "I";
      case NEUTRAL -> "N";
      case NOT_APPLICABLE -> "–";
    };
  }

  private void legend() {
    screen.paragraph(
        "",
        "",
        Run.of(
            "C consistent, I inconsistent, N neutral, – not applicable; ? suggested from the words,"
                + " until whence hypothesis fit sets it. The weight against a hypothesis counts each"
                + " independent origin once, by its most credible claim: credibility 1 weighs 4, 2"
                + " weighs 3, 3 weighs 2, 4 and 6 weigh 1, 5 weighs nothing; twice that where"
                + " relevance is high, half where it is low. Decisive: without it the hypotheses"
                + " would stand in another order. No probability comes of this.",
            Style.FAINT));
  }
}
