package whence.weigh.position;

import java.util.List;

/// A text cut into sentences, with what tells a position in each: made once for all claims.
public final class Discourse {
  private final String text;
  private final List<Sentence> sentences;

  private Discourse(String text, List<Sentence> sentences) {
    this.text = text;
    this.sentences = List.copyOf(sentences);
  }

  public static Discourse of(String text) {
    return new Discourse(text, Sentence.all(text));
  }

  String text() {
    return text;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /// What is measured of `claim` and this text, by number in [#measureNames].
  public double[] measures(String claim) {
    return new Features(claim, sentences)
        .values().values().stream().mapToDouble(value -> value).toArray();
  }

  /// The names of the measures, in their order.
  public static List<String> measureNames() {
    return List.copyOf(new Features("", List.of()).values().keySet());
  }
}
