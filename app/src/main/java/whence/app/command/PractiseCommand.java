package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs through the commands and the workbench once on the sample case, so that the script `whence`
/// can make a cache of what they load.
@Command(
    name = "practise",
    hidden = true,
    description = "Runs through the commands on the sample case; for making the AOT cache.")
final class PractiseCommand implements Callable<Integer> {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("documents"),
          List.of("documents", "--json"),
          List.of("statements"),
          List.of("statements", "--json"),
          List.of("claims"),
          List.of("claims", "--json"),
          List.of("reuse", "--json"),
          List.of("families", "--json"),
          List.of("times", "--json"),
          List.of("timeline"),
          List.of("forecasts"),
          List.of("replies"),
          List.of("verify"),
          List.of("like", "the minister was told"),
          List.of("report", "--output", "/dev/null"));

  private final Parts parts;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Where to make a case.")
  @SuppressWarnings("NullAway.Init")
  Path folder;

  PractiseCommand(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Integer call() {
    CommandLine whence = spec.root().commandLine();
    // What the parsers load, they load in a process of their own; a few plain papers are enough.
    String papers = parts.sample().resolve("news").toString();
    whence.execute("read", papers, "--case", folder.toString());
    for (List<String> command : COMMANDS) {
      String[] arguments = new String[command.size() + 2];
      command.toArray(arguments);
      arguments[command.size()] = "--case";
      arguments[command.size() + 1] = folder.toString();
      whence.execute(arguments);
    }
    WorkbenchPractice.run(parts, folder);
    return ExitCode.DONE;
  }
}
