package whence.app.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import whence.app.pipeline.Pipeline;
import whence.app.print.Harmless;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Document;

/// Says at the end of a run what was read, and names what was not.
final class Telling {
  private static final int MOST_NAMED = 20;

  private final Surroundings surroundings;
  private final Path folder;

  Telling(Surroundings surroundings, Path folder) {
    this.surroundings = surroundings;
    this.folder = folder;
  }

  /// @return the exit status
  int tell(View view, Pipeline.Outcome outcome) {
    List<Document> touched =
        view.documents().stream()
            .filter(document -> outcome.touched().contains(document.sha256()))
            .toList();
    List<Document> wanting =
        touched.stream().filter(document -> document.status() != Document.Status.READ).toList();
    int unread = wanting.size() + outcome.refused().size();
    PrintStream err = surroundings.err();
    wanting.stream()
        .limit(MOST_NAMED)
        .forEach(document ->
            err.println(
                Harmless.line(
                    document.path()
                        + ": "
                        + (document.status() == Document.Status.PARTLY_READ
                            ? "partly read: "
                            : "not read: ")
                        + document.why())));
    outcome.refused().stream()
        .limit(MOST_NAMED)
        .forEach(refused -> err.println(Harmless.line(refused)));
    int named =
        Math.min(MOST_NAMED, wanting.size()) + Math.min(MOST_NAMED, outcome.refused().size());
    if (named < unread) {
      err.println("… and " + (unread - named) + " more; whence documents lists all");
    }
    try (Terminal screen = surroundings.screen()) {
      if (touched.isEmpty() && unread == 0) {
        screen.paragraph(
            outcome.removed() > 0
                ? "Nothing to read: all that is there was removed from this case before."
                : "Nothing to read: no files are there.");
        return ExitCode.DONE;
      }
      screen.paragraph(
          Plain.count(touched.size() + outcome.refused().size(), "document")
              + ", "
              + outcome.added()
              + " new to "
              + folder
              + ": "
              + count(touched, Document.Status.READ)
              + " read, "
              + count(touched, Document.Status.PARTLY_READ)
              + " partly read, "
              + (count(touched, Document.Status.NOT_READ) + outcome.refused().size())
              + " not read.");
      if (outcome.removed() > 0) {
        screen.paragraph(
            Plain.count(outcome.removed(), "file")
                + " left out: removed from this case before, and not to come back.");
      }
    }
    return unread > 0 ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private static long count(List<Document> documents, Document.Status status) {
    return documents.stream().filter(document -> document.status() == status).count();
  }
}
