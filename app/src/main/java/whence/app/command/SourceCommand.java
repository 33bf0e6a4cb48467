package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whence.app.decide.Deciding;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Link;
import whence.model.Reliability;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "source",
    synopsisSubcommandLabel = "(same | differ | grade | withdraw)",
    description = {
      "Decides on sources: that two names are one source's, that they are two, how reliable one is, "
          + "or that one counts no more.",
      "Names are as whence statements shows them in chains. Every decision goes to the journal with "
          + "who, when and why; whence decisions lists all, whence undo takes one back."
    },
    footer = {
      "",
      "Examples:",
      "  whence source same \"Lindqvist\" \"Mara Lindqvist\" --by \"A. Chen\" --why \"asked her\"",
      "  whence help source grade         the page of one of them"
    })
final class SourceCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new SourceCommand())
        .addSubcommand(new Same(surroundings, parts))
        .addSubcommand(new Differ(surroundings, parts))
        .addSubcommand(new Grade(surroundings, parts))
        .addSubcommand(new WithdrawCommand(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: same, differ, grade or withdraw");
  }

  /// A name as it stands in some chain of the case: a misspelt one would decide nothing.
  static String known(Path folder, View view, String name) {
    String sought = name.strip();
    boolean there =
        view.unconsulted()
            .anyMatch(reading ->
                reading.statements().stream()
                    .flatMap(statement -> statement.chain().stream())
                    .anyMatch(link -> isNamed(link, sought)));
    if (!there) {
      throw new UsageException(
          name + ": no source of " + folder + " goes by that; whence statements shows names");
    }
    return sought;
  }

  private static boolean isNamed(Link link, String name) {
    return name.equalsIgnoreCase(link.name()) || name.equalsIgnoreCase(link.as());
  }

  /// A decision on names.
  abstract static class OnSources extends DecidingCommand {
    private Weighing before = new Weighing(List.of(), List.of(), List.of());

    OnSources(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    final String known(View view, String name) {
      return SourceCommand.known(folder(), view, name);
    }

    final void remember(CaseStore store, View view) {
      before = weighing(store, view);
    }

    final void two(String one, String other) {
      if (one.strip().equalsIgnoreCase(other.strip())) {
        throw new UsageException("these are one name; give two");
      }
    }

    @Override
    final void show(CaseStore store, View view, Terminal screen, long number) {
      changes(screen, before, weighing(store, view));
    }
  }

  @Command(
      name = "same",
      description = "Says that two names are one source's, wherever they stand in the case.",
      footer = {
        "",
        "Example:",
        "  whence source same \"Lindqvist\" \"Mara Lindqvist\" --by \"A. Chen\" --why \"asked her\""
      })
  static final class Same extends OnSources {
    @Parameters(index = "0", paramLabel = "NAME", description = "One name.")
    @SuppressWarnings("NullAway.Init")
    String one;

    @Parameters(index = "1", paramLabel = "NAME", description = "The other.")
    @SuppressWarnings("NullAway.Init")
    String other;

    Same(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      two(one, other);
      remember(store, view);
      return deciding.identify(known(view, one), known(view, other), true);
    }
  }

  @Command(
      name = "differ",
      description = {
        "Says that two names are two sources', however alike they are. (Two people of the very same "
            + "name are told apart by whence statement correct --source \"NAME (who)\".)"
      },
      footer = {
        "",
        "Example:",
        "  whence source differ \"J. Abel\" \"Tora Abel\" --by \"A. Chen\" --why \"his sister\""
      })
  static final class Differ extends OnSources {
    @Parameters(index = "0", paramLabel = "NAME", description = "One name.")
    @SuppressWarnings("NullAway.Init")
    String one;

    @Parameters(index = "1", paramLabel = "NAME", description = "The other.")
    @SuppressWarnings("NullAway.Init")
    String other;

    Differ(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      two(one, other);
      remember(store, view);
      return deciding.identify(known(view, one), known(view, other), false);
    }
  }

  @Command(
      name = "grade",
      description = {
        "Grades a source's reliability on the Admiralty scale: A completely, B usually, C fairly, D "
            + "not usually reliable, E unreliable, F cannot be judged.",
        "It is shown beside the source and changes no claim's grade: a reliable source can be wrong, "
            + "and an unreliable one right."
      },
      footer = {
        "",
        "Example:",
        "  whence source grade \"Mara Lindqvist\" B --by \"A. Chen\" --why \"right three times\""
      })
  static final class Grade extends OnSources {
    @Parameters(index = "0", paramLabel = "NAME", description = "The source.")
    @SuppressWarnings("NullAway.Init")
    String source;

    @Parameters(index = "1", paramLabel = "GRADE", description = "A to F.")
    @SuppressWarnings("NullAway.Init")
    String grade;

    Grade(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      remember(store, view);
      String letter = grade.strip().toUpperCase(Locale.ROOT);
      if (!List.of("A", "B", "C", "D", "E", "F").contains(letter)) {
        throw new UsageException(grade + ": reliability is graded from A to F");
      }
      return deciding.rate(known(view, source), Reliability.valueOf(letter));
    }
  }
}
