package whence.app.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.ask.Telling;
import whence.ask.Tellings;
import whence.guard.View;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.Fact;
import whence.store.CaseStore;

@Command(
    name = "knowledge",
    description = {
      "Lists who was told what and when: as statements report it, as mail carries it, and as people "
          + "entered it; knowledge add and knowledge dismiss enter one and take a wrong one out.",
      "Sent, received, read and understood are four facts; none follows from another. What is "
          + "inferred less surely stands apart, as suggested."
    },
    footer = {
      "",
      "Examples:",
      "  whence knowledge --case harbour",
      "  whence knowledge add --claim c1f09a02 --to \"Mara Lindqvist\" --when 2031-05-04 \\",
      "      --through \"by telephone\" --fact received --by \"A. Chen\" --why \"her diary\"",
      "  whence knowledge dismiss t77b3e10 --by \"A. Chen\" --why \"another Lindqvist\""
    })
final class KnowledgeCommand extends ListingCommand {
  private KnowledgeCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new KnowledgeCommand(surroundings, parts))
        .addSubcommand(new Add(surroundings, parts))
        .addSubcommand(new Dismiss(surroundings, parts));
  }

  private List<Telling> tellings(CaseStore store, View view) {
    return Tellings.in(view, weighing(store, view));
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    tellings(store, view).forEach(fields.asking()::telling);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    ToldLines lines = new ToldLines(screen, Fields.paths(view.documents()));
    List<Telling> tellings = tellings(store, view);
    List<Telling> surely = tellings.stream().filter(telling -> !telling.suggested()).toList();
    List<Telling> suggested = tellings.stream().filter(Telling::suggested).toList();
    lines.all(surely);
    if (!suggested.isEmpty()) {
      screen.blank();
      screen.heading("Suggested: look before you use them");
      lines.all(suggested);
    }
    screen.line(
        Plain.count(surely.size(), "telling")
            + (suggested.isEmpty() ? "" : " and " + suggested.size() + " suggested"));
  }

  /// A value of an enum by its word.
  private static <T extends Enum<T>> T word(Class<T> kind, String option, String word) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                option
                    + " "
                    + word
                    + ": it is one of "
                    + Arrays.stream(kind.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  @Command(
      name = "add",
      description = {
        "Enters that somebody was told a claim, or was not. It goes to the journal with who, when "
            + "and why; whence undo takes it back."
      },
      footer = {
        "",
        "Example:",
        "  whence knowledge add --claim c1f09a02 --teller \"Dr Lund\" --to \"Mara Lindqvist\" \\",
        "      --when 2031-05-04 --fact received --by \"A. Chen\" --why \"her diary\""
      })
  static final class Add extends DecidingCommand {
    @Option(names = "--claim", paramLabel = "ID", required = true, description = "What was told.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    @Option(names = "--teller", paramLabel = "NAME", description = "Who told it.")
    @Nullable String teller;

    @Option(
        names = "--to",
        paramLabel = "NAME",
        required = true,
        description = "Who was told; give it once for each.")
    @SuppressWarnings("NullAway.Init")
    List<String> to;

    @Option(names = "--when", paramLabel = "DATE", description = "2031, 2031-05 or 2031-05-04.")
    @Nullable String when;

    @Option(names = "--through", paramLabel = "WORDS", description = "How: \"by telephone\".")
    @Nullable String through;

    @Option(
        names = "--fact",
        paramLabel = "FACT",
        required = true,
        description = "sent, received, read or understood.")
    @SuppressWarnings("NullAway.Init")
    String fact;

    @Option(
        names = "--certainty",
        paramLabel = "WORD",
        defaultValue = "stated",
        description = "stated, denied, asked or unknown (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    String certainty;

    Add(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      if (when != null && !Deciding.isDate(when)) {
        throw new UsageException("--when " + when + ": give 2031, 2031-05 or 2031-05-04");
      }
      if (to.stream().anyMatch(String::isBlank)) {
        throw new UsageException("--to: an empty name names nobody");
      }
      Claim about = claim(weighing(store, view), claim);
      return deciding.told(
          about,
          teller,
          to,
          when,
          through,
          word(Fact.class, "--fact", fact),
          word(Certainty.class, "--certainty", certainty));
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      Tellings.in(view, weighing(store, view)).stream()
          .filter(telling -> telling.entered() != null)
          .reduce((_, latest) -> latest)
          .ifPresent(telling -> new ToldLines(screen, Fields.paths(view.documents())).one(telling));
    }
  }

  @Command(
      name = "dismiss",
      description = {
        "Says that a telling is none: read wrongly, or of somebody else. It is not listed any more; "
            + "whence undo brings it back."
      },
      footer = {
        "",
        "Example:",
        "  whence knowledge dismiss t77b3e10 --by \"A. Chen\" --why \"another Lindqvist\""
      })
  static final class Dismiss extends DecidingCommand {
    @Parameters(paramLabel = "ID", description = "Its id, as whence knowledge shows it.")
    @SuppressWarnings("NullAway.Init")
    String id;

    Dismiss(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      List<Telling> found =
          Tellings.in(view, weighing(store, view)).stream()
              .filter(telling -> telling.id().startsWith(id))
              .sorted(Comparator.comparing(Telling::id))
              .toList();
      if (found.isEmpty()) {
        throw new UsageException(id + ": no such telling; whence knowledge lists their ids");
      }
      if (found.stream().map(Telling::id).distinct().count() > 1) {
        throw Statements.ambiguous(id, found.stream().map(Telling::id).toList());
      }
      Telling telling = found.getFirst();
      return deciding.dismiss(
          telling.id(),
          telling.statement() == null || telling.entered() != null
              ? List.of()
              : List.of(Objects.requireNonNull(telling.statement())));
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      screen.line(
          Plain.count(Tellings.in(view, weighing(store, view)).size(), "telling") + " remain.");
    }
  }
}
