package whence.store.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import whence.model.WhenceException;

/// Loads SQLite's native part without leaving a copy of it behind.
///
/// The driver unpacks it into the folder for temporary files, and a killed program leaves it there
/// for ever. Here it is unpacked into a folder of its own, which is deleted as soon as it is loaded
/// where the system lets go of the name of a file in use. A program started with
/// `org.sqlite.lib.path` has it unpacked already.
final class NativeLibrary {
  private static final String TMPDIR = "org.sqlite.tmpdir";
  private static final String PREFIX = "whence-sqlite-";
  private static boolean loaded;

  private NativeLibrary() {}

  static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      if (System.getProperty("org.sqlite.lib.path") != null || System.getProperty(TMPDIR) != null) {
        SQLiteJDBCLoader.initialize();
      } else {
        loadFromOwnFolder();
      }
      loaded = true;
    } catch (Exception e) {
      throw new WhenceException(
          "SQLite cannot be loaded ("
              + e.getMessage()
              + "); is there room and leave to write in "
              + System.getProperty("java.io.tmpdir")
              + "?",
          e);
    }
  }

  private static void loadFromOwnFolder() throws Exception {
    Path folder = Files.createTempDirectory(PREFIX);
    System.setProperty(TMPDIR, folder.toString());
    try {
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(TMPDIR);
      delete(folder);
    }
    deleteLeftOvers(Folders.parent(folder));
  }

  /// A program killed in the moment of loading leaves a folder; nobody loads for minutes.
  private static void deleteLeftOvers(Path temporary) throws IOException {
    Instant old = Instant.now().minus(Duration.ofMinutes(10));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)
            && Files.isWritable(folder)) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException inUse) {
      // Windows keeps the name of a loaded library; a later start deletes it.
      folder.toFile().deleteOnExit();
    }
  }
}
