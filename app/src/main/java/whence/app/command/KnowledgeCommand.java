package whence.app.command;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Telling;
import whence.ask.Tellings;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "knowledge",
    description = {
      "Lists who was told what and when, as statements and mail have it and as people entered it.",
      "Sent, received, read and understood are four facts; none follows from another."
    },
    footer = {"", "Example:", "  whence knowledge --case harbour"})
final class KnowledgeCommand extends ListingCommand {
  private KnowledgeCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new KnowledgeCommand(surroundings, parts));
  }

  private List<Telling> tellings(CaseStore store, View view) {
    return Tellings.in(view, weighing(store, view));
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    tellings(store, view).forEach(fields::telling);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Telling> tellings = tellings(store, view);
    for (Telling telling : tellings) {
      screen.paragraph(
          "",
          "  ",
          Run.plain(
              Objects.requireNonNullElse(telling.by(), "somebody")
                  + " → "
                  + (telling.to().isEmpty() ? "somebody" : String.join(", ", telling.to()))
                  + ": "
                  + JsonLines.word(telling.fact(), " ")
                  + ", "
                  + JsonLines.word(telling.certainty(), " ")),
          Run.plain(telling.text().isEmpty() ? "" : " “" + telling.text() + "”"));
      screen.paragraph(
          "    ",
          "    ",
          Run.of(
              (telling.when() == null ? "no date" : Plain.when(telling.when()))
                  + (telling.through() == null ? "" : " · " + telling.through())
                  + (telling.suggested() ? " · suggested" : "")
                  + " · "
                  + telling.id(),
              Style.FAINT));
    }
    screen.line(Plain.count(tellings.size(), "telling"));
  }
}
