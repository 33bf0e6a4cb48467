package whence.weigh.position;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.weigh.Embedder;

/// A text cut into sentences, with what tells a position in each: made once for all claims.
public final class Discourse {
  private final String text;
  private final List<Sentence> sentences;
  private final Meaning meaning;

  private Discourse(String text, List<Sentence> sentences, Embedder embedder) {
    this.text = text;
    this.sentences = List.copyOf(sentences);
    this.meaning = new Meaning(embedder, text, sentences);
  }

  public static Discourse of(String text, Embedder embedder) {
    return new Discourse(text, Sentence.all(text), embedder);
  }

  String text() {
    return text;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /// What is measured of `claim` and this text, by number in [#measureNames].
  public double[] measures(String claim) {
    return values(claim).values().stream().mapToDouble(value -> value).toArray();
  }

  private Map<String, Double> values(String claim) {
    Map<String, Double> values = new LinkedHashMap<>(new Features(claim, sentences).values());
    values.putAll(meaning.values(claim, sentences));
    return values;
  }

  /// The names of the measures, in their order.
  public static List<String> measureNames() {
    return List.copyOf(of("", Nowhere.NOWHERE).values("").keySet());
  }

  /// For the names of the measures, which no text changes.
  private enum Nowhere implements Embedder {
    NOWHERE;

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public float[] passage(String text) {
      return new float[1];
    }

    @Override
    public float[] query(String text) {
      return new float[1];
    }

    @Override
    public double unrelated() {
      return 0;
    }

    @Override
    public String version() {
      return "nowhere";
    }
  }
}
