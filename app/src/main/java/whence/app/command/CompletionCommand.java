package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash or zsh.",
    footer = {
      "",
      "Examples:",
      "  source <(whence completion bash)",
      "  whence completion zsh >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    bash,
    zsh
  }

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init")
  Shell shell;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    // picocli's bash script turns on zsh's bash completion itself; zsh only has to load it first.
    String script = AutoComplete.bash("whence", spec.root().commandLine());
    String before =
        shell == Shell.zsh ? "autoload -Uz compinit bashcompinit\ncompinit\nbashcompinit\n" : "";
    try {
      surroundings.out().write((before + script).getBytes(StandardCharsets.UTF_8));
      surroundings.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }
}
