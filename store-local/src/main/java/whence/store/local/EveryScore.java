package whence.store.local;

import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Writes down the score of everything that matches, by Lucene's number.
final class EveryScore implements CollectorManager<EveryScore.Each, @Nullable Void> {
  private final float[] scores;

  /// @param scores to be filled in
  EveryScore(float[] scores) {
    this.scores = scores;
  }

  static final class Each extends SimpleCollector {
    private final float[] scores;
    private @Nullable Scorable scorer;
    private int base;

    private Each(float[] scores) {
      this.scores = scores;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable given) {
      scorer = given;
    }

    @Override
    public void collect(int doc) throws java.io.IOException {
      if (scorer != null) {
        scores[base + doc] = scorer.score();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }

  @Override
  public Each newCollector() {
    return new Each(scores);
  }

  @Override
  public @Nullable Void reduce(Collection<Each> collectors) {
    return null;
  }
}
