package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// A long PDF in the workbench: how soon a cited page is drawn, and the statement on it lit.
final class PdfPageMeasure implements Measure {
  private static final String LONG = "cases/mueller-report-vol-1.pdf";
  private static final int TIMES = 12;
  private static final Pattern STATEMENT = Pattern.compile("data-statement=\"(\\w+)\"");
  private static final Pattern DOCUMENT = Pattern.compile("href=\"(/documents/[0-9a-f]{64})\"");

  @Override
  public String name() {
    return "pdf-page";
  }

  @Override
  public String says() {
    return "milliseconds until a cited page of a PDF of 200 pages is drawn in the browser; minutes";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> pdf = setting.shared(LONG);
    if (pdf.isEmpty() || !Files.isExecutable(setting.program())) {
      sheet.note("not measured: no " + LONG + ", or no program");
      return;
    }
    Path folder = setting.folder("pdf");
    Path home = folder.resolve("case");
    Program whence = new Program(setting.program(), folder);
    whence.run("read", pdf.get().toString(), "--case", home.toString()).mustSucceed();
    try (Visitor visitor = Visitor.at(setting.program(), home, folder);
        Browsed browsed = Browsed.by(visitor).orElse(null)) {
      if (browsed == null) {
        sheet.note("not measured: no Chromium");
        return;
      }
      // A case that was read a moment ago is being indexed; that is a moment of its own.
      measure(visitor, browsed, setting, sheet, ", the case just read");
      visitor.settle("/search?words=report");
      measure(visitor, browsed, setting, sheet, "");
    }
  }

  private static void measure(
      Visitor visitor, Browsed browsed, Setting setting, Sheet sheet, String when) {
    String document = visitor.linked("/documents", DOCUMENT, 1).getFirst();
    Random random = new Random(setting.seed());
    List<Double> drawn = new ArrayList<>();
    List<Double> lit = new ArrayList<>();
    while (lit.size() < TIMES) {
      int page = 10 + random.nextInt(180);
      List<String> statements =
          visitor.linked(document + "?page=" + page, STATEMENT, Integer.MAX_VALUE);
      if (!statements.isEmpty()) {
        String statement = statements.get(random.nextInt(statements.size()));
        drawn.add(
            browsed.millisUntil(
                document + "?page=" + page + "#page-" + page,
                "#page-" + page + " .sheet[data-drawn=true]"));
        lit.add(browsed.millisUntil("/statements/" + statement, ".sheet-text a.piece.lit"));
      }
    }
    sheet.row("cited page drawn" + when, "ms", Spread.of(drawn));
    sheet.row("cited statement lit on its page" + when, "ms", Spread.of(lit));
  }
}
