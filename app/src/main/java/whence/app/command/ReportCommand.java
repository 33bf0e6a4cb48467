package whence.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Terminal;
import whence.app.report.Head;
import whence.app.report.HtmlReport;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "report",
    description = {
      "Writes a report to open in a browser: one file that holds all it shows and fetches nothing.",
      "It carries the hash of the journal's last entry, so that whence verify --head can tell later "
          + "whether the record it was made from is still whole. What a machine read and nobody has "
          + "reviewed is marked so."
    },
    footer = {
      "",
      "Examples:",
      "  whence report --case harbour",
      "  whence report --case harbour --output harbour.html"
    })
final class ReportCommand extends CaseCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "whence-report.html",
      description = "Where to write it (./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  Path output;

  ReportCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    try (CaseStore store = open();
        View view = view(store)) {
      weighing(store, view);
      new HtmlReport(parts.program()).write(view, Head.of(store.journal()), output);
    }
    try (Terminal screen = surroundings.screen()) {
      screen.line("The report is " + output + "; open it in a browser.");
    }
    return ExitCode.DONE;
  }
}
