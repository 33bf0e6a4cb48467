package whence.app.print;

import java.util.List;
import java.util.Locale;
import whence.ask.Scores;

/// Draws the words' ranges against how often what they foretold happened.
public final class Calibration {
  private static final int CELLS = 50;
  private static final int WIDTH = 400;
  private static final int ROW = 34;
  private static final int LEFT = 220;

  private Calibration() {}

  /// How much can be said of them at all.
  public static String note(Scores found) {
    int settled = found.sources().stream().mapToInt(Scores.Row::settled).sum();
    return settled < Scores.FEW
        ? "Only "
            + Plain.count(settled, "forecast")
            + (settled == 1 ? " is" : " are")
            + " settled: fewer than "
            + Scores.FEW
            + " say little about anybody. Read the counts, not the scores."
        : Plain.count(settled, "forecast")
            + " settled. Rows with fewer than "
            + Scores.FEW
            + " say little.";
  }

  /// A line from 0 to 1: `=` the word's range, `-` the share's interval, `o` the share.
  public static String line(Scores.Row row) {
    char[] cells = " ".repeat(CELLS + 1).toCharArray();
    if (row.settled() > 0) {
      fill(cells, row.from(), row.to(), '-');
    }
    if (row.low() != null && row.high() != null) {
      fill(cells, row.low(), row.high(), '=');
    }
    Double share = row.share();
    if (share != null) {
      cells[cell(share)] = 'o';
    }
    return "|" + new String(cells) + "|";
  }

  private static void fill(char[] cells, double from, double to, char sign) {
    for (int i = cell(from); i <= cell(to); i++) {
      cells[i] = sign;
    }
  }

  private static int cell(double share) {
    return (int) Math.round(share * CELLS);
  }

  /// A page of its own with the plot as inline SVG.
  public static String html(Scores scores, String note) {
    StringBuilder page =
        new StringBuilder(
            "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Calibration</title>\n"
                + "<body style=\"font-family:sans-serif\">\n<h1>Forecasts and what came of them</h1>\n<p>"
                + escape(note)
                + "</p>\n");
    page.append(svg(scores.words()));
    table(page, "By word, on its declared scale", scores.words());
    table(page, "By source", scores.sources());
    table(page, "By literal word, without a declared scale (not scored)", scores.literal());
    return page.append("</body></html>\n").toString();
  }

  private static String svg(List<Scores.Row> rows) {
    StringBuilder svg = new StringBuilder();
    int height = rows.size() * ROW + 30;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\" font-size=\"12\">%n"
            .formatted(LEFT + WIDTH + 20, height));
    for (int i = 0; i < rows.size(); i++) {
      Scores.Row row = rows.get(i);
      int y = i * ROW + 18;
      svg.append(
          "<text x=\"0\" y=\"%d\">%s</text>%n"
              .formatted(y + 4, escape(row.name() + ", " + row.settled() + " settled")));
      if (row.low() != null && row.high() != null) {
        svg.append(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" fill=\"#bcd\"/>%n"
                .formatted(x(row.low()), y - 8, Math.max(2, x(row.high()) - x(row.low()))));
      }
      Double share = row.share();
      if (share != null) {
        svg.append(
            "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#333\"/><circle cx=\"%d\" cy=\"%d\" r=\"4\"/>%n"
                .formatted(x(row.from()), x(row.to()), y, y, x(share), y));
      }
    }
    svg.append(
        "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#333\"/><text x=\"%d\" y=\"%d\">0</text><text x=\"%d\" y=\"%d\">1</text>%n</svg>%n"
            .formatted(
                LEFT,
                LEFT + WIDTH,
                height - 20,
                height - 20,
                LEFT,
                height - 6,
                LEFT + WIDTH - 6,
                height - 6));
    return svg.toString();
  }

  private static int x(double share) {
    return LEFT + (int) Math.round(share * WIDTH);
  }

  private static void table(StringBuilder page, String title, List<Scores.Row> rows) {
    page.append("<h2>")
        .append(title)
        .append(
            "</h2>\n<table border=\"1\" cellpadding=\"4\"><tr><th></th><th>forecasts</th><th>settled</th><th>happened</th><th>mean Brier (of how many)</th></tr>\n");
    for (Scores.Row row : rows) {
      page.append(
          "<tr><td>%s</td><td>%d</td><td>%d</td><td>%d</td><td>%s</td></tr>%n"
              .formatted(
                  escape(row.name()), row.forecasts(), row.settled(), row.happened(), brier(row)));
    }
    page.append("</table>\n");
  }

  /// "0.0306 (of 1)".
  public static String brier(Scores.Row row) {
    return row.brier() == null
        ? "–"
        : String.format(Locale.ROOT, "%.4f (of %d)", row.brier(), row.scored());
  }

  private static String escape(String text) {
    return Harmless.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
