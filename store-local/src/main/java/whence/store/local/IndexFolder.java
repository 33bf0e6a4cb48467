package whence.store.local;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import whence.weigh.Embedder;

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

  /// Documents whose stretches are embedded side by side.
  private static final int AT_ONCE = 64;

  /// After so many documents what has been done outlasts a run that is killed.
  private static final int COMMIT_EVERY = 1_024;

  /// The state of the readings that a commit is in step with.
  private static final String STATE = "whence.state";

  /// A document's hash with its reading's mark, and what indexed it, behind it.
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
  /// @param readingMarks of all readings, by document: another reading, another mark
  /// @param indexed told how many more documents have been taken in, of how many
  Index inStep(
      Map<Sha256, String> readingMarks,
      Function<Sha256, Optional<Reading>> readings,
      Embedder embedder,
      Indexed indexed) {
    Map<Sha256, String> marks = new TreeMap<>();
    readingMarks.forEach((document, mark) ->
        marks.put(document, mark + " " + IndexFields.VERSION + " " + embedder.version()));
    Sha256 wanted = Sha256.of(marks.toString());
    Index open = index;
    if (open != null && wanted.equals(state)) {
      return open;
    }
    close();
    try {
      try {
        open = open(wanted, marks, readings, embedder, indexed);
      } catch (IOException e) {
        if (!isDamage(e)) {
          throw e;
        }
        warnings.accept(folder + ": the index is damaged and is made again");
        clear();
        open = open(wanted, marks, readings, embedder, indexed);
      }
      index = open;
      state = wanted;
      return open;
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  private Index open(
      Sha256 wanted,
      Map<Sha256, String> marks,
      Function<Sha256, Optional<Reading>> readings,
      Embedder embedder,
      Indexed indexed)
      throws IOException {
    Folders.makePrivate(folder);
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        DirectoryReader reader = DirectoryReader.open(directory);
        if (wanted.hex().equals(reader.getIndexCommit().getUserData().get(STATE))) {
          return new Index(folder, reader, embedder);
        }
        reader.close();
      }
      update(directory, wanted, marks, readings, embedder, indexed);
      return new Index(folder, DirectoryReader.open(directory), embedder);
    }
  }

  private void update(
      Directory directory,
      Sha256 wanted,
      Map<Sha256, String> marks,
      Function<Sha256, Optional<Reading>> readings,
      Embedder embedder,
      Indexed told)
      throws IOException {
    try (IndexWriter writer = writer(directory);
        IndexedDocuments documents = new IndexedDocuments(embedder)) {
      Map<Sha256, String> indexed = indexed(directory);
      for (Sha256 document : indexed.keySet()) {
        if (!indexed.get(document).equals(marks.get(document))) {
          writer.deleteDocuments(new Term(IndexFields.DOCUMENT, document.hex()));
        }
      }
      List<Sha256> missing =
          new TreeMap<>(marks)
              .entrySet().stream()
                  .filter(now -> !now.getValue().equals(indexed.get(now.getKey())))
                  .map(Map.Entry::getKey)
                  .toList();
      for (int from = 0; from < missing.size(); from += AT_ONCE) {
        List<Sha256> batch = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
        List<Reading> read = batch.stream().map(readings).flatMap(Optional::stream).toList();
        for (Map.Entry<Sha256, List<Document>> made : documents.of(read).entrySet()) {
          writer.addDocuments(made.getValue());
          writer.addDocument(marker(made.getKey(), marks));
        }
        told.more(batch.size(), missing.size());
        if ((from + AT_ONCE) % COMMIT_EVERY == 0) {
          writer.setLiveCommitData(Map.of(STATE, "").entrySet());
          writer.commit();
        }
      }
      finish(writer, wanted.hex());
    }
  }

  private static Document marker(Sha256 document, Map<Sha256, String> marks) {
    Document marker = new Document();
    marker.add(new StringField(IndexFields.DOCUMENT, document.hex(), Field.Store.NO));
    marker.add(new StringField(MARKER, document.hex() + marks.get(document), Field.Store.NO));
    return marker;
  }

  /// Drops what is not among `documents`, and takes nothing in.
  void keepOnly(Set<Sha256> documents) {
    close();
    state = null;
    try (Directory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = writer(directory)) {
        for (Sha256 document : indexed(directory).keySet()) {
          if (!documents.contains(document)) {
            writer.deleteDocuments(new Term(IndexFields.DOCUMENT, document.hex()));
          }
        }
        finish(writer, "");
      }
    } catch (IOException e) {
      if (!isDamage(e)) {
        throw Faults.of(folder, e);
      }
      try {
        clear();
      } catch (IOException again) {
        throw Faults.of(folder, again);
      }
    }
  }

  /// Lucene's statistics count deleted texts until they are merged away, and what was dropped may
  /// be what must not be kept.
  private static void finish(IndexWriter writer, String state) throws IOException {
    writer.forceMergeDeletes(true);
    writer.setLiveCommitData(Map.of(STATE, state).entrySet());
    writer.commit();
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
