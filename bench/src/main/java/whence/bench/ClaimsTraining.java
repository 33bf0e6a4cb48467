package whence.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import whence.bench.ClaimPairs.Label;
import whence.bench.ClaimPairs.Pair;
import whence.weigh.Content;
import whence.weigh.SameClaim;
import whence.weigh.SameClaimModel;

/// Pairs of sentences with what the model weighs of them, and models fitted to some.
final class ClaimsTraining {
  private static final double PENALTY = 3;

  /// Each set counts as so many pairs at most, so that none drowns the others.
  private static final double MOST_OF_A_SET = 600;

  /// So many sentences are changed, in every way that they can be.
  private static final int CHANGED = 700;

  /// @param ofWords whether words alone must do
  /// @param clash whether what must agree does not
  /// @param contrary whether the one negates the other, if they say the same otherwise
  /// @param byWords what words alone say
  record Row(
      Pair pair,
      boolean ofWords,
      boolean clash,
      boolean contrary,
      Label byWords,
      List<Double> features) {
    static Row of(Pair pair, ClaimTexts texts) {
      Content one = texts.content(pair.one());
      Content other = texts.content(pair.other());
      return new Row(
          pair,
          SameClaim.isOfWords(one, other),
          SameClaim.conflict(one, other).isPresent(),
          SameClaim.isContrary(one, other),
          Label.valueOf(SameClaim.byWords(one, other)),
          SameClaim.features(one, other));
    }

    /// Whether saying *one thing* of the pair leads to the right answer.
    boolean isOne() {
      return pair.label() == (contrary ? Label.CONTRARY : Label.SAME);
    }

    Label by(SameClaimModel model) {
      if (ofWords) {
        return byWords;
      }
      double score = model.score(features);
      double enough = contrary ? SameClaimModel.ENOUGH_FOR_CONTRARY : SameClaimModel.ENOUGH;
      if (clash || score < enough) {
        return Label.DIFFERENT;
      }
      return contrary ? Label.CONTRARY : Label.SAME;
    }
  }

  private ClaimsTraining() {}

  static List<Row> rows(Setting setting, ClaimTexts texts) throws IOException {
    List<Pair> pairs = new ArrayList<>(ClaimPairs.of(setting));
    Set<String> all = new LinkedHashSet<>();
    Map<String, String> groups = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      all.add(pair.one());
      all.add(pair.other());
      groups.putIfAbsent(pair.set().equals("checkthat") ? pair.other() : pair.one(), pair.group());
    }
    texts.read(all);
    // every so manieth, so that each set has its part
    List<String> texted = List.copyOf(groups.keySet());
    int step = Math.max(1, texted.size() / CHANGED);
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < texted.size(); i += step) {
      changed.add(texted.get(i));
    }
    ClaimChanges changes = new ClaimChanges(changed, texts, setting.seed());
    changed.forEach(text -> pairs.addAll(changes.of(text, groups.getOrDefault(text, ""), texts)));
    pairs.forEach(pair -> all.add(pair.other()));
    texts.read(all);
    return pairs.parallelStream().map(pair -> Row.of(pair, texts)).toList();
  }

  /// Fitted to the pairs that nothing but meaning and words can tell.
  static SameClaimModel fit(List<Row> rows) {
    List<Row> open = rows.stream().filter(row -> !row.clash() && !row.ofWords()).toList();
    Map<String, Integer> sizes = new TreeMap<>();
    open.forEach(row -> sizes.merge(row.pair().set(), 1, Integer::sum));
    return new SameClaimModel(
        Logistic.fit(
                open.stream().map(Row::features).toList(),
                open.stream().map(Row::isOne).toList(),
                open.stream()
                    .map(
                        row -> Math.min(1, MOST_OF_A_SET / sizes.getOrDefault(row.pair().set(), 1)))
                    .toList(),
                PENALTY)
            .weights());
  }
}
