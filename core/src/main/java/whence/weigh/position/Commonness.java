package whence.weigh.position;

import java.util.HashMap;
import java.util.Map;

/// How rare a word is in news: ln(documents / documents with it), to the half, from
/// `commonness.txt`.
final class Commonness {
  /// Of a word that is not on the list: it stands in less than one article of 355.
  static final double UNKNOWN = 7;

  /// Of a number, however often its digits were seen.
  static final double NUMBER = 4;

  private static final Map<String, Double> WEIGHTS = load();

  private Commonness() {}

  static double weight(Words.Word word) {
    if (word.number()) {
      return NUMBER;
    }
    String lower = word.lower();
    return WEIGHTS.getOrDefault(
        lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower, UNKNOWN);
  }

  private static Map<String, Double> load() {
    Map<String, Double> weights = new HashMap<>();
    Cues.resource("commonness.txt")
        .lines()
        .forEach(line -> {
          String[] fields = line.split(" ");
          double weight = Double.parseDouble(fields[0]);
          for (int i = 1; i < fields.length; i++) {
            weights.put(fields[i], weight);
          }
        });
    return weights;
  }
}
