package whence.store.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Passage;
import whence.model.Sha256;
import whence.weigh.Neighbours;

/// Finds statements, and sentences that no statement covers, by their words: BM25 over English
/// stems.
///
/// An answer depends on what is indexed, never on when or in what order: deleted texts are merged
/// away before anybody searches, because Lucene counts them in its statistics; a term's weights are
/// added up in double precision, where the order of adding them makes no difference; and all that
/// tie with the last hit are looked at before the ties are ordered.
public final class Index implements Neighbours, AutoCloseable {
  private static final Comparator<Hit> ORDER =
      Comparator.comparingDouble(Hit::score)
          .reversed()
          .thenComparing(Hit::path, CodePoints.ORDER)
          .thenComparing(Hit::passage)
          .thenComparing(hit -> hit.statement() == null ? "" : hit.statement());

  private final Path folder;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /// @param path of the document
  /// @param statement its id, null for a sentence that no statement covers
  /// @param passage where it stands; of a statement, its content
  /// @param page of its start, null where there are no pages
  /// @param score above 0, to four decimals; comparable within one answer only
  public record Hit(
      Sha256 document,
      String path,
      @Nullable String statement,
      Passage passage,
      @Nullable Integer page,
      double score) {}

  private record Found<T>(T value, double score) {}

  Index(Path folder, DirectoryReader reader) {
    this.folder = folder;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
  }

  /// Statements whose content is like `text`.
  @Override
  public List<Neighbour> near(String text, int top) {
    try {
      List<Neighbour> found = new ArrayList<>();
      Optional<Query> query = IndexFields.query(IndexFields.CONTENT, text, reader);
      if (query.isPresent()) {
        for (Found<String> one : search(query.get(), top, this::statement)) {
          found.add(new Neighbour(one.value, one.score));
        }
      }
      found.sort(
          Comparator.comparingDouble(Neighbour::score).reversed().thenComparing(Neighbour::id));
      return found.subList(0, Math.min(top, found.size()));
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  /// Where something like `text` is said, best first; ties by path, place and id.
  ///
  /// @param path of a document, empty for one that is not to be seen
  public List<Hit> like(String text, int top, Function<Sha256, Optional<String>> path) {
    try {
      Optional<Query> query = IndexFields.query(IndexFields.WORDS, text, reader);
      if (query.isEmpty()) {
        return List.of();
      }
      List<Hit> hits = new ArrayList<>();
      for (Found<IndexFields.Stored> one : search(query.get(), top, doc -> stored(doc, path))) {
        IndexFields.Stored it = one.value;
        hits.add(
            new Hit(
                it.document(),
                path.apply(it.document()).orElseThrow(),
                it.statement(),
                it.passage(),
                it.page(),
                one.score));
      }
      hits.sort(ORDER);
      return List.copyOf(hits.subList(0, Math.min(top, hits.size())));
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  private interface Fetch<T> {
    /// What is stored for a Lucene document, null if it is not to be seen.
    @Nullable T of(int doc) throws IOException;
  }

  /// The best `top` that `fetch` shows, and all that tie with the last of them, unordered.
  private <T> List<Found<T>> search(Query query, int top, Fetch<T> fetch) throws IOException {
    for (int look = top + 16; ; look = (int) Math.min(4L * look, Integer.MAX_VALUE - 8)) {
      int limit = Math.min(look, Math.max(1, reader.maxDoc()));
      TopDocs docs = searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit));
      List<Found<T>> found = new ArrayList<>();
      boolean complete = docs.scoreDocs.length < limit || limit == reader.maxDoc();
      for (ScoreDoc doc : docs.scoreDocs) {
        double score = round(doc.score);
        if (found.size() >= top && score < found.get(top - 1).score) {
          complete = true;
          break;
        }
        T value = fetch.of(doc.doc);
        if (value != null) {
          found.add(new Found<>(value, score));
        }
      }
      if (complete) {
        return found;
      }
    }
  }

  private static double round(float score) {
    return Math.round(score * 10_000.0) / 10_000.0;
  }

  private String statement(int doc) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues ids = leaf.reader().getBinaryDocValues(IndexFields.STATEMENT);
    if (ids == null || !ids.advanceExact(doc - leaf.docBase)) {
      throw new IOException("a statement without an id in the index");
    }
    BytesRef id = ids.binaryValue();
    return new String(id.bytes, id.offset, id.length, StandardCharsets.UTF_8);
  }

  private IndexFields.@Nullable Stored stored(int doc, Function<Sha256, Optional<String>> path)
      throws IOException {
    IndexFields.Stored stored = IndexFields.read(searcher.storedFields().document(doc));
    return path.apply(stored.document()).isPresent() ? stored : null;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }
}
