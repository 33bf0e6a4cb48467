package whence.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import whence.model.WhenceException;

/// What one run of a program cost.
///
/// @param seconds from before it was started until it had ended
/// @param residentBytes the most memory it had resident, as the kernel counts it (looked at every
///   20 ms; `VmHWM` remembers what happened in between); 0 where there is no `/proc`
/// @param treeBytes the most that it and the processes it had started had resident at one look
/// @param log what it printed on standard output; errors stand in a file beside it
record Launch(
    List<String> command, int exit, double seconds, long residentBytes, long treeBytes, Path log) {
  private static final int LOOK_MILLIS = 20;

  static Launch run(List<String> command, Path log) {
    return run(command, log, Map.of());
  }

  static Launch run(List<String> command, Path log, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(log.toFile())
            .redirectError(errors(log).toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().putAll(environment);
    try {
      long start = System.nanoTime();
      Process process = builder.start();
      long resident = 0;
      long tree = 0;
      boolean ended = false;
      while (!ended) {
        resident = Math.max(resident, status(process.pid(), "VmHWM:"));
        tree = Math.max(tree, treeBytes(process.toHandle()));
        ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Launch(
          command, process.exitValue(), seconds, resident, Math.max(tree, resident), log);
    } catch (IOException e) {
      throw new WhenceException(command.getFirst() + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped while " + command.getFirst() + " ran", e);
    }
  }

  /// @throws WhenceException with the end of what it printed, unless it ended with one of `allowed`
  ///   or 0
  Launch mustSucceed(int... allowed) {
    for (int status : allowed) {
      if (exit == status) {
        return this;
      }
    }
    if (exit != 0) {
      throw new WhenceException(
          String.join(" ", command) + ": ended with " + exit + ": " + lastErrors(5));
    }
    return this;
  }

  private static Path errors(Path log) {
    return log.resolveSibling(log.getFileName() + ".errors");
  }

  private String lastErrors(int count) {
    try {
      List<String> lines = Files.readString(errors(log)).lines().toList();
      return String.join(" / ", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "and what it printed cannot be read (" + e.getMessage() + ")";
    }
  }

  static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static long treeBytes(ProcessHandle process) {
    return LongStream.concat(
            LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid))
        .map(pid -> status(pid, "VmRSS:"))
        .sum();
  }

  /// A line of `/proc/PID/status` in bytes; 0 where there is none, as when it has just ended.
  private static long status(long pid, String line) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      OptionalLong kilobytes =
          Files.readAllLines(status).stream()
              .filter(each -> each.startsWith(line))
              .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
              .findFirst();
      return 1024 * kilobytes.orElse(0);
    } catch (IOException e) {
      // It ended between being seen and being asked.
      return 0;
    }
  }
}
