package whence.app.command;

import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.store.CaseStore;

/// A command that lists something: JSON Lines for programs, a plain view for people.
abstract class ListingCommand extends CaseCommand {
  @Option(
      names = "--json",
      description = "Print JSON Lines for programs instead; docs/output.md says what is in them.")
  boolean json;

  ListingCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public final Integer call() {
    try (CaseStore store = open();
        View view = view(store)) {
      if (json) {
        try (JsonLines lines = new JsonLines(surroundings.out())) {
          list(store, view, new Fields(lines, Fields.paths(view.documents())));
        }
      } else {
        try (Terminal screen = surroundings.screen()) {
          show(store, view, screen);
        }
      }
      return Math.max(status(), tellNotDerived(view));
    }
  }

  /// The exit status once all is printed.
  int status() {
    return ExitCode.DONE;
  }

  /// For programs.
  abstract void list(CaseStore store, View view, Fields fields);

  /// For people.
  abstract void show(CaseStore store, View view, Terminal screen);
}
