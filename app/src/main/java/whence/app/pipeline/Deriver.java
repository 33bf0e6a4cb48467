package whence.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import whence.acquire.Acquired;
import whence.acquire.Acquirer;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Text;
import whence.model.WhenceException;

/// Makes a reading from an original: acquiring, then reading. May be used by as many threads as it
/// has acquirers.
public final class Deriver implements AutoCloseable {
  /// Named in every reading's version, to be raised when acquiring makes something else of the same
  /// bytes.
  private static final String ACQUIRING = "acquire-1";

  private static final String TEXT_ONLY = "text only";

  private final List<Acquirer> acquirers;
  private final BlockingQueue<Acquirer> idle;
  private final BiFunction<Document, Text, Reading> reader;
  private final String version;
  private final boolean textOnly;

  private Deriver(
      List<Acquirer> acquirers,
      BiFunction<Document, Text, Reading> reader,
      String readerVersion,
      boolean textOnly) {
    this.acquirers = List.copyOf(acquirers);
    this.idle = new ArrayBlockingQueue<>(acquirers.size(), false, acquirers);
    this.reader = reader;
    this.version = ACQUIRING + " " + readerVersion;
    this.textOnly = textOnly;
  }

  /// @param acquirers one for each thread
  /// @param reader may be used by several threads
  /// @param readerVersion names the reader and its model
  public static Deriver reading(
      List<Acquirer> acquirers, BiFunction<Document, Text, Reading> reader, String readerVersion) {
    return new Deriver(acquirers, reader, readerVersion, false);
  }

  /// Stops after acquiring.
  public static Deriver textOnly(List<Acquirer> acquirers) {
    return new Deriver(
        acquirers,
        (document, text) -> new Reading(document, text, List.of(), List.of(), TEXT_ONLY),
        TEXT_ONLY,
        true);
  }

  /// Whether a reading made by `reader` needs no making again. Who wants the text only is content
  /// with more.
  boolean isCurrent(@Nullable String reader) {
    return version.equals(reader)
        || (textOnly && reader != null && reader.startsWith(ACQUIRING + " "));
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
    if (document.status() == Document.Status.NOT_READ) {
      return new Reading(document, text, List.of(), List.of(), version);
    }
    try {
      Reading reading = reader.apply(document, text);
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
  }
}
