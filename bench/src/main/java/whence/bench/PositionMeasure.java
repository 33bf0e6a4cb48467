package whence.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import whence.weigh.position.Position;
import whence.weigh.position.PositionModel;

/// What position a body takes on a headline, cross-validated on the shared half of the Fake News
/// Challenge: once with other bodies to learn from, once with other stories.
final class PositionMeasure implements Measure {
  private static final int FOLDS = 10;

  /// What was found of one body's pairs.
  private record Tally(
      double points,
      double possible,
      int rightSides,
      int related,
      int rightRelation,
      int pairs,
      Counts disputes) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, Counts.NONE);

    static Tally of(Position gold, Position found) {
      boolean related = gold != Position.UNRELATED;
      boolean foundRelated = found != Position.UNRELATED;
      double possible = related ? 1 : 0.25;
      double points = gold == found ? possible : related && foundRelated ? 0.25 : 0;
      boolean disputes = gold == Position.DISPUTES;
      boolean foundDisputes = found == Position.DISPUTES;
      return new Tally(
          points,
          possible,
          related && gold == found ? 1 : 0,
          related ? 1 : 0,
          related == foundRelated ? 1 : 0,
          1,
          new Counts(disputes && foundDisputes ? 1 : 0, foundDisputes ? 1 : 0, disputes ? 1 : 0));
    }

    Tally plus(Tally other) {
      return new Tally(
          points + other.points,
          possible + other.possible,
          rightSides + other.rightSides,
          related + other.related,
          rightRelation + other.rightRelation,
          pairs + other.pairs,
          disputes.plus(other.disputes));
    }
  }

  @Override
  public String name() {
    return "position";
  }

  @Override
  public String says() {
    return "weighted score and F1 of disputes on half of FNC-1, cross-validated";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> file = setting.shared("claims/fnc1-half.jsonl.gz");
    if (file.isEmpty()) {
      sheet.note("not measured: no shared FNC-1");
      return;
    }
    PositionPairs pairs = PositionPairs.read(file.get());
    sheet.note(
        "%d folds; %d pairs of %d bodies; %,d resamples"
            .formatted(FOLDS, pairs.pairs().size(), pairs.bodies().size(), Bootstrap.RESAMPLES));
    sheet.note("other bodies to learn from (their stories and headlines may be the same):");
    print(tallies(pairs, byBody(pairs, setting.seed()), false), setting.seed(), sheet);
    sheet.note("other stories to learn from (no body or headline of the same story):");
    print(tallies(pairs, byStory(pairs), true), setting.seed(), sheet);
  }

  private static Map<String, Integer> byBody(PositionPairs pairs, long seed) {
    Random random = new Random(seed);
    Map<String, Integer> folds = new HashMap<>();
    List<Integer> bodies = new ArrayList<>(pairs.bodies());
    Collections.shuffle(bodies, random);
    for (int i = 0; i < bodies.size(); i++) {
      folds.put(String.valueOf(bodies.get(i)), i % FOLDS);
    }
    return folds;
  }

  /// The largest stories first, each to the fold with the fewest related pairs.
  private static Map<String, Integer> byStory(PositionPairs pairs) {
    Map<String, Integer> folds = new HashMap<>();
    int[] filled = new int[FOLDS];
    pairs.sizes().entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(story -> -story.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(story -> {
          int least = 0;
          for (int fold = 1; fold < FOLDS; fold++) {
            least = filled[fold] < filled[least] ? fold : least;
          }
          folds.put(story.getKey(), least);
          filled[least] += Math.max(1, story.getValue());
        });
    return folds;
  }

  /// What was found of each body, by a model that learned from the other folds.
  private static List<Tally> tallies(
      PositionPairs pairs, Map<String, Integer> folds, boolean stories) {
    Map<Integer, Tally> tallies = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<PositionPairs.Pair> learned = new ArrayList<>();
      List<PositionPairs.Pair> judged = new ArrayList<>();
      for (PositionPairs.Pair pair : pairs.pairs()) {
        String held = stories ? pair.bodyStory() : String.valueOf(pair.body());
        if (folds.getOrDefault(held, -1) == fold) {
          judged.add(pair);
        } else if (!stories || folds.getOrDefault(pair.headlineStory(), -1) != fold) {
          learned.add(pair);
        }
      }
      PositionModel model = PositionTraining.train(learned);
      for (PositionPairs.Pair pair : judged) {
        Position found = PositionModel.decide(model.chances(pair.measures()));
        tallies.merge(pair.body(), Tally.of(pair.position(), found), Tally::plus);
      }
    }
    return List.copyOf(tallies.values());
  }

  private static void print(List<Tally> bodies, long seed, Sheet sheet) {
    row("weighted score", bodies, sum -> sum.points() / sum.possible(), seed, sheet);
    row(
        "related or not, right",
        bodies,
        sum -> sum.rightRelation() / (double) sum.pairs(),
        seed,
        sheet);
    row(
        "of related pairs, position right",
        bodies,
        sum -> sum.rightSides() / (double) sum.related(),
        seed,
        sheet);
    sheet.agreement("disputes", bodies.stream().map(Tally::disputes).toList(), seed);
  }

  private static void row(
      String what, List<Tally> bodies, ToDoubleFunction<Tally> figure, long seed, Sheet sheet) {
    Random random = new Random(seed);
    double[] values = new double[Bootstrap.RESAMPLES];
    for (int sample = 0; sample < values.length; sample++) {
      Tally sum = Tally.NONE;
      for (int draw = 0; draw < bodies.size(); draw++) {
        sum = sum.plus(bodies.get(random.nextInt(bodies.size())));
      }
      values[sample] = figure.applyAsDouble(sum);
    }
    Arrays.sort(values);
    sheet.note(
        "%-52s %.4f [%.4f, %.4f]"
            .formatted(
                what,
                figure.applyAsDouble(bodies.stream().reduce(Tally.NONE, Tally::plus)),
                values[(int) (0.025 * values.length)],
                values[(int) (0.975 * values.length)]));
  }
}
