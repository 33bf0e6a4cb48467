package whence.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import whence.app.print.HarmlessHtml;

/// A composed report as one HTML file that runs no script and refers to nothing outside itself.
final class ComposedPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private ComposedPage() {}

  /// @param texts of the documents cited, none where the file is to hold the report alone
  static void write(Composed report, List<ReportModel.Cited> texts, Writer out) {
    String style = HtmlReport.resource("composed.css") + PageHead.rule(report.marks());
    TEMPLATES.render(
        "report/composed.jte",
        Map.of(
            "model", report, "texts", texts, "style", style, "styleHash", HtmlReport.hash(style)),
        new HarmlessHtml(new WriterOutput(out)));
  }
}
