package whence.acquire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import whence.acquire.parser.Parsed;
import whence.acquire.parser.Request;
import whence.acquire.parser.Wire;
import whence.model.WhenceException;

/// The owner's side of the parser process: starts it when a file comes, stops it when it takes too
/// long, replaces it when it has died or grown old.
final class ParserProcess implements AutoCloseable {
  private static final int DOCUMENTS_EACH = 2_000;
  private static final Duration START = Duration.ofSeconds(60);
  private static final int OUT_OF_MEMORY = 3;
  private static final int OVERHEAD = 64 << 20;
  private static final Set<String> KEPT_ENVIRONMENT =
      Set.of("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "LANG", "LC_ALL", "SystemRoot");

  /// The file cost its parser: why, in words for the user.
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String mediaType;

    Failed(String message, @Nullable String mediaType) {
      super(message);
      this.mediaType = mediaType;
    }

    /// What the file is, if the parser could still tell.
    @Nullable String mediaType() {
      return mediaType;
    }
  }

  private final Limits limits;
  private final Path temporary;
  private final String mainClass;
  private final List<String> flags;
  private @Nullable Running running;

  private record Running(Process process, DataOutputStream out, BlockingQueue<Event> events) {}

  private sealed interface Event {
    record Came(Wire.Frame frame) implements Event {}

    record Ended(String why) implements Event {}
  }

  private int served;

  ParserProcess(Limits limits, Path temporary, String mainClass, List<String> flags) {
    this.limits = limits;
    this.temporary = temporary;
    this.mainClass = mainClass;
    this.flags = List.copyOf(flags);
  }

  /// @throws Failed if the file was too much for the parser
  /// @throws WhenceException if no parser process can be started
  Parsed parse(Request request) throws Failed {
    Running parser = running();
    try {
      Wire.write(parser.out(), Wire.Kind.REQUEST, Wire.encode(request));
    } catch (IOException died) {
      // It died between two files, through no fault of this one.
      stop();
      parser = running();
      try {
        Wire.write(parser.out(), Wire.Kind.REQUEST, Wire.encode(request));
      } catch (IOException e) {
        stop();
        throw new WhenceException("the parser process cannot be written to", e);
      }
    }
    Parsed parsed = await(parser);
    if (++served >= DOCUMENTS_EACH) {
      stop();
    }
    return parsed;
  }

  private Parsed await(Running parser) throws Failed {
    long started = System.nanoTime();
    String type = null;
    while (true) {
      long left = limits.longest().toNanos() - (System.nanoTime() - started);
      long silence = Math.min(limits.time().toNanos(), left);
      Event event = next(parser, silence);
      switch (event) {
        case null -> {
          stop();
          Duration over = left <= limits.time().toNanos() ? limits.longest() : limits.time();
          throw new Failed("took longer than " + inWords(over), type);
        }
        case Event.Ended ended -> throw new Failed(died(parser, ended), type);
        case Event.Came(Wire.Frame frame) when frame.kind() == Wire.Kind.PARSED -> {
          try {
            return frame.parsed();
          } catch (IOException e) {
            stop();
            throw new Failed("its parser went wrong: " + e.getMessage(), type);
          }
        }
        case Event.Came(Wire.Frame frame) when frame.kind() == Wire.Kind.TYPE ->
            type = frame.type();
        case Event.Came progress -> {}
      }
    }
  }

  private String died(Running parser, Event.Ended ended) {
    stop();
    try {
      int status = parser.process().waitFor();
      if (status == OUT_OF_MEMORY) {
        return "needs more than " + (limits.heapBytes() >> 20) + " MiB of memory to parse";
      }
      return "its parser went wrong: " + ended.why() + ", exit status " + status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String inWords(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static @Nullable Event next(Running parser, long nanoseconds) {
    try {
      return parser.events().poll(Math.max(1, nanoseconds), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private Running running() {
    Running now = running;
    if (now != null && now.process().isAlive()) {
      return now;
    }
    stop();
    Running started = start();
    running = started;
    served = 0;
    return started;
  }

  private Running start() {
    try {
      Files.createDirectories(temporary);
      Path complaints = temporary.resolve("parser-start.log");
      ProcessBuilder builder = new ProcessBuilder(command());
      builder.redirectError(complaints.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().retainAll(KEPT_ENVIRONMENT);
      Process process = builder.start();
      BlockingQueue<Event> events = new LinkedBlockingQueue<>();
      int longest = (int) Math.min(Integer.MAX_VALUE - 8, OVERHEAD + 4L * limits.characters());
      Thread.ofPlatform()
          .daemon()
          .name("parser output")
          .start(() -> readFrames(process, events, longest));
      Running started =
          new Running(process, new DataOutputStream(process.getOutputStream()), events);
      Event first = next(started, START.toNanos());
      if (first instanceof Event.Came(Wire.Frame frame) && frame.kind() == Wire.Kind.HELLO) {
        return started;
      }
      process.destroyForcibly();
      throw new WhenceException(
          "the parser process does not start: "
              + Files.readString(complaints).lines().limit(3).toList());
    } catch (IOException e) {
      throw new WhenceException("the parser process does not start: " + e.getMessage(), e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapBytes());
    command.add("-Xss2m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    // Standard output is for frames alone.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add("-XX:-UsePerfData");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dfile.encoding=UTF-8");
    // No XML parser of the JDK fetches anything, whatever a library forgets to forbid.
    command.add("-Djavax.xml.accessExternalDTD=");
    command.add("-Djavax.xml.accessExternalSchema=");
    command.add("-Djavax.xml.accessExternalStylesheet=");
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    return command;
  }

  private static void readFrames(Process process, BlockingQueue<Event> events, int longest) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      for (Wire.Frame frame = Wire.read(in, longest);
          frame != null;
          frame = Wire.read(in, longest)) {
        events.add(new Event.Came(frame));
      }
      events.add(new Event.Ended("it ended"));
    } catch (IOException e) {
      process.destroyForcibly();
      events.add(new Event.Ended(String.valueOf(e.getMessage())));
    }
  }

  private void stop() {
    Running now = running;
    running = null;
    if (now != null) {
      now.process().descendants().forEach(ProcessHandle::destroyForcibly);
      now.process().destroyForcibly();
    }
  }

  /// The parser's process id, for tests that kill it; -1 if there is none.
  long pid() {
    Running now = running;
    return now == null ? -1 : now.process().pid();
  }

  @Override
  public void close() {
    stop();
  }
}
