package whence.weigh.position;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whence.weigh.Embedder;
import whence.weigh.position.Cues.Kind;

/// What is measured of a claim and a text by what their sentences mean: how near the text comes to
/// the claim, which cues stand where it does, and what either is about.
final class Meaning {
  /// Of a longer text, only the first sentences are looked at: each costs some milliseconds.
  private static final int MOST_SENTENCES = 200;

  /// How many numbers tell what a text is about, of the some hundred of its direction.
  private static final int TRAITS = 24;

  /// How fast a sentence counts for less than the one nearest to the claim.
  private static final double SHARPNESS = 20;

  private final Embedder embedder;
  private final float[][] directions;
  private final double[] about;

  Meaning(Embedder embedder, String text, List<Sentence> sentences) {
    this.embedder = embedder;
    this.directions =
        sentences.stream()
            .limit(MOST_SENTENCES)
            .map(sentence -> embedder.passage(sentence.span().of(text)))
            .toArray(float[][]::new);
    double[] mean = new double[embedder.dimensions()];
    for (float[] direction : directions) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += direction[i] / directions.length;
      }
    }
    this.about = mean;
  }

  Map<String, Double> values(String claim, List<Sentence> sentences) {
    float[] sought = embedder.passage(claim);
    double[] near =
        Arrays.stream(directions).mapToDouble(direction -> cosine(sought, direction)).toArray();
    Map<String, Double> values = new LinkedHashMap<>();
    double[] sorted = Arrays.stream(near).sorted().toArray();
    for (int rank = 1; rank <= 3; rank++) {
      values.put("near" + rank, rank <= near.length ? sorted[near.length - rank] : 0);
    }
    values.put("nearFirst", near.length > 0 ? near[0] : 0);
    values.put("nearMean", Arrays.stream(near).average().orElse(0));
    int nearest =
        IntStream.range(0, near.length)
            .reduce((one, other) -> near[other] > near[one] ? other : one)
            .orElse(-1);
    values.put("nearestAt", (double) nearest);
    for (Kind kind : Kind.values()) {
      cues(kind, near, sentences, values);
    }
    for (int trait = 0; trait < TRAITS; trait++) {
      values.put("claimTrait" + trait, trait(sought, trait));
    }
    for (int trait = 0; trait < TRAITS; trait++) {
      values.put("textTrait" + trait, trait(about, trait));
    }
    return values;
  }

  private static void cues(
      Kind kind, double[] near, List<Sentence> sentences, Map<String, Double> values) {
    double most = Arrays.stream(near).max().orElse(0);
    double on = 0;
    double mass = 0;
    double with = 0;
    double without = 0;
    for (int i = 0; i < near.length; i++) {
      double weight = Math.exp(SHARPNESS * (near[i] - most));
      boolean cued = sentences.get(i).count(kind) > 0;
      mass += weight;
      on += cued ? weight : 0;
      with = cued ? Math.max(with, near[i]) : with;
      without = cued ? without : Math.max(without, near[i]);
    }
    values.put("near " + kind, mass == 0 ? 0 : on / mass);
    values.put("nearest " + kind, with);
    values.put("nearer " + kind, with - without);
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * (double) other[i];
    }
    return sum;
  }

  /// A sum of a direction's numbers, half of them taken away: which, a fixed hash says. Directions
  /// that are alike have traits that are (Achlioptas 2003).
  private static double trait(float[] direction, int trait) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += sign(trait, i) * direction[i];
    }
    return sum;
  }

  private static double trait(double[] direction, int trait) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += sign(trait, i) * direction[i];
    }
    return sum;
  }

  private static int sign(int trait, int i) {
    int hash = (trait * 0x9e3779b1) ^ (i * 0x85ebca6b);
    hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
    hash ^= hash >>> 12;
    return (hash & 1) == 0 ? 1 : -1;
  }
}
