package whence.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import whence.app.print.HarmlessHtml;
import whence.guard.View;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.model.WhenceException;

/// Writes the report: one HTML file that holds everything it shows, runs no script and refers to
/// nothing outside itself. The same case gives the same bytes.
///
/// Everything that comes from a document is escaped for where it stands, and control characters and
/// marks that would show words in another order than they are stored in appear as visible signs.
public final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private final String programVersion;
  private final String style;

  /// Which claims the report tells, by id: "at length" or "in a line".
  public static Map<String, String> told(View view, Weighing weighing) {
    return ReportCompiler.told(view, weighing);
  }

  public HtmlReport(String programVersion) {
    this.programVersion = programVersion;
    this.style = resource("report.css");
  }

  /// Writes the report to a file, replacing it. A report that cannot be finished leaves what was
  /// there before.
  ///
  /// @throws WhenceException if the case has changed since it was last weighed, or the file cannot
  ///   be written
  public void write(View view, Head head, Path file) {
    ReportModel model = ReportCompiler.compile(programVersion, view, head);
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("."));
    try {
      Path unfinished = Files.createTempFile(folder, ".whence-report-", ".html");
      try {
        try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
          write(model, writer);
        }
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new WhenceException(
          file + ": the report cannot be written there: " + e.getMessage(), e);
    }
  }

  /// Writes the report as characters to be encoded in UTF-8.
  public void write(View view, Head head, Writer out) {
    write(ReportCompiler.compile(programVersion, view, head), out);
  }

  void write(ReportModel model, Writer out) {
    String ruled = style + PageHead.rule(model.marks());
    TEMPLATES.render(
        "report/report.jte",
        Map.of("model", model, "style", ruled, "styleHash", hash(ruled)),
        new HarmlessHtml(new WriterOutput(out)));
  }

  static String hash(String style) {
    return "sha256-"
        + Base64.getEncoder()
            .encodeToString(Sha256.digest().digest(style.getBytes(StandardCharsets.UTF_8)));
  }

  static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, name + " is missing from the program").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
