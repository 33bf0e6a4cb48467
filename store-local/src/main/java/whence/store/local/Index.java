package whence.store.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Passage;
import whence.model.Sha256;
import whence.weigh.Embedder;
import whence.weigh.LikeBy;
import whence.weigh.Neighbours;
import whence.weigh.PlainWords;

/// Finds statements, and sentences that no statement covers, by their meaning and their words.
///
/// What a text is compared with are stretches of a few sentences: the cosine of the two directions
/// of meaning, to which BM25 over English stems adds up to a tenth, as a share of what the stretch
/// with the best words gets. The weight was tuned on the training part of CheckThat! 2020, task 2
/// (`bench/run like`). Every stretch is looked at, so the search is exact. Of a stretch that is
/// found, one passage is shown, the one with the best words.
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

  /// What the best words add to a cosine.
  private static final double WORDS_WEIGH = 0.1;

  /// Of a stretch, more members than this are not looked at.
  private static final int MOST_MEMBERS = 1_000;

  private static final Comparator<Found<IndexFields.Stored>> BEST_MEMBER =
      Comparator.<Found<IndexFields.Stored>>comparingDouble(Found::score)
          .reversed()
          .thenComparingInt(member -> -member.value.passage().text().length())
          .thenComparing(member -> member.value.passage())
          .thenComparing(
              member -> member.value.statement() == null ? "\uffff" : member.value.statement());

  private final Path folder;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Embedder embedder;
  private @Nullable Directions directions;

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

  Index(Path folder, DirectoryReader reader, Embedder embedder) {
    this.folder = folder;
    this.embedder = embedder;
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

  /// Where something like `text` is said, best first; ties by path, place and id. Of a few
  /// sentences that stand together, one.
  ///
  /// @param path of a document, empty for one that is not to be seen
  public List<Hit> like(String text, int top, Function<Sha256, Optional<String>> path) {
    return like(text, top, LikeBy.BOTH, path);
  }

  /// As [#like(String, int, Function)], compared otherwise. By words alone, a score is BM25's.
  public List<Hit> like(String text, int top, LikeBy by, Function<Sha256, Optional<String>> path) {
    String plain = PlainWords.of(text);
    if (plain.isEmpty()) {
      return List.of();
    }
    try {
      Optional<Query> words = IndexFields.query(IndexFields.WORDS, plain, reader);
      List<Hit> hits = new ArrayList<>();
      for (Found<IndexFields.Stored> one : best(scores(plain, by), top, path)) {
        IndexFields.Stored shown = shown(one.value, words);
        hits.add(
            new Hit(
                shown.document(),
                path.apply(shown.document()).orElseThrow(),
                shown.statement(),
                shown.passage(),
                shown.page(),
                one.score));
      }
      hits.sort(ORDER);
      return List.copyOf(hits.subList(0, Math.min(top, hits.size())));
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  /// The statements with the best words in common with `words`, their source and cue too, best
  /// first; a score is BM25's.
  public List<Hit> words(String words, int top, Function<Sha256, Optional<String>> path) {
    try {
      Optional<Query> query = IndexFields.query(IndexFields.WORDS, PlainWords.of(words), reader);
      if (query.isEmpty()) {
        return List.of();
      }
      List<Hit> hits = new ArrayList<>();
      for (Found<IndexFields.Stored> one : search(query.get(), top, doc -> statement(doc, path))) {
        IndexFields.Stored stored = one.value;
        hits.add(
            new Hit(
                stored.document(),
                path.apply(stored.document()).orElseThrow(),
                stored.statement(),
                stored.passage(),
                stored.page(),
                one.score));
      }
      hits.sort(ORDER);
      return List.copyOf(hits.subList(0, Math.min(top, hits.size())));
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  private IndexFields.@Nullable Stored statement(int doc, Function<Sha256, Optional<String>> path)
      throws IOException {
    IndexFields.Stored stored = stored(doc, path);
    return stored == null || stored.statement() == null ? null : stored;
  }

  /// Every stretch's likeness to `plain`, by its number; 0 for one that has nothing to do with it.
  private double[] scores(String plain, LikeBy by) throws IOException {
    Directions all = directions();
    float[] wanted = by == LikeBy.WORDS ? new float[embedder.dimensions()] : embedder.query(plain);
    float[] byWords = new float[Math.max(1, reader.maxDoc())];
    Optional<Query> query = IndexFields.query(IndexFields.STRETCH, plain, reader);
    if (query.isPresent()) {
      searcher.search(query.get(), new EveryScore(byWords));
    }
    double best = 0;
    for (float score : byWords) {
      best = Math.max(best, score);
    }
    double[] scores = new double[all.size()];
    for (int number = 0; number < scores.length; number++) {
      double cosine = all.cosine(wanted, number);
      double words = byWords[all.doc(number)];
      boolean related = cosine >= embedder.unrelated();
      scores[number] =
          round(
              switch (by) {
                case BOTH ->
                    related || words > 0 ? cosine + (best > 0 ? WORDS_WEIGH * words / best : 0) : 0;
                case MEANING -> related ? cosine : 0;
                case WORDS -> words;
              });
    }
    return scores;
  }

  private synchronized Directions directions() throws IOException {
    Directions read = directions;
    if (read == null) {
      read = Directions.of(reader, embedder.dimensions());
      directions = read;
    }
    return read;
  }

  /// The best `top` that are to be seen, and all that tie with the last of them, unordered.
  private List<Found<IndexFields.Stored>> best(
      double[] scores, int top, Function<Sha256, Optional<String>> path) throws IOException {
    // Best first: what is sorted are scores in ten-thousandths, upside down, the number behind.
    long[] sorted = new long[scores.length];
    for (int number = 0; number < scores.length; number++) {
      sorted[number] = (-Math.round(scores[number] * 10_000) << Integer.SIZE) + number;
    }
    Arrays.sort(sorted);
    List<Found<IndexFields.Stored>> found = new ArrayList<>();
    for (long each : sorted) {
      int number = (int) each;
      double score = scores[number];
      if (score <= 0 || (found.size() >= top && score < found.get(top - 1).score)) {
        break;
      }
      IndexFields.Stored stretch = stored(directions().doc(number), path);
      if (stretch != null) {
        found.add(new Found<>(stretch, score));
      }
    }
    return found;
  }

  /// What to show of a stretch: its member with the best words; itself, if it has none.
  private IndexFields.Stored shown(IndexFields.Stored stretch, Optional<Query> words)
      throws IOException {
    if (stretch.stretch() == null) {
      throw new IOException("a stretch without a name in the index");
    }
    BooleanQuery.Builder members = new BooleanQuery.Builder();
    members.add(
        new TermQuery(new Term(IndexFields.MEMBER_OF, stretch.stretch())),
        BooleanClause.Occur.FILTER);
    words.ifPresent(query -> members.add(query, BooleanClause.Occur.SHOULD));
    TopDocs docs =
        searcher.search(
            members.build(), new TopScoreDocCollectorManager(MOST_MEMBERS, null, MOST_MEMBERS));
    List<Found<IndexFields.Stored>> found = new ArrayList<>();
    for (ScoreDoc doc : docs.scoreDocs) {
      found.add(
          new Found<>(
              IndexFields.read(searcher.storedFields().document(doc.doc)), round(doc.score)));
    }
    return found.stream().min(BEST_MEMBER).map(Found::value).orElse(stretch);
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

  private static double round(double score) {
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
