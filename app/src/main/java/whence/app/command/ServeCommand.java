package whence.app.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Terminal;
import whence.app.web.Desk;
import whence.app.web.Workbench;
import whence.store.CaseStore;

@Command(
    name = "serve",
    description = {
      "Opens the workbench: the case in a browser on this machine, until Ctrl-C.",
      "Nobody else on this machine or the network gets in: the printed address opens it once."
    },
    footer = {"", "Example:", "  whence serve --case harbour --open"})
final class ServeCommand extends CaseCommand {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port on loopback; without it, any that is free.")
  int port;

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
      serve(end);
    } finally {
      closed.countDown();
    }
    return ExitCode.DONE;
  }

  private void serve(CountDownLatch end) throws InterruptedException {
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
                port,
                this::tell)) {
      String address = workbench.address();
      try (Terminal screen = surroundings.screen()) {
        screen.line("The workbench is at " + address);
        screen.line("This address opens it once, in one browser. Ctrl-C ends it.");
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
