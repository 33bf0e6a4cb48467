package whence.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A scale of likelihood words, as its data file in `scales/` prints it. Gaps between ranges are
/// kept, and a word that is not on the scale has no range.
///
/// @param name as printed in a [whence.model.Likelihood]
public record Scale(String name, Map<String, Range> ranges) {
  /// Bounds as probabilities, 0 to 1.
  public record Range(double low, double high) {}

  /// Intelligence Community Directive 203 (United States).
  public static final Scale ICD_203 = read("ICD 203", "scales/icd203.csv");

  /// The Probability Yardstick of the Professional Head of Intelligence Assessment (United
  /// Kingdom).
  public static final Scale PHIA = read("PHIA", "scales/phia.csv");

  static final List<Scale> ALL = List.of(ICD_203, PHIA);

  public Scale {
    ranges = Map.copyOf(ranges);
  }

  /// The range of exactly these words, null when they are not on the scale. An article before them
  /// does not matter, a negation does.
  public @Nullable Range of(String words) {
    String plain =
        words.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s++", " ");
    for (String article : List.of("a ", "an ", "the ")) {
      if (plain.startsWith(article)) {
        plain = plain.substring(article.length());
      }
    }
    return ranges.get(plain);
  }

  private static Scale read(String name, String resource) {
    Map<String, Range> ranges = new HashMap<>();
    for (String line : Phrases.lines(resource)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] cells = line.split(",", -1);
        ranges.put(cells[0], new Range(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
      }
    }
    return new Scale(name, ranges);
  }
}
