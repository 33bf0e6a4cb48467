package whence.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import whence.acquire.Acquired;
import whence.acquire.Acquirer;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Text;
import whence.model.WhenceException;
import whence.read.Reader;

/// Makes a reading from an original: acquiring, then reading. May be used by as many threads as it
/// has acquirers.
public final class Deriver implements AutoCloseable {
  /// Named in every reading's version, to be raised when acquiring makes something else of the same
  /// bytes.
  private static final String ACQUIRING = "acquire 1, ";

  private final List<Acquirer> acquirers;
  private final BlockingQueue<Acquirer> idle;
  private final @Nullable Reader reader;
  private final List<AutoCloseable> held;
  private final String version;

  private Deriver(List<Acquirer> acquirers, @Nullable Reader reader, List<AutoCloseable> held) {
    this.acquirers = List.copyOf(acquirers);
    this.idle = new ArrayBlockingQueue<>(acquirers.size(), false, acquirers);
    this.reader = reader;
    this.held = List.copyOf(held);
    this.version = ACQUIRING + (reader == null ? "text only" : reader.version());
  }

  /// @param acquirers one for each thread; closed with this
  /// @param held what the reader stands on, closed with this
  public static Deriver reading(List<Acquirer> acquirers, Reader reader, List<AutoCloseable> held) {
    return new Deriver(acquirers, reader, held);
  }

  /// Stops after acquiring.
  public static Deriver textOnly(List<Acquirer> acquirers) {
    return new Deriver(acquirers, null, List.of());
  }

  /// Whether a reading made by `version` needs no making again. Who wants the text only is content
  /// with more.
  boolean isCurrent(@Nullable String version) {
    return this.version.equals(version)
        || (reader == null && version != null && version.startsWith(ACQUIRING));
  }

  /// Reads a file that belongs to no case.
  public Reading readAlone(Path file, String name) {
    try {
      return read(acquire(file, Sha256.of(Files.readAllBytes(file)), name));
    } catch (IOException e) {
      throw new WhenceException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + "); check its permissions",
          e);
    }
  }

  Acquired acquire(Path file, Sha256 document, String path) {
    try {
      Acquirer acquirer = idle.take();
      try {
        return acquirer.acquire(file, document, path);
      } finally {
        idle.add(acquirer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped before " + path + " was read; run it again to go on", e);
    }
  }

  Reading read(Acquired acquired) {
    Document document = acquired.document();
    Text text = acquired.text() == null ? Text.plain("") : acquired.text();
    if (document.status() == Document.Status.NOT_READ || reader == null) {
      return new Reading(document, text, List.of(), List.of(), version);
    }
    try {
      Reading reading = reader.read(document, text);
      return new Reading(
          reading.document(), reading.text(), reading.times(), reading.statements(), version);
    } catch (RuntimeException | StackOverflowError e) {
      // A document that the reader stumbles over costs that document's statements, nothing else.
      Document partly =
          document.partly(
              "its text was kept, but reading its statements failed ("
                  + e.getClass().getSimpleName()
                  + "); tell us what kind of document it is");
      return new Reading(partly, text, List.of(), List.of(), version);
    }
  }

  @Override
  public void close() {
    acquirers.forEach(Acquirer::close);
    for (AutoCloseable each : held) {
      try {
        each.close();
      } catch (Exception e) {
        throw new WhenceException("the reader's model could not be put away", e);
      }
    }
  }
}
