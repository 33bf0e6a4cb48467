package whence.app.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// When each person last looked at the case, so that the workbench can say what is new.
final class Visits {
  private final Path file;

  /// @param folder of the case
  Visits(Path folder) {
    this.file = folder.resolve("visits.properties");
  }

  /// When the person last looked; null for somebody who never did.
  synchronized @Nullable Instant last(String person) {
    String last = read().getProperty(person);
    try {
      return last == null ? null : Instant.parse(last);
    } catch (DateTimeParseException e) {
      // Whoever edited the file is shown everything as new.
      return null;
    }
  }

  synchronized void look(String person, Instant now) {
    Properties visits = read();
    visits.setProperty(person, now.toString());
    try {
      Path fresh = Files.createTempFile(file.getParent(), "visits", null);
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        visits.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties read() {
    Properties visits = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        visits.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        return new Properties();
      }
    }
    return visits;
  }
}
