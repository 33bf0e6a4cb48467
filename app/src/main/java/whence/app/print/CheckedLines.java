package whence.app.print;

import whence.ask.check.Finding;
import whence.model.Sha256;

/// What was found in a draft, a line each, as `docs/output.md` promises it.
public final class CheckedLines {
  private CheckedLines() {}

  public static void write(
      JsonLines json,
      Iterable<Finding> findings,
      java.util.function.Function<Sha256, String> paths) {
    for (Finding finding : findings) {
      json.line(line ->
          line.number("line", (Integer) finding.line())
              .number("start", (Integer) finding.place().start())
              .number("end", (Integer) finding.place().end())
              .word("fault", finding.fault(), " ")
              .text("draft", finding.draft())
              .text("record", finding.record())
              .texts("evidence", finding.evidence())
              .text("document", finding.document() == null ? null : paths.apply(finding.document()))
              .text("why", finding.why()));
    }
  }
}
