package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most heap a JVM used, from its own log (`-Xlog:gc,gc+exit`, serial collector): what was in
/// use before each collection and at the end. Between two collections use only grows, so these are
/// its peaks.
final class Heap {
  private static final Pattern COLLECTION = Pattern.compile("\\) (\\d+)M->\\d+M\\(\\d+M\\)");
  private static final Pattern AT_EXIT =
      Pattern.compile("(?:DefNew|Tenured)\\s+total \\d+K, used (\\d+)K");

  private Heap() {}

  static String option(Path log) {
    return "-Xlog:gc,gc+exit:file=" + log;
  }

  /// In bytes; a collector's log counts in whole megabytes.
  static long peak(Path log) throws IOException {
    return peak(Files.readString(log));
  }

  static long peak(String log) {
    long peak = 0;
    Matcher collection = COLLECTION.matcher(log);
    while (collection.find()) {
      peak = Math.max(peak, Long.parseLong(collection.group(1)) << 20);
    }
    long atExit = 0;
    Matcher generation = AT_EXIT.matcher(log);
    while (generation.find()) {
      atExit += Long.parseLong(generation.group(1)) << 10;
    }
    return Math.max(peak, atExit);
  }
}
