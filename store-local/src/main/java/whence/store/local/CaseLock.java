package whence.store.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.store.CaseLocked;

/// Tells whether anybody else has a case open: all who have it open share the lock; who opens it
/// first has it alone for a moment, to tidy up after a crash or to bring an older case up to date.
/// Writing needs no lock of this kind: SQLite makes writers take turns.
///
/// One lock serves a whole process, because a file lock belongs to the process and goes with the
/// first channel that is closed.
final class CaseLock implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final Map<Path, CaseLock> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private int holders = 1;

  private CaseLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// @param alone runs before the lock is shared if nobody else has the case open
  static CaseLock share(Path folder, Runnable alone) {
    synchronized (HELD) {
      Path file = folder.resolve("case.lock");
      try {
        file = folder.toRealPath().resolve("case.lock");
        CaseLock held = HELD.get(file);
        if (held != null) {
          held.holders++;
          return held;
        }
        CaseLock lock = open(file, alone);
        HELD.put(file, lock);
        return lock;
      } catch (IOException e) {
        throw Faults.of(file, e);
      }
    }
  }

  private static CaseLock open(Path file, Runnable alone) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock whole = channel.tryLock(0, 1, false);
      if (whole != null) {
        alone.run();
        whole.release();
      }
      waitToShare(file, channel);
      return new CaseLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void waitToShare(Path file, FileChannel channel) throws IOException {
    @Nullable FileLock shared = channel.tryLock(0, 1, true);
    for (int waited = 0; shared == null; waited += 50) {
      if (waited >= PATIENCE_MILLIS) {
        throw new CaseLocked(
            file.getParent()
                + ": another Whence is bringing this case up to date; try again when it is done");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CaseLocked(file.getParent() + ": interrupted while waiting for the case", e);
      }
      shared = channel.tryLock(0, 1, true);
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      holders--;
      if (holders == 0) {
        HELD.remove(file);
        try {
          channel.close();
        } catch (IOException e) {
          throw Faults.of(file, e);
        }
      }
    }
  }
}
