package whence.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/// The top of the command line.
@Command(
    name = "whence",
    description = {
      "",
      "Whence do we know this? Whence reads a pile of documents, finds every statement somebody makes "
          + "in them, keeps who says so, through whom, how surely and on what backing, and works out "
          + "how well each claim is established: how many independent origins it has, and who "
          + "contradicts it.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "Commands:%n",
    optionListHeading = "Options:%n",
    footer = {
      "",
      "Begin with:",
      "  whence demo                    the sample case, read and reported",
      "  whence read FOLDER --case DIR  your own documents",
      "  whence claims --case DIR       what they say, and how well established it is",
      "  whence show ID --case DIR      from there down to the words themselves",
      "",
      "Every command has its own page: whence help COMMAND, or whence COMMAND --help.",
      "A case is a folder: the one that --case or $$WHENCE_CASE names, else whence-case.",
      "",
      "Exit status:",
      "  0  done",
      "  1  done, but something was left unread or failed its check",
      "  2  wrong usage",
      "  3  the case cannot be opened",
      "  4  stopped by a fault; what was acknowledged is kept"
    })
public final class WhenceCommand {
  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print the stack trace of a fault.",
      hidden = true)
  boolean debug;

  private WhenceCommand() {}

  public static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    CommandLine line =
        new CommandLine(new WhenceCommand())
            .addSubcommand(new DemoCommand(surroundings, parts))
            .addSubcommand(new ReadCommand(surroundings, parts))
            .addSubcommand(new DocumentsCommand(surroundings, parts))
            .addSubcommand(new StatementsCommand(surroundings, parts))
            .addSubcommand(new ClaimsCommand(surroundings, parts))
            .addSubcommand(new ShowCommand(surroundings, parts))
            .addSubcommand(new LikeCommand(surroundings, parts))
            .addSubcommand(new PositionCommand(surroundings, parts))
            .addSubcommand(new ReuseCommand(surroundings, parts))
            .addSubcommand(new FamiliesCommand(surroundings, parts))
            .addSubcommand(new TimelineCommand(surroundings, parts))
            .addSubcommand(new ForecastsCommand(surroundings, parts))
            .addSubcommand(ForecastCommand.commandLine(surroundings, parts))
            .addSubcommand(new RepliesCommand(surroundings, parts))
            .addSubcommand(new AskCommand(surroundings, parts))
            .addSubcommand(GapsCommand.commandLine(surroundings, parts))
            .addSubcommand(KnowledgeCommand.commandLine(surroundings, parts))
            .addSubcommand(new HypothesesCommand(surroundings, parts))
            .addSubcommand(QuestionCommand.commandLine(surroundings, parts))
            .addSubcommand(HypothesisCommand.commandLine(surroundings, parts))
            .addSubcommand(new KnewCommand(surroundings, parts))
            .addSubcommand(ReplyCommand.commandLine(surroundings, parts))
            .addSubcommand(new LetterCommand(surroundings, parts))
            .addSubcommand(new ReadyCommand(surroundings, parts))
            .addSubcommand(InquiryCommand.commandLine(surroundings, parts))
            .addSubcommand(new FuseCommand(surroundings))
            .addSubcommand(new TimesCommand(surroundings, parts))
            .addSubcommand(new TextCommand(surroundings, parts))
            .addSubcommand(new CheckCommand(surroundings, parts))
            .addSubcommand(new ReportCommand(surroundings, parts))
            .addSubcommand(new ServeCommand(surroundings, parts))
            .addSubcommand(new ReviewCommand(surroundings, parts))
            .addSubcommand(StatementCommand.commandLine(surroundings, parts))
            .addSubcommand(ClaimCommand.commandLine(surroundings, parts))
            .addSubcommand(SourceCommand.commandLine(surroundings, parts))
            .addSubcommand(new DecisionsCommand(surroundings, parts))
            .addSubcommand(new UndoCommand(surroundings, parts))
            .addSubcommand(new RemoveCommand(surroundings, parts))
            .addSubcommand(new RebuildCommand(surroundings, parts))
            .addSubcommand(new VerifyCommand(surroundings, parts))
            .addSubcommand(new SameCommand(surroundings))
            .addSubcommand(new CompletionCommand(surroundings))
            .addSubcommand(new PractiseCommand(parts))
            .addSubcommand(new HelpCommand());
    helpful(line);
    line.getCommandSpec().version(parts.program());
    return line;
  }

  private static void helpful(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getSubcommands().values().forEach(WhenceCommand::helpful);
  }
}
