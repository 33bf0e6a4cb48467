package whence.app.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.Decision;
import whence.guard.View;
import whence.model.Entry;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "undo",
    description = {
      "Takes a decision back, by another entry in the journal: nothing is erased. Undoing an undoing "
          + "brings the decision back."
    },
    footer = {
      "",
      "Examples:",
      "  whence decisions                 their numbers",
      "  whence undo 17 --by \"A. Chen\" --why \"wrong Lindqvist\""
    })
final class UndoCommand extends DecidingCommand {
  @Parameters(paramLabel = "NUMBER", description = "The decision's number.")
  long decision;

  private Weighing before = new Weighing(List.of(), List.of(), List.of());

  UndoCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  long decide(CaseStore store, View view, Deciding deciding) {
    if (Deciding.decision(view, decision).isEmpty()) {
      throw new UsageException(
          decision + ": no decision has that number; whence decisions lists them");
    }
    if (view.isUndone(decision)) {
      throw new UsageException(
          decision + ": it is undone already; undo the undoing to bring it back");
    }
    before = weighing(store, view);
    return deciding.undo(decision);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen, long number) {
    Plain plain = new Plain(screen);
    for (Decision each : view.decisions()) {
      boolean undone = each.number() == decision;
      boolean back =
          Deciding.decision(view, decision).orElseThrow().entry() instanceof Entry.Undone undoing
              && each.number() == undoing.number();
      if (undone || back) {
        plain.decision(each.number(), each.at(), each.entry(), view.isUndone(each.number()), false);
      }
    }
    changes(screen, before, weighing(store, view));
  }
}
