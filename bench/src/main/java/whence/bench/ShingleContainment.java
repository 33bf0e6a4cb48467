package whence.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whence.bench.PlantedCopies.Made;
import whence.bench.ReuseScore.Tie;

/// The plain way: two documents are a pair where they share so much of the smaller one's runs of
/// words. All pairs are compared, and run length and threshold tuned on the very set that is
/// measured.
final class ShingleContainment {
  private ShingleContainment() {}

  static ReuseScore best(List<Made> made) {
    ReuseScore best = ReuseScore.NONE;
    for (int width = 2; width <= 6; width++) {
      List<Set<Integer>> shingles = new ArrayList<>();
      Map<Integer, List<Integer>> holders = new HashMap<>();
      for (Made each : made) {
        Set<Integer> own = shingles(PlantedCopies.text(each), width);
        for (int shingle : own) {
          holders.computeIfAbsent(shingle, _ -> new ArrayList<>()).add(shingles.size());
        }
        shingles.add(own);
      }
      double[][] contained = new double[made.size()][made.size()];
      for (List<Integer> group : holders.values()) {
        for (int i = 0; i < group.size(); i++) {
          for (int j = i + 1; j < group.size(); j++) {
            contained[group.get(i)][group.get(j)]++;
          }
        }
      }
      for (double threshold = 0.01; threshold < 0.5; threshold *= 1.15) {
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
          for (int j = i + 1; j < made.size(); j++) {
            int smaller = Math.min(shingles.get(i).size(), shingles.get(j).size());
            if (contained[i][j] >= threshold * smaller) {
              ties.add(new Tie(i, j));
            }
          }
        }
        if (ties.size() < 20L * made.size()) {
          ReuseScore score = ReuseScore.of(made, ties);
          best = score.pairs().f1() > best.pairs().f1() ? score : best;
        }
      }
    }
    return best;
  }

  private static Set<Integer> shingles(String text, int width) {
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\W+"));
    Set<Integer> shingles = new HashSet<>();
    for (int i = 0; i + width <= words.size(); i++) {
      shingles.add(words.subList(i, i + width).hashCode());
    }
    return shingles;
  }
}
