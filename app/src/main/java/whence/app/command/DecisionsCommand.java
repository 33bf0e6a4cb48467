package whence.app.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.Decision;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "decisions",
    description = {
      "Lists what people decided, first to last: who, when, why, on which words, and whether it "
          + "stands, was undone, or is orphaned.",
      "Orphaned is a decision whose words are not found in what is read today. It is kept, and looked "
          + "for again in every later reading."
    },
    footer = {
      "",
      "Examples:",
      "  whence decisions --case harbour --orphaned",
      "  whence undo 17 --by \"A. Chen\" --why \"wrong Lindqvist\""
    })
final class DecisionsCommand extends ListingCommand {
  @Option(names = "--orphaned", description = "Only those that find their words no more.")
  boolean orphaned;

  DecisionsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  private static Set<Long> orphans(View view) {
    Set<Long> orphans = new HashSet<>();
    view.orphans().forEach(orphan -> orphans.add(orphan.number()));
    return orphans;
  }

  private List<Decision> wanted(View view, Set<Long> orphans) {
    return view.decisions().stream()
        .filter(decision -> !orphaned || orphans.contains(decision.number()))
        .toList();
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Set<Long> orphans = orphans(view);
    wanted(view, orphans)
        .forEach(decision ->
            fields.decision(
                decision.number(),
                decision.at(),
                decision.entry(),
                view.isUndone(decision.number()),
                orphans.contains(decision.number())));
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Set<Long> orphans = orphans(view);
    List<Decision> wanted = wanted(view, orphans);
    Plain plain = new Plain(screen);
    wanted.forEach(decision ->
        plain.decision(
            decision.number(),
            decision.at(),
            decision.entry(),
            view.isUndone(decision.number()),
            orphans.contains(decision.number())));
    screen.line(Plain.count(wanted.size(), "decision"));
  }
}
