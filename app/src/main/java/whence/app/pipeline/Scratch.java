package whence.app.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import whence.store.CaseLocked;

/// The private folder inside a case where originals lie while they are looked at. Only one run
/// reads into a case at a time; it holds this folder, and finding it left over means that the run
/// before was killed, so it is emptied.
public final class Scratch implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private Scratch(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// @throws CaseLocked if another run is reading into the case
  public static Scratch in(Path caseFolder) {
    Path folder = caseFolder.resolve("scratch");
    try {
      FileChannel channel =
          FileChannel.open(
              caseFolder.resolve("reading.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!isMine(channel)) {
        channel.close();
        throw new CaseLocked(
            caseFolder
                + ": another whence is reading into this case; wait until it is done, or stop it");
      }
      delete(folder);
      Files.createDirectory(folder);
      return new Scratch(folder, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try (lock) {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
