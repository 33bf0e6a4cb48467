package whence.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import whence.app.command.ExitCode;
import whence.app.command.Parts;
import whence.app.command.Surroundings;
import whence.app.command.UsageException;
import whence.app.command.WhenceCommand;
import whence.app.print.Harmless;
import whence.language.BgeEmbedder;
import whence.language.ModelTagger;
import whence.model.WhenceException;
import whence.store.CaseUnusable;

/// Runs one command and turns what goes wrong into one line on standard error and an exit status.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Numbers and dates read the same everywhere; what a machine is set to is nobody's business.
    Locale.setDefault(Locale.ROOT);
    Path home = Path.of(System.getProperty("whence.home", "."));
    Path model = home.resolve("language").resolve("model");
    Parts parts =
        new LocalParts(
            home,
            () -> new ModelTagger(model, Runtime.getRuntime().availableProcessors()),
            BgeEmbedder::new);
    System.exit(run(Surroundings.ofProcess(), parts, arguments));
  }

  /// @return the exit status
  public static int run(Surroundings surroundings, Parts parts, String... arguments) {
    CommandLine line = WhenceCommand.commandLine(surroundings, parts);
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            surroundings.terminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(Math.max(surroundings.screen().width(), 80));
    boolean debug = Arrays.asList(arguments).contains("--debug");
    line.setParameterExceptionHandler((e, given) -> {
      CommandLine command = e.getCommandLine();
      say(
          surroundings,
          e.getMessage() + "; see " + command.getCommandSpec().qualifiedName() + " --help");
      return ExitCode.USAGE;
    });
    line.setExecutionExceptionHandler((e, command, given) -> fault(surroundings, e, debug));
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      return say(
          surroundings,
          "there is not enough memory; what was acknowledged is kept. Give it more with "
              + "WHENCE_JAVA_OPTIONS=-Xmx4g, say, and run the command again",
          ExitCode.FAULT);
    } catch (Error e) {
      return fault(surroundings, e, debug);
    }
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  private static int fault(Surroundings surroundings, Throwable fault, boolean debug) {
    if (isBrokenPipe(fault)) {
      // Whoever read the output has seen enough.
      return ExitCode.DONE;
    }
    if (debug) {
      fault.printStackTrace(surroundings.err());
    }
    return switch (fault) {
      case UsageException e -> say(surroundings, e.getMessage(), ExitCode.USAGE);
      case CaseUnusable e -> say(surroundings, e.getMessage(), ExitCode.NO_CASE);
      case WhenceException e -> say(surroundings, e.getMessage(), ExitCode.FAULT);
      case UncheckedIOException e ->
          say(surroundings, ofDisk(Objects.requireNonNull(e.getCause())), ExitCode.FAULT);
      default ->
          say(
              surroundings,
              "an error inside Whence ("
                  + fault
                  + "); what was acknowledged is kept. Run the command again with --debug and tell "
                  + "us what it prints",
              ExitCode.FAULT);
    };
  }

  private static String ofDisk(IOException fault) {
    String words = String.valueOf(fault.getMessage());
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left")
        || lower.contains("quota exceeded")
        || lower.contains("file too large")) {
      return words
          + ": the disk is full; make room and run the command again, nothing kept is lost";
    }
    return words + " (" + fault.getClass().getSimpleName() + "); check the disk and permissions";
  }

  private static boolean isBrokenPipe(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          && String.valueOf(cause.getMessage()).contains("Broken pipe")) {
        return true;
      }
    }
    return false;
  }

  private static int say(Surroundings surroundings, @Nullable String message, int status) {
    say(surroundings, message);
    return status;
  }

  private static void say(Surroundings surroundings, @Nullable String message) {
    surroundings.err().println("whence: " + Harmless.line(String.valueOf(message)));
  }
}
