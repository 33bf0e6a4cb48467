package whence.weigh;

import java.util.LinkedHashMap;
import java.util.Map;

/// An embedder that remembers the latest texts it was asked for.
public final class Remembering implements Embedder {
  private static final int MOST = 2_000;

  private final Embedder embedder;
  private final Map<String, float[]> passages =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > MOST;
        }
      };

  public Remembering(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public synchronized float[] passage(String text) {
    float[] known = passages.get(text);
    if (known == null) {
      known = embedder.passage(text);
      passages.put(text, known);
    }
    return known.clone();
  }

  @Override
  public float[] query(String text) {
    return embedder.query(text);
  }

  @Override
  public double unrelated() {
    return embedder.unrelated();
  }

  @Override
  public String version() {
    return embedder.version();
  }
}
