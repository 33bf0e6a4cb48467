package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import whence.app.print.Terminal;
import whence.app.web.Certificate;
import whence.app.web.Desk;
import whence.app.web.Listening;
import whence.app.web.Workbench;
import whence.store.CaseStore;

@Command(
    name = "serve",
    description = {
      "Opens the workbench: the case in a browser on this machine, until Ctrl-C.",
      "Nobody else on this machine or the network gets in: the printed address opens it once.",
      "With --bind it listens on a network instead, encrypted, to those who know the password."
    },
    footer = {
      "",
      "Examples:",
      "  whence serve --case harbour --open",
      "  whence serve --case harbour --bind 192.168.1.20 --password-file secret.txt"
    })
final class ServeCommand extends CaseCommand {
  private static final int SHORTEST_PASSWORD = 12;
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port on loopback; without it, any that is free.")
  int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "An address or name of this machine to listen on in place of loopback; needs"
              + " --password-file.")
  @Nullable String bind;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Holds the password on its first line, 12 characters at least.")
  @Nullable Path passwordFile;

  @Option(names = "--open", description = "Open the browser as well.")
  boolean open;

  ServeCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    // The program ends when the hook does: not before all is closed.
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  end.countDown();
                  try {
                    closed.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    try {
      serve(end, listening());
    } finally {
      closed.countDown();
    }
    return ExitCode.DONE;
  }

  /// @throws ParameterException for a network without a password
  private Listening listening() {
    String host = bind;
    if (host == null) {
      if (passwordFile != null) {
        throw wrong("--password-file goes with --bind: on loopback the printed address lets in");
      }
      return Listening.onLoopback(port);
    }
    if (passwordFile == null) {
      throw wrong("--bind lets a network in: give a password with --password-file");
    }
    if (!host.matches("[\\p{Alnum}.:-]+") || EVERYWHERE.contains(host)) {
      throw wrong("--bind wants one address or name of this machine, not " + host);
    }
    // The case's folder keeps the certificate.
    parts.openOrCreate(folder()).close();
    return new Listening(
        host,
        port,
        new Listening.Guarded(
            password(passwordFile),
            Certificate.of(folder(), host, surroundings.clock().instant())));
  }

  private String password(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      String password = lines.findFirst().orElse("").strip();
      if (password.length() < SHORTEST_PASSWORD) {
        throw wrong(
            file + " must hold a password of " + SHORTEST_PASSWORD + " characters at least");
      }
      return password;
    } catch (IOException | UncheckedIOException e) {
      throw wrong(file + " cannot be read");
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private void serve(CountDownLatch end, Listening listening) throws InterruptedException {
    try (CaseStore store = parts.openOrCreate(folder());
        Workbench workbench =
            new Workbench(
                String.valueOf(folder().toAbsolutePath().normalize().getFileName()),
                new Desk(
                    store,
                    purpose(),
                    surroundings.clock(),
                    parts.program(),
                    new ServeTools(parts, folder(), store, surroundings.clock()),
                    this::tell),
                listening,
                this::tell)) {
      String address = workbench.address();
      try (Terminal screen = surroundings.screen()) {
        screen.line("The workbench is at " + address);
        Listening.Guarded guarded = listening.guarded();
        if (guarded != null) {
          screen.line(
              "This address opens it once, in one browser; without what follows the ? it asks for"
                  + " the password. Ctrl-C ends it.");
          screen.line("Browsers do not know its certificate. Compare its SHA-256 fingerprint:");
          screen.line(guarded.certificate().fingerprint());
        } else {
          screen.line("This address opens it once, in one browser. Ctrl-C ends it.");
        }
      }
      if (open) {
        browse(address);
      }
      end.await();
    }
  }

  private void tell(Exception fault) {
    fault.printStackTrace(surroundings.err());
  }

  private void browse(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String[] opener =
        system.contains("mac")
            ? new String[] {"open", address}
            : system.contains("windows")
                ? new String[] {"rundll32", "url.dll,FileProtocolHandler", address}
                : new String[] {"xdg-open", address};
    try {
      new ProcessBuilder(opener)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      surroundings.err().println("no browser could be opened from here; open the address yourself");
    }
  }
}
