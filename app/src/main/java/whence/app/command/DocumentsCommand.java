package whence.app.command;

import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.guard.View;
import whence.model.Document;
import whence.store.CaseStore;

@Command(
    name = "documents",
    description = {
      "Lists every document on record, read or not.",
      "A document that could not be read is listed with the reason; it never just goes missing. "
          + "The same bytes under several names are one document, shown with all its paths."
    },
    footer = {
      "",
      "Examples:",
      "  whence documents --case harbour",
      "  whence documents --case harbour --json | grep '\"not read\"'"
    })
final class DocumentsCommand extends ListingCommand {
  DocumentsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    view.documents().forEach(fields::document);
    view.refused().forEach(refusal -> fields.refused(refusal.path(), refusal.why()));
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Plain plain = new Plain(screen);
    view.documents().forEach(plain::document);
    view.refused()
        .forEach(refusal -> {
          screen.line(
              Run.of(refusal.path(), Terminal.Style.BOLD),
              Run.plain("  "),
              Run.of("not read", Terminal.Style.RED));
          screen.paragraph("    ", "    ", Run.of(refusal.why(), Terminal.Style.RED));
        });
    if (view.documents().isEmpty() && view.refused().isEmpty()) {
      screen.paragraph("This case holds no documents yet: whence read PATH brings some in.");
      return;
    }
    screen.blank();
    screen.line(
        Plain.count(view.documents().size() + view.refused().size(), "document")
            + ": "
            + of(view, Document.Status.READ)
            + " read, "
            + of(view, Document.Status.PARTLY_READ)
            + " partly read, "
            + (of(view, Document.Status.NOT_READ) + view.refused().size())
            + " not read");
  }

  private static long of(View view, Document.Status status) {
    return view.documents().stream().filter(document -> document.status() == status).count();
  }
}
