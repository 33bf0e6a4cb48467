package whence.app.command;

import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.CodePoints;
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
    onRecord(view)
        .forEach((path, each) -> {
          switch (each) {
            case OnRecord.Kept(Document document) -> fields.document(document);
            case OnRecord.Refused(String why) -> fields.refused(path, why);
          }
        });
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Plain plain = new Plain(screen);
    onRecord(view)
        .forEach((path, each) -> {
          switch (each) {
            case OnRecord.Kept(Document document) -> plain.document(document);
            case OnRecord.Refused(String why) -> plain.refused(path, why);
          }
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

  private sealed interface OnRecord {
    record Kept(Document document) implements OnRecord {}

    /// A file that could not even be opened.
    record Refused(String why) implements OnRecord {}
  }

  private static SortedMap<String, OnRecord> onRecord(View view) {
    SortedMap<String, OnRecord> all = new TreeMap<>(CodePoints.ORDER);
    view.refused().forEach(it -> all.put(it.path(), new OnRecord.Refused(it.why())));
    view.documents().forEach(it -> all.put(it.path(), new OnRecord.Kept(it)));
    return all;
  }

  private static long of(View view, Document.Status status) {
    return view.documents().stream().filter(document -> document.status() == status).count();
  }
}
