package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whence.app.inquiry.InquiryFile;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Inquiry;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "inquiry",
    synopsisSubcommandLabel = "(new | check)",
    description = {
      "What the inquiry must answer: "
          + InquiryFile.NAME
          + " in the case, a plain file that people edit "
          + "and version. It holds questions and their parents, hypotheses, groups of documents, people "
          + "and their roles, deadlines."
    },
    footer = {
      "",
      "Examples:",
      "  whence inquiry new --case harbour",
      "  whence inquiry check --case harbour"
    })
final class InquiryCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new InquiryCommand())
        .addSubcommand(new New(surroundings, parts))
        .addSubcommand(new Check(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: new or check");
  }

  @Command(
      name = "new",
      description = {
        "Starts "
            + InquiryFile.NAME
            + " in the case, with its JSON Schema beside it, so that editors "
            + "complete it."
      },
      footer = {"", "Example:", "  whence inquiry new --case harbour"})
  static final class New extends CaseCommand {
    New(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    public Integer call() {
      try (CaseStore _ = open();
          Terminal screen = surroundings.screen()) {
        Path file = InquiryFile.start(folder());
        screen.line("Started " + file + ": write your questions into it.");
        return ExitCode.DONE;
      }
    }
  }

  @Command(
      name = "check",
      description = {
        "Reads "
            + InquiryFile.NAME
            + " and says what is in it, how many documents each group has, and "
            + "which documents are in none; names the line where it is not as it must be."
      },
      footer = {"", "Example:", "  whence inquiry check --case harbour"})
  static final class Check extends CaseCommand {
    Check(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    public Integer call() {
      try (CaseStore store = open();
          View view = view(store);
          Terminal screen = surroundings.screen()) {
        Inquiry inquiry = inquiry();
        screen.line(Run.of(inquiry.title().isEmpty() ? "(no title)" : inquiry.title(), Style.BOLD));
        screen.line(
            Plain.count(inquiry.questions().size(), "question")
                + ", "
                + Plain.count(inquiry.hypotheses().size(), "hypothesis", "hypotheses")
                + ", "
                + Plain.count(inquiry.people().size(), "person", "people")
                + ", "
                + Plain.count(inquiry.deadlines().size(), "deadline"));
        for (Map.Entry<String, List<String>> group : inquiry.groups().entrySet()) {
          long documents =
              view.documents().stream()
                  .filter(document -> inquiry.isIn(group.getKey(), document.path()))
                  .count();
          screen.line("  " + group.getKey() + ": " + Plain.count(documents, "document"));
        }
        if (!inquiry.groups().isEmpty()) {
          view.documents().stream()
              .filter(document ->
                  inquiry.groups().keySet().stream()
                      .noneMatch(group -> inquiry.isIn(group, document.path())))
              .forEach(document -> screen.line("  in no group: " + document.path()));
        }
        return ExitCode.DONE;
      }
    }
  }
}
