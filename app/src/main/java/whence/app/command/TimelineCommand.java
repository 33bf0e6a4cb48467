package whence.app.command;

import java.util.List;
import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Moment;
import whence.ask.Timeline;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "timeline",
    description = {
      "Lists the record in order of time, on two clocks: when things are said to have happened, and "
          + "when that was said.",
      "What has no time that can be put in order is left out."
    },
    footer = {"", "Example:", "  whence timeline --case harbour"})
final class TimelineCommand extends ListingCommand {
  TimelineCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Timeline.in(view).forEach(fields.asking()::moment);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Moment> moments = Timeline.in(view);
    for (Moment moment : moments) {
      screen.paragraph(
          "",
          "    ",
          Run.of(Plain.when(moment.time()), Style.BOLD),
          Run.of(
              moment.clock() == Moment.Clock.HAPPENED ? " happened " : " said ",
              moment.clock() == Moment.Clock.HAPPENED ? Style.GREEN : Style.CYAN),
          Run.plain((moment.who().isEmpty() ? "" : moment.who() + ": ") + moment.text()));
      screen.paragraph(
          "    ", "    ", Run.of(moment.path() + " · " + moment.statement(), Style.FAINT));
    }
    screen.line(Plain.count(moments.size(), "moment"));
  }
}
