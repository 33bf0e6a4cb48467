package whence.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whence.app.decide.Deciding;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Outcome;
import whence.model.StatementAnchor;
import whence.store.CaseStore;

@Command(
    name = "forecast",
    synopsisSubcommandLabel = "settle",
    description = "Puts on record what came of a forecast; whence forecasts lists them.",
    footer = {
      "",
      "Example:",
      "  whence forecast settle 3f9a02c1 --outcome happened --on 90b2c3aa \\",
      "      --by \"A. Chen\" --why \"the minutes of 4 May\""
    })
final class ForecastCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new ForecastCommand()).addSubcommand(new Settle(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: settle");
  }

  @Command(
      name = "settle",
      description = {
        "Says what came of a forecast, with the statements that show it. The latest word counts; "
            + "whence undo takes one back."
      },
      footer = {
        "",
        "Example:",
        "  whence forecast settle 3f9a02c1 --outcome did-not --on 90b2c3aa \\",
        "      --by \"A. Chen\" --why \"the weir still stood in June\""
      })
  static final class Settle extends DecidingCommand {
    @Parameters(paramLabel = "STATEMENT", description = "The forecast's statement.")
    @SuppressWarnings("NullAway.Init")
    String statement;

    @Option(
        names = "--outcome",
        paramLabel = "OUTCOME",
        required = true,
        description = "happened, did-not, cannot-be-judged or open.")
    @SuppressWarnings("NullAway.Init")
    String outcome;

    @Option(
        names = "--on",
        paramLabel = "ID",
        arity = "1..*",
        description = "Statements that show it.")
    List<String> on = new ArrayList<>();

    Settle(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Outcome came =
          switch (outcome.strip().toLowerCase(Locale.ROOT).replace(' ', '-')) {
            case "happened" -> Outcome.HAPPENED;
            case "did-not" -> Outcome.DID_NOT;
            case "cannot-be-judged" -> Outcome.CANNOT_BE_JUDGED;
            case "open" -> Outcome.OPEN;
            default ->
                throw new UsageException(
                    "--outcome "
                        + outcome
                        + ": there are happened, did-not, cannot-be-judged, open");
          };
      Found found = statement(view, statement);
      List<StatementAnchor> evidence = new ArrayList<>();
      for (String id : on) {
        Found shows = statement(view, id);
        evidence.add(StatementAnchor.to(shows.reading(), shows.statement()));
      }
      return deciding.settle(found.reading(), found.statement(), came, evidence);
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      show(view, screen, statement);
    }
  }
}
