package whence.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import whence.app.print.HarmlessHtml;
import whence.app.print.JsonLines;
import whence.ask.check.Checked;
import whence.ask.check.Finding;
import whence.guard.View;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.WhenceException;

/// A draft and the record side by side: one HTML file that holds all it shows and runs nothing.
public final class CheckedPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private CheckedPage() {}

  /// @param behind what on record comes nearest
  public record Row(int line, String text, List<Fault> faults, List<Passage> behind) {}

  /// @param record what the record has instead, empty where it has nothing
  public record Fault(String name, String words, String record, String where, String why) {}

  public record Passage(String text, String where, String share) {}

  public record Model(
      String program, String draft, int sentences, int clean, int findings, List<Row> rows) {}

  /// Writes the page, replacing the file.
  ///
  /// @throws WhenceException if it cannot be written there
  public static void write(String program, String draft, Checked checked, View view, Path file) {
    List<Row> rows = new ArrayList<>();
    int clean = 0;
    for (Checked.Sentence sentence : checked.sentences()) {
      List<Fault> faults =
          checked.findings().stream()
              .filter(finding -> finding.place().overlaps(sentence.place()))
              .map(finding -> fault(finding, view))
              .toList();
      clean += faults.isEmpty() ? 1 : 0;
      rows.add(
          new Row(
              sentence.line(),
              sentence.text(),
              faults,
              sentence.behind().stream()
                  .map(behind ->
                      new Passage(
                          behind.text(),
                          where(behind.document(), view),
                          Math.round(behind.share() * 100) + " %"))
                  .toList()));
    }
    Model model =
        new Model(
            program, draft, checked.sentences().size(), clean, checked.findings().size(), rows);
    String style = HtmlReport.resource("checked.css");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      TEMPLATES.render(
          "report/checked.jte",
          Map.of("model", model, "style", style, "styleHash", HtmlReport.hash(style)),
          new HarmlessHtml(new WriterOutput(out)));
    } catch (IOException e) {
      throw new WhenceException(file + ": the page cannot be written there: " + e.getMessage(), e);
    }
  }

  private static Fault fault(Finding finding, View view) {
    return new Fault(
        JsonLines.word(finding.fault(), " "),
        finding.draft(),
        Words.orEmpty(finding.record()),
        finding.document() == null ? "" : where(finding.document(), view),
        finding.why());
  }

  private static String where(Sha256 document, View view) {
    return view.document(document).map(Document::path).orElse("");
  }
}
