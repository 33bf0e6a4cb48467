package whence.app.command;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.pipeline.Removal;
import whence.app.pipeline.Scratch;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Document;
import whence.model.Sha256;
import whence.store.CaseStore;

@Command(
    name = "remove",
    description = {
      "Takes a document out of the case for good: what must not be kept, a privileged file or one "
          + "that betrays a source.",
      "Its original is overwritten and deleted, all that was derived from it is dropped, and a "
          + "tombstone with who and why stays in the journal. Removing an archive or a mail removes "
          + "what came in through nothing but it. A removed document stays out when its folder is "
          + "read again. Words of it that a reviewer's decision quotes stay in the journal; backups "
          + "and the file it was read from are yours to deal with."
    },
    footer = {
      "",
      "Example:",
      "  whence remove letter.pdf --by \"A. Chen\" --why \"solicitor-client privilege\""
    })
final class RemoveCommand extends CaseCommand {
  @Parameters(
      paramLabel = "DOCUMENT",
      description = "Its path, or eight digits or more of its hash.")
  @SuppressWarnings("NullAway.Init")
  String document;

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who decided it.")
  @SuppressWarnings("NullAway.Init")
  String by;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why.")
  @SuppressWarnings("NullAway.Init")
  String why;

  RemoveCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    if (by.isBlank() || why.isBlank()) {
      throw new UsageException("--by and --why say who removes the document and why");
    }
    try (CaseStore store = open();
        Scratch _ = Scratch.in(folder());
        View view = view(store)) {
      Document leaving = document(view, document);
      Removal removal = new Removal(store, surroundings.clock());
      Set<Sha256> containers = removal.containers(leaving.sha256());
      if (!containers.isEmpty()) {
        List<String> paths =
            containers.stream().map(Fields.paths(view.documents())).sorted().toList();
        throw new UsageException(
            leaving.path()
                + ": its bytes also stand inside "
                + String.join(" and ", paths)
                + "; remove that instead, then read the rest of it from a folder");
      }
      Set<Sha256> removed = removal.remove(leaving.sha256(), by.strip(), why.strip());
      try (Terminal screen = surroundings.screen()) {
        screen.paragraph(
            "Removed "
                + leaving.path()
                + others(removed.size() - 1)
                + "; the journal says by whom and why. The file it was read from is still where it "
                + "was.");
      }
      return ExitCode.DONE;
    }
  }

  private static String others(int number) {
    return number == 0
        ? ""
        : " and " + Plain.count(number, "document") + " that came in through it alone";
  }
}
