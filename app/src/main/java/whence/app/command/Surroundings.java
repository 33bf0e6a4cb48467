package whence.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import whence.app.print.Terminal;

/// What a command may touch outside the case: its streams, its environment, the clock.
///
/// @param terminal whether a person looks at the output as it comes
public record Surroundings(
    OutputStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    InstantSource clock,
    boolean terminal) {
  // JDK 25 went back to a console that is null where nobody sits at one.
  @SuppressWarnings("SystemConsoleNull")
  public static Surroundings ofProcess() {
    return new Surroundings(
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.in,
        System.getenv(),
        InstantSource.system(),
        System.console() != null && System.console().isTerminal());
  }

  public Terminal screen() {
    return Terminal.on(out, terminal, environment);
  }
}
