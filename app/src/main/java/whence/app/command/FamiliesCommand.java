package whence.app.command;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Family;
import whence.model.Sha256;
import whence.store.CaseStore;

@Command(
    name = "families",
    description = {
      "Lists families: documents tied by copies or partial copies, such as a wire story and the "
          + "papers that print it.",
      "What a family says in shared words has one origin, however many print it."
    },
    footer = {"", "Example:", "  whence families --case harbour"})
final class FamiliesCommand extends ListingCommand {
  FamiliesCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    weighing(store, view).families().forEach(fields::family);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Family> families = weighing(store, view).families();
    Function<Sha256, String> paths = Fields.paths(view.documents());
    for (Family family : families) {
      screen.line(
          Run.of(paths.apply(family.origin()), Terminal.Style.BOLD), Run.plain("  the origin"));
      family.documents().stream()
          .filter(document -> !document.equals(family.origin()))
          .map(paths)
          .sorted(CodePoints.ORDER)
          .forEach(path -> screen.line("    " + path));
    }
    screen.line(Plain.count(families.size(), "family", "families"));
  }
}
