package whence.weigh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much it says that two contents share a word: ln(articles / articles with it) in news, by
/// stem. It depends on no case.
final class WordWeights {
  /// Of a word that stands in less than one article of 355.
  private static final double UNKNOWN = 7;

  private static final Map<String, Double> BY_STEM = load();

  private WordWeights() {}

  static double of(String stem) {
    return BY_STEM.getOrDefault(stem, UNKNOWN);
  }

  static double sum(List<String> stems) {
    return stems.stream().mapToDouble(WordWeights::of).sum();
  }

  private static Map<String, Double> load() {
    Map<String, Double> weights = new HashMap<>();
    try (InputStream in = WordWeights.class.getResourceAsStream("position/commonness.txt")) {
      if (in == null) {
        throw new IllegalStateException("commonness.txt is missing from the program");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> {
            String[] fields = line.split(" ");
            double weight = Double.parseDouble(fields[0]);
            for (int i = 1; i < fields.length; i++) {
              weights.merge(Stems.stem(fields[i]), weight, Math::min);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(weights);
  }
}
