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
import whence.app.print.AskedLines;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Bearing;
import whence.store.CaseStore;

@Command(
    name = "question",
    synopsisSubcommandLabel = "(assign | conclude)",
    description = {
      "Decides on the inquiry's questions: which claims speak for and against, and what is concluded.",
      "Every decision goes to the journal with who, when and why; whence undo takes one back, and "
          + "with it the question is open again."
    },
    footer = {
      "",
      "Examples:",
      "  whence question assign Q2 c1f09a02 for --by \"A. Chen\" --why \"the same payment\"",
      "  whence help question conclude      the page of one of them"
    })
final class QuestionCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new QuestionCommand())
        .addSubcommand(new Assign(surroundings, parts))
        .addSubcommand(new Conclude(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: assign or conclude");
  }

  /// A decision on a question; shows what is on record for it afterwards.
  abstract static class OnQuestion extends InquiryDecision {
    @Parameters(index = "0", paramLabel = "QUESTION", description = "Its id in the inquiry.")
    @SuppressWarnings("NullAway.Init")
    String question;

    OnQuestion(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    final void mustBeThere() {
      if (inquiry().question(question).isEmpty()) {
        throw new UsageException(
            question + ": the inquiry has no such question; whence ask lists their ids");
      }
    }

    @Override
    final void show(CaseStore store, View view, Terminal screen, long number) {
      AskedLines lines = new AskedLines(screen);
      Asking.questions(view, weighing(store, view), inquiry(), likes(store, view)).all().stream()
          .filter(asked -> question.equals(asked.id()))
          .forEach(lines::asked);
    }
  }

  @Command(
      name = "assign",
      description = {
        "Says how a claim stands to a question: for, against, or that it does not bear on it.",
        "To a question that is not answered by yes or no, for means that it answers it."
      },
      footer = {
        "",
        "Example:",
        "  whence question assign Q2 c1f09a02 for --by \"A. Chen\" --why \"the same payment\""
      })
  static final class Assign extends OnQuestion {
    @Parameters(
        index = "1",
        paramLabel = "CLAIM",
        description = "Its id, or that of a statement that makes no claim by itself.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    @Parameters(
        index = "2",
        paramLabel = "for|against|none",
        description = "How it stands to the question.")
    @SuppressWarnings("NullAway.Init")
    String side;

    Assign(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Bearing bearing =
          switch (side.toLowerCase(Locale.ROOT)) {
            case "for" -> Bearing.FOR;
            case "against" -> Bearing.AGAINST;
            case "none" -> Bearing.NONE;
            default -> throw new UsageException(side + ": it can only be for, against or none");
          };
      mustBeThere();
      return deciding.assign(question, statements(store, view, claim), bearing);
    }
  }

  @Command(
      name = "conclude",
      description = {
        "Puts on record what the inquiry concludes on a question, in your words, and on what it rests.",
        "The state that ask shows beside it stays what the record gives."
      },
      footer = {
        "",
        "Example:",
        "  whence question conclude Q2 \"The fund paid.\" --on c1f09a02 --by \"A. Chen\" --why \"both"
            + " ledgers\""
      })
  static final class Conclude extends OnQuestion {
    @Parameters(index = "1", paramLabel = "FINDING", description = "What is concluded.")
    @SuppressWarnings("NullAway.Init")
    String finding;

    @Option(
        names = "--on",
        paramLabel = "ID",
        required = true,
        arity = "1..*",
        description = "Claims or statements that it rests on.")
    @SuppressWarnings("NullAway.Init")
    List<String> on;

    Conclude(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      if (finding.isBlank()) {
        throw new UsageException("FINDING: say what is concluded");
      }
      mustBeThere();
      List<String> evidence = new ArrayList<>();
      on.forEach(id -> evidence.addAll(statements(store, view, id)));
      return deciding.conclude(question, finding.strip(), evidence.stream().distinct().toList());
    }
  }
}
