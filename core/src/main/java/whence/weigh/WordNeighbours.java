package whence.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
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
  private static final int ALLOWANCE = 1_000;
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private static final int[] NONE = {};

  /// Lists of one length in an order that is the texts' own.
  private static final Comparator<int[]> BY_FIRST = Arrays::compare;

  /// Scratch, all zero between calls.
  private static final ThreadLocal<double[]> SCORES = ThreadLocal.withInitial(() -> new double[0]);

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
    List<int[]> rarest =
        words(text).stream()
            .map(word -> holders.getOrDefault(word, NONE))
            .filter(found -> found.length > 0)
            .sorted(Comparator.<int[]>comparingInt(found -> found.length).thenComparing(BY_FIRST))
            .toList();
    int allowed = ALLOWANCE;
    int[] seen = new int[ALLOWANCE];
    int count = 0;
    double[] scores = SCORES.get();
    if (scores.length < lengths.length) {
      scores = new double[lengths.length];
      SCORES.set(scores);
    }
    for (int[] found : rarest) {
      if (found.length > allowed) {
        break;
      }
      allowed -= found.length;
      double rarity = Math.log(1 + (lengths.length - found.length + 0.5) / (found.length + 0.5));
      for (int at : found) {
        if (scores[at] == 0) {
          seen[count++] = at;
        }
        double norm = K1 * (1 - B + B * lengths[at] / meanLength);
        scores[at] += rarity * (K1 + 1) / (1 + norm);
      }
    }
    return best(seen, count, scores, top);
  }

  /// Takes the best out and leaves `scores` all zero.
  private List<Neighbour> best(int[] seen, int count, double[] scores, int top) {
    PriorityQueue<Neighbour> best =
        new PriorityQueue<>(
            Comparator.comparingDouble(Neighbour::score)
                .thenComparing(Neighbour::id, CodePoints.ORDER.reversed()));
    for (int i = 0; i < count; i++) {
      double score = scores[seen[i]];
      scores[seen[i]] = 0;
      if (best.size() < top || score >= best.element().score()) {
        best.add(new Neighbour(ids.get(seen[i]), score));
        if (best.size() > top) {
          best.remove();
        }
      }
    }
    return best.stream()
        .sorted(
            Comparator.comparingDouble(Neighbour::score)
                .reversed()
                .thenComparing(Neighbour::id, CodePoints.ORDER))
        .toList();
  }
}
