package whence.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.print.CheckedLines;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.app.report.CheckedPage;
import whence.ask.check.Checked;
import whence.ask.check.Finding;
import whence.guard.View;
import whence.model.Document;
import whence.store.CaseStore;

@Command(
    name = "check",
    description = {
      "Holds a draft (Markdown, DOCX, text) against the record, a sentence at a time: quotations to "
          + "the letter, names, dates and numbers, how surely a thing is told and by whom, and "
          + "whether anything on record bears it.",
      "The draft is not taken into the case. The exit status is 1 when something is found, so that it "
          + "can stand in a publishing step. It finds what differs from the record, not what is wrong "
          + "in the world."
    },
    footer = {
      "",
      "Examples:",
      "  whence check story.md --case harbour",
      "  whence check story.docx --case harbour --html side-by-side.html"
    })
final class CheckCommand extends CaseCommand {
  @Parameters(paramLabel = "DRAFT", description = "The file to check.")
  @SuppressWarnings("NullAway.Init")
  Path draft;

  @Option(names = "--json", description = "Print JSON Lines for programs.")
  boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write a page with the draft and the record side by side.")
  @Nullable Path html;

  CheckCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    try (CaseStore store = open();
        View view = view(store)) {
      Checked checked =
          DraftFile.check(
              parts,
              folder(),
              view,
              weighing(store, view),
              () -> Asking.search(likes(store, view)),
              draft);
      if (checked.sentences().isEmpty()) {
        throw new UsageException(
            draft + ": holds no sentence to check; see that it is the draft that you mean");
      }
      if (html != null) {
        CheckedPage.write(
            parts.program(), String.valueOf(draft.getFileName()), checked, view, html);
      }
      if (json) {
        try (JsonLines lines = new JsonLines(surroundings.out())) {
          CheckedLines.write(lines, checked.findings(), Fields.paths(view.documents()));
        }
      } else {
        tell(view, checked);
      }
      int incomplete = tellNotDerived(view);
      return checked.findings().isEmpty() ? incomplete : ExitCode.INCOMPLETE;
    }
  }

  private void tell(View view, Checked checked) {
    try (Terminal screen = surroundings.screen()) {
      for (Finding finding : checked.findings()) {
        screen.paragraph(
            "",
            "  ",
            Run.of(draft + ":" + finding.line() + ": ", Style.FAINT),
            Run.of(JsonLines.word(finding.fault(), " "), Style.BOLD),
            Run.plain(": " + finding.why()));
        screen.paragraph("    draft:  ", "            ", Run.plain(finding.draft()));
        if (finding.record() != null) {
          screen.paragraph("    record: ", "            ", Run.plain(finding.record()));
        }
        if (finding.document() != null) {
          screen.paragraph(
              "            ",
              "            ",
              Run.of(
                  view.document(finding.document()).map(Document::path).orElse("")
                      + " · "
                      + String.join(", ", finding.evidence()),
                  Style.FAINT));
        }
      }
      screen.line(
          Plain.count(checked.sentences().size(), "sentence")
              + " checked, "
              + Plain.count(checked.findings().size(), "finding")
              + ".");
    }
  }
}
