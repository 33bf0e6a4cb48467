package whence.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Document.Status;
import whence.model.WhenceException;

/// What a parser may do to its owner: nothing.
class ParserProcessTest {
  @TempDir Path folder;

  private Acquirer acquirer(Limits limits) {
    return new Acquirer(
        limits, folder.resolve("scratch"), List.of(), HostileParser.class.getName());
  }

  private Acquired read(Acquirer acquirer, String words) {
    return Made.acquire(acquirer, folder, words + ".pdf", Made.utf8(words));
  }

  @Test
  void aParserThatHangsCostsItsFile() {
    try (Acquirer acquirer = acquirer(Limits.standard().withTime(Duration.ofMillis(700)))) {
      Acquired hung = read(acquirer, "hang");
      assertEquals(Status.NOT_READ, hung.document().status());
      assertEquals("took longer than 700 ms", hung.document().why());
      assertFalse(
          ProcessHandle.of(acquirer.parserPid()).isPresent(), "the hung parser is not left behind");
    }
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      assertEquals(Status.READ, read(acquirer, "well").document().status());
    }
  }

  @Test
  void aParserThatDiesCostsItsFile() {
    try (Acquirer acquirer = acquirer(Limits.standard().withHeap(32L << 20))) {
      assertEquals(
          "needs more than 32 MiB of memory to parse", read(acquirer, "memory").document().why());
      assertEquals(
          "its parser went wrong: it ended, exit status 7",
          read(acquirer, "exit").document().why());
      for (String fault : List.of("garbage", "flood", "half", "lies")) {
        Acquired read = read(acquirer, fault);
        assertEquals(Status.NOT_READ, read.document().status(), fault);
        assertTrue(
            String.valueOf(read.document().why()).startsWith("its parser went wrong"), fault);
        assertEquals(Status.READ, read(acquirer, "well").document().status(), "after " + fault);
      }
    }
  }

  @Test
  void aParserThatMisplacesIsNotBelieved() {
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      Acquired read = read(acquirer, "misplaced");
      assertEquals(List.of(), read.inner(), "a file outside its folder");
      var text = read.text();
      assertTrue(text != null && text.blocks().isEmpty() && text.pages().isEmpty());
    }
  }

  @Test
  void aKilledParserIsReplaced() throws InterruptedException {
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      assertEquals(Status.READ, read(acquirer, "well").document().status());
      long first = acquirer.parserPid();
      Thread killer =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  Thread.sleep(300);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
              });
      Acquired killed = read(acquirer, "hang");
      killer.join();
      assertEquals(Status.NOT_READ, killed.document().status());
      assertEquals(Status.READ, read(acquirer, "well").document().status());
      assertNotEquals(first, acquirer.parserPid());
    }
  }

  @Test
  void aParserThatCannotStartIsAFaultOfTheInstallation() {
    try (Acquirer acquirer =
        new Acquirer(Limits.standard(), folder.resolve("scratch"), List.of("-XX:+NoSuchFlag"))) {
      WhenceException fault = assertThrows(WhenceException.class, () -> read(acquirer, "any"));
      assertTrue(String.valueOf(fault.getMessage()).contains("NoSuchFlag"), fault::toString);
    }
  }

  @Test
  void theParserEndsWhenItsOwnerIsKilled() throws IOException, InterruptedException {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long parser;
    try (BufferedReader out = owner.inputReader(StandardCharsets.UTF_8)) {
      parser = Long.parseLong(String.valueOf(out.readLine()));
      assertTrue(ProcessHandle.of(parser).isPresent());
      owner.destroyForcibly();
      owner.waitFor();
    }
    var handle = ProcessHandle.of(parser);
    if (handle.isPresent()) {
      handle.get().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
    assertTrue(ProcessHandle.of(parser).map(p -> !p.isAlive()).orElse(true));
    // What the killed owner left behind goes when the next one starts.
    Path scratch = folder.resolve("scratch");
    assertTrue(Files.exists(scratch.resolve("parser")));
    try (Acquirer next = acquirer(Limits.standard())) {
      assertFalse(Files.exists(scratch.resolve("parser")));
      assertEquals(-1, next.parserPid());
    }
  }

  /// An owner to be killed: prints its parser's process id and waits.
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      Acquirer acquirer = new Acquirer(Limits.standard(), folder.resolve("scratch"));
      Made.acquire(acquirer, folder, "a.html", Made.utf8("<p>Hello there.</p>"));
      System.out.println(acquirer.parserPid());
      System.out.flush();
      Thread.sleep(600_000);
    }
  }
}
