package whence.store.local;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import whence.model.Reading;
import whence.model.Sha256;
import whence.store.CaseLocked;

/// The folder of the index, and keeping it in step with the readings: for every document it holds
/// the mark of the reading that was indexed, and takes in or drops what has another mark now.
final class IndexFolder implements AutoCloseable {
  /// Lucene advises to add an incubator module, on standard error, where users read our messages.
  private static final Logger ADVICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    ADVICE.setLevel(Level.SEVERE);
  }

  private static final int PATIENCE_MILLIS = 10_000;

  /// The state of the readings that a commit is in step with.
  private static final String STATE = "whence.state";

  /// A document's hash with its reading's mark behind it.
  private static final String MARKER = "marker";

  private final Path folder;
  private final Consumer<String> warnings;
  private @Nullable Index index;
  private @Nullable Sha256 state;

  IndexFolder(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  boolean exists() {
    return Files.exists(folder);
  }

  /// The index, in step with the readings.
  ///
  /// @param marks of all readings, by document: another reading, another mark
  Index inStep(Map<Sha256, String> marks, Function<Sha256, Optional<Reading>> readings) {
    Sha256 wanted = Sha256.of(IndexFields.VERSION + new TreeMap<>(marks));
    Index open = index;
    if (open != null && wanted.equals(state)) {
      return open;
    }
    close();
    try {
      try {
        open = open(wanted, marks, readings);
      } catch (IOException e) {
        if (!isDamage(e)) {
          throw e;
        }
        warnings.accept(folder + ": the index is damaged and is made again");
        clear();
        open = open(wanted, marks, readings);
      }
      index = open;
      state = wanted;
      return open;
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  private Index open(
      Sha256 wanted, Map<Sha256, String> marks, Function<Sha256, Optional<Reading>> readings)
      throws IOException {
    Folders.makePrivate(folder);
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        DirectoryReader reader = DirectoryReader.open(directory);
        if (wanted.hex().equals(reader.getIndexCommit().getUserData().get(STATE))) {
          return new Index(folder, reader);
        }
        reader.close();
      }
      update(directory, wanted, marks, readings);
      return new Index(folder, DirectoryReader.open(directory));
    }
  }

  private void update(
      Directory directory,
      Sha256 wanted,
      Map<Sha256, String> marks,
      Function<Sha256, Optional<Reading>> readings)
      throws IOException {
    try (IndexWriter writer = writer(directory)) {
      Map<Sha256, String> indexed = indexed(directory);
      for (Sha256 document : indexed.keySet()) {
        if (!indexed.get(document).equals(marks.get(document))) {
          writer.deleteDocuments(new Term(IndexFields.DOCUMENT, document.hex()));
        }
      }
      for (Map.Entry<Sha256, String> now : new TreeMap<>(marks).entrySet()) {
        if (!now.getValue().equals(indexed.get(now.getKey()))) {
          Optional<Reading> reading = readings.apply(now.getKey());
          if (reading.isPresent()) {
            add(writer, reading.get(), now.getValue());
          }
        }
      }
      // Lucene's statistics count deleted texts until they are merged away, and what was dropped
      // may be what must not be kept.
      writer.forceMergeDeletes(true);
      writer.setLiveCommitData(Map.of(STATE, wanted.hex()).entrySet());
      writer.commit();
    }
  }

  private static void add(IndexWriter writer, Reading reading, String mark) throws IOException {
    Sha256 document = reading.document().sha256();
    for (Searchable searchable : Searchable.of(reading)) {
      writer.addDocument(IndexFields.of(document, searchable));
    }
    Document marker = new Document();
    marker.add(new StringField(IndexFields.DOCUMENT, document.hex(), Field.Store.NO));
    marker.add(new StringField(MARKER, document.hex() + mark, Field.Store.NO));
    writer.addDocument(marker);
  }

  /// The marks of the readings that are indexed, by document.
  private static Map<Sha256, String> indexed(Directory directory) throws IOException {
    Map<Sha256, String> indexed = new TreeMap<>();
    if (DirectoryReader.indexExists(directory)) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Terms markers = MultiTerms.getTerms(reader, MARKER);
        if (markers != null) {
          TermsEnum each = markers.iterator();
          for (BytesRef term = each.next(); term != null; term = each.next()) {
            String marker = term.utf8ToString();
            indexed.put(new Sha256(marker.substring(0, 64)), marker.substring(64));
          }
        }
      }
    }
    return indexed;
  }

  /// Waits for another writer's turn to end. What is not committed when the writer is closed is as
  /// if it had never been.
  private IndexWriter writer(Directory directory) throws IOException {
    for (int waited = 0; ; waited += 50) {
      IndexWriterConfig config =
          new IndexWriterConfig(IndexFields.ANALYZER)
              .setCommitOnClose(false)
              .setMergeScheduler(new SerialMergeScheduler())
              .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
              .setRAMBufferSizeMB(64);
      try {
        return new IndexWriter(directory, config);
      } catch (LockObtainFailedException taken) {
        if (waited >= PATIENCE_MILLIS) {
          throw new CaseLocked(
              folder + ": another Whence is indexing this case; try again when it is done", taken);
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseLocked(folder + ": interrupted while waiting for the index", e);
    }
  }

  private void clear() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isDamage(IOException fault) {
    return fault instanceof CorruptIndexException
        || fault instanceof IndexFormatTooOldException
        || fault instanceof IndexFormatTooNewException
        || fault instanceof EOFException
        || fault instanceof FileNotFoundException
        || fault instanceof NoSuchFileException;
  }

  @Override
  public void close() {
    if (index != null) {
      index.close();
      index = null;
    }
  }
}
