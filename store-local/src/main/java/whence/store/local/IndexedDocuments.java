package whence.store.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.WhenceException;
import whence.weigh.Embedder;
import whence.weigh.PlainWords;

/// Makes what goes into the index of readings. Embedding is most of the work, and is shared out to
/// all processors; the same stretch is embedded once in a batch.
final class IndexedDocuments implements AutoCloseable {
  private final Embedder embedder;
  private final ExecutorService threads;

  IndexedDocuments(Embedder embedder) {
    this.embedder = embedder;
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().factory());
  }

  private record Placed(
      Reading reading, Stretch stretch, String plain, Future<BytesRef> direction) {}

  /// By document, in the readings' order.
  Map<Sha256, List<Document>> of(List<Reading> readings) {
    List<Placed> stretches = new ArrayList<>();
    Map<String, Future<BytesRef>> directions = new LinkedHashMap<>();
    Map<Sha256, List<Document>> made = new LinkedHashMap<>();
    for (Reading reading : readings) {
      made.put(reading.document().sha256(), new ArrayList<>());
      for (Stretch stretch : Stretch.of(reading)) {
        String plain = PlainWords.of(reading.text().passage(stretch.span()).text());
        Future<BytesRef> direction =
            directions.computeIfAbsent(
                plain, it -> threads.submit(() -> Direction.packed(embedder.passage(it))));
        stretches.add(new Placed(reading, stretch, plain, direction));
      }
    }
    for (Placed placed : stretches) {
      Sha256 document = placed.reading.document().sha256();
      Passage passage = placed.reading.text().passage(placed.stretch.span());
      List<Document> documents = made.computeIfAbsent(document, it -> new ArrayList<>());
      documents.add(
          IndexFields.stretch(
              document,
              passage,
              placed.reading.text().pageAt(passage.start()),
              placed.plain,
              await(placed.direction)));
      for (Searchable member : placed.stretch.members()) {
        documents.add(IndexFields.member(document, member, passage.start()));
      }
    }
    return made;
  }

  private static BytesRef await(Future<BytesRef> direction) {
    try {
      return direction.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped while indexing; run it again to go on", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof WhenceException known
          ? known
          : new WhenceException("the model of meaning failed: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
