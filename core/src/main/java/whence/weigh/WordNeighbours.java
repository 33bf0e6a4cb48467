package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import whence.model.CodePoints;

/// Texts like a text by the rare words they share, scored as BM25 does (Robertson and Zaragoza,
/// 2009; k1 1.2, b 0.75), in memory.
///
/// A query looks at its rarest words first and stops before a list that would take it over its
/// allowance, so that its cost does not grow with the number of texts; which words those are
/// depends on the texts only, never on their order.
public final class WordNeighbours implements Neighbours {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int ALLOWANCE = 6_000;
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final List<String> ids;
  private final Map<String, int[]> holders = new HashMap<>();
  private final int[] lengths;
  private final double meanLength;

  /// @param texts by id
  public WordNeighbours(Map<String, String> texts) {
    this.ids = texts.keySet().stream().sorted(CodePoints.ORDER).toList();
    this.lengths = new int[ids.size()];
    Map<String, List<Integer>> building = new HashMap<>();
    long total = 0;
    for (int i = 0; i < lengths.length; i++) {
      Set<String> words = words(texts.getOrDefault(ids.get(i), ""));
      lengths[i] = words.size();
      total += words.size();
      for (String word : words) {
        building.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(i);
      }
    }
    building.forEach(
        (word, list) -> holders.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
    this.meanLength = lengths.length == 0 ? 1 : Math.max(1, total / (double) lengths.length);
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && !Stems.isEmpty(word)) {
        words.add(Stems.stem(Stems.digits(word)));
      }
    }
    return words;
  }

  @Override
  public List<Neighbour> near(String text, int top) {
    List<String> rarest =
        words(text).stream()
            .filter(holders::containsKey)
            .sorted(Comparator.comparingInt(this::holding).thenComparing(CodePoints.ORDER))
            .toList();
    int allowed = ALLOWANCE;
    Map<Integer, Double> scores = new HashMap<>();
    for (String word : rarest) {
      int[] found = holders.getOrDefault(word, new int[0]);
      if (found.length > allowed) {
        break;
      }
      allowed -= found.length;
      double rarity = Math.log(1 + (ids.size() - found.length + 0.5) / (found.length + 0.5));
      for (int at : found) {
        double norm = K1 * (1 - B + B * lengths[at] / meanLength);
        scores.merge(at, rarity * (K1 + 1) / (1 + norm), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(top)
        .map(entry -> new Neighbour(ids.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private int holding(String word) {
    return holders.getOrDefault(word, new int[0]).length;
  }
}
