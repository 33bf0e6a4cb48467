package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Document;
import whence.model.Reading;
import whence.store.CaseStore;

@Command(
    name = "text",
    description = {
      "Prints a document's text exactly as everything else counts in it.",
      "Offsets in --json are UTF-16 code units of this text. On a terminal, characters that could "
          + "do harm there are shown as signs; into a file or a pipe the text goes as it is."
    },
    footer = {"", "Example:", "  whence text gazette.html > gazette.txt"})
final class TextCommand extends CaseCommand {
  @Parameters(
      paramLabel = "DOCUMENT",
      description = "Its path, or eight digits or more of its hash.")
  @SuppressWarnings("NullAway.Init")
  String document;

  TextCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    try (CaseStore store = open();
        View view = view(store)) {
      Document found = document(view, document);
      Reading reading = view.reading(found.sha256()).orElse(null);
      if (reading == null || found.textHash() == null) {
        surroundings
            .err()
            .println(found.path() + ": there is no text; it was not read: " + found.why());
        return ExitCode.INCOMPLETE;
      }
      String text = reading.text().characters();
      if (surroundings.terminal()) {
        try (Terminal screen = surroundings.screen()) {
          screen.block(text);
        }
      } else {
        surroundings.out().write(text.getBytes(StandardCharsets.UTF_8));
        surroundings.out().flush();
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
