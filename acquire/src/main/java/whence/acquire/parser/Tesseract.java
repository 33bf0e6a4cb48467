package whence.acquire.parser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tesseract, where it is installed. Each page is a process of its own with a time limit.
///
/// @param program null if there is none on this machine
record Tesseract(@Nullable Path program) {
  /// A system property that names the program, or a place where there is none.
  static final String PROPERTY = "whence.tesseract";

  static final String MISSING = "Tesseract is not installed: apt-get install tesseract-ocr";
  private static final int LONGEST_OUTPUT = 4 << 20;
  private static final List<String> USUAL =
      List.of(
          "/usr/bin",
          "/usr/local/bin",
          "/opt/homebrew/bin",
          "/opt/local/bin",
          "C:\\Program Files\\Tesseract-OCR");

  /// What became of a page: either its text, or why there is none.
  record Recognised(@Nullable String text, @Nullable String problem) {}

  static Tesseract find() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return new Tesseract(program(Path.of(named)));
    }
    String path = System.getenv("PATH");
    List<String> folders = path == null ? List.of() : List.of(path.split(File.pathSeparator, -1));
    for (List<String> places : List.of(folders, USUAL)) {
      for (String folder : places) {
        for (String name : List.of("tesseract", "tesseract.exe")) {
          Path found = folder.isEmpty() ? null : program(Path.of(folder, name));
          if (found != null) {
            return new Tesseract(found);
          }
        }
      }
    }
    return new Tesseract(null);
  }

  private static @Nullable Path program(Path path) {
    return Files.isExecutable(path) && Files.isRegularFile(path) ? path : null;
  }

  /// @param image a PNG file of one page
  Recognised recognise(Path image, int dotsPerInch, int seconds) {
    if (program == null) {
      return new Recognised(null, MISSING);
    }
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              program.toString(),
              image.toString(),
              "stdout",
              "-l",
              "eng",
              "--psm",
              "1",
              "--dpi",
              Integer.toString(dotsPerInch));
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      // One thread a page: pages run side by side, and the result must not depend on the cores.
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      Process process = builder.start();
      process.getOutputStream().close();
      Thread killer =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                  }
                } catch (InterruptedException finished) {
                  Thread.currentThread().interrupt();
                }
              });
      byte[] output;
      try (InputStream in = process.getInputStream()) {
        output = in.readNBytes(LONGEST_OUTPUT);
      }
      int status = process.waitFor();
      killer.interrupt();
      if (status > 128) {
        return new Recognised(null, "Tesseract took longer than " + seconds + " s");
      }
      if (status != 0) {
        return new Recognised(
            null, "Tesseract failed (status " + status + "; is its English data installed?)");
      }
      return new Recognised(new String(output, StandardCharsets.UTF_8), null);
    } catch (IOException e) {
      return new Recognised(null, "Tesseract could not be run: " + Words.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Recognised(null, "Tesseract was interrupted");
    }
  }
}
