package whence.app.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.guard.View;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.store.CaseStore;

@Command(
    name = "reuse",
    description = {
      "Lists pairs of documents of which one holds text of the other: republished, syndicated, "
          + "forwarded, quoted.",
      "A copy is most of either document; a part is three sentences or more; a quotation is less."
    },
    footer = {"", "Example:", "  whence reuse --case harbour"})
final class ReuseCommand extends ListingCommand {
  ReuseCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    weighing(store, view).reuse().forEach(fields::reuse);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Reuse> all = weighing(store, view).reuse();
    Function<Sha256, String> paths = Fields.paths(view.documents());
    for (Reuse reuse : all) {
      screen.paragraph(
          "",
          "    ",
          Run.of(paths.apply(reuse.from()), Terminal.Style.BOLD),
          Run.plain(reuse.direction() == Reuse.Direction.UNKNOWN ? " ↔ " : " → "),
          Run.of(paths.apply(reuse.to()), Terminal.Style.BOLD));
      screen.paragraph(
          "    ",
          "    ",
          Run.plain(
              String.format(
                  Locale.ROOT,
                  "%s · %.0f %% of the second stands in the first · direction %s · %s",
                  JsonLines.word(reuse.kind(), " "),
                  100 * reuse.share(),
                  JsonLines.word(reuse.direction(), " "),
                  Plain.count(reuse.passages().size(), "passage"))));
    }
    screen.line(Plain.count(all.size(), "pair"));
  }
}
