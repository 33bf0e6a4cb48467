package whence.app.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whence.app.decide.Deciding;
import whence.app.print.MatrixLines;
import whence.app.print.Terminal;
import whence.ask.Hypotheses;
import whence.guard.View;
import whence.model.Fit;
import whence.model.Relevance;
import whence.store.CaseStore;

@Command(
    name = "hypothesis",
    synopsisSubcommandLabel = "(fit)",
    description = {
      "Decides how evidence stands to the inquiry's hypotheses.",
      "Every decision goes to the journal with who, when and why; whence undo takes one back."
    },
    footer = {
      "",
      "Example:",
      "  whence hypothesis fit H1 c1f09a02 inconsistent --by \"A. Chen\" --why \"paid later\""
    })
final class HypothesisCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new HypothesisCommand()).addSubcommand(new SetFit(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: fit");
  }

  @Command(
      name = "fit",
      description = "Says how a claim stands to a hypothesis, and how much it matters for it.",
      footer = {
        "",
        "Example:",
        "  whence hypothesis fit H1 c1f09a02 inconsistent --relevance high \\",
        "    --by \"A. Chen\" --why \"paid later\""
      })
  static final class SetFit extends InquiryDecision {
    @Parameters(index = "0", paramLabel = "HYPOTHESIS", description = "Its id in the inquiry.")
    @SuppressWarnings("NullAway.Init")
    String hypothesis;

    @Parameters(
        index = "1",
        paramLabel = "CLAIM",
        description = "Its id, or that of a statement that makes no claim by itself.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    @Parameters(
        index = "2",
        paramLabel = "FIT",
        description = "consistent, inconsistent, neutral or not-applicable.")
    @SuppressWarnings("NullAway.Init")
    String fits;

    @Option(
        names = "--relevance",
        paramLabel = "high|medium|low",
        description = "How much it matters for the hypothesis.")
    @Nullable String relevance;

    SetFit(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Fit fit = fit();
      Relevance matters = relevance();
      if (inquiry().hypotheses().stream().noneMatch(each -> each.id().equals(hypothesis))) {
        throw new UsageException(
            hypothesis + ": the inquiry has no such hypothesis; whence hypotheses lists their ids");
      }
      return deciding.fit(hypothesis, statements(store, view, claim), fit, matters);
    }

    private Fit fit() {
      return switch (fits.toLowerCase(Locale.ROOT).replace(' ', '-')) {
        case "consistent" -> Fit.CONSISTENT;
        case "inconsistent" -> Fit.INCONSISTENT;
        case "neutral" -> Fit.NEUTRAL;
        case "not-applicable" -> Fit.NOT_APPLICABLE;
        default ->
            throw new UsageException(
                fits + ": it can only be consistent, inconsistent, neutral or not-applicable");
      };
    }

    private @Nullable Relevance relevance() {
      return switch (relevance) {
        case null -> null;
        case "high" -> Relevance.HIGH;
        case "medium" -> Relevance.MEDIUM;
        case "low" -> Relevance.LOW;
        default ->
            throw new UsageException(
                "--relevance " + relevance + ": it can only be high, medium or low");
      };
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      new MatrixLines(screen)
          .matrix(
              new Hypotheses(
                      view, weighing(store, view), inquiry(), Asking.search(likes(store, view)))
                  .matrix());
    }
  }
}
