package whence.weigh.position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import whence.model.Passage;
import whence.weigh.position.Cues.Kind;

/// Tells what position a text takes on a claim: first whether it has to do with it, then how it
/// stands to it, by two sets of trees; then the position with the best prospect of points.
///
/// Points are the weighted score of the Fake News Challenge (2017): a quarter for telling related
/// from unrelated, three quarters more for the right position of a related pair. A text that
/// disputes is rare and costly to miss, so disputing counts [#DISPUTING] times.
public final class PositionModel {
  /// The positions of related pairs, by the number of their trees.
  public static final List<Position> RELATED =
      List.of(Position.AGREES, Position.DISPUTES, Position.DISCUSSES);

  /// Chosen on cross-validation (`bench/run position`).
  private static final double DISPUTING = 3.0;

  private static final int MOST_PASSAGES = 3;

  /// A sentence shows the position too if it counts for so much of the best one.
  private static final double NEARLY = 0.8;

  /// What a word of the position's own adds to a sentence's part of the claim.
  private static final double CUE = 0.2;

  private static final String SIDE = "[";

  private final Trees related;
  private final List<Trees> sides;

  /// @param related ln of the odds that a pair is related
  /// @param sides by [#RELATED], what the softmax of a related pair is taken of
  public PositionModel(Trees related, List<Trees> sides) {
    this.related = related;
    this.sides = List.copyOf(sides);
  }

  /// What a text makes of a claim.
  ///
  /// @param score 0 to 1, how likely this position is
  /// @param passages sentences of the text that show it, in order; none where it is unrelated
  public record Stand(Position position, double score, List<Passage> passages) {
    public Stand {
      passages = List.copyOf(passages);
    }
  }

  private static final class Shipped {
    static final PositionModel MODEL = read(Cues.resource("trees.txt"));
  }

  /// The model that comes with the program.
  public static PositionModel shipped() {
    return Shipped.MODEL;
  }

  public Stand judge(String claim, Discourse discourse) {
    Map<Position, Double> chances = chances(discourse.measures(claim));
    Position position = decide(chances);
    return new Stand(position, chance(chances, position), passages(claim, discourse, position));
  }

  /// How likely each position is; together 1.
  public Map<Position, Double> chances(double[] measures) {
    double relation = 1 / (1 + Math.exp(-related.sum(measures)));
    double[] sums = sides.stream().mapToDouble(trees -> trees.sum(measures)).toArray();
    double most = Arrays.stream(sums).max().orElse(0);
    double all = Arrays.stream(sums).map(sum -> Math.exp(sum - most)).sum();
    Map<Position, Double> chances = new EnumMap<>(Position.class);
    chances.put(Position.UNRELATED, 1 - relation);
    for (int i = 0; i < sums.length; i++) {
      chances.put(RELATED.get(i), relation * Math.exp(sums[i] - most) / all);
    }
    return chances;
  }

  /// The position with the most points to be hoped for.
  public static Position decide(Map<Position, Double> chances) {
    double unrelated = chance(chances, Position.UNRELATED);
    Position best = Position.UNRELATED;
    double most = 0.25 * unrelated;
    for (Position position : RELATED) {
      double weight = position == Position.DISPUTES ? DISPUTING : 1;
      double hope = 0.25 * (1 - unrelated) + 0.75 * weight * chance(chances, position);
      if (hope > most) {
        most = hope;
        best = position;
      }
    }
    return best;
  }

  private static double chance(Map<Position, Double> chances, Position position) {
    return chances.getOrDefault(position, 0.0);
  }

  private static List<Passage> passages(String claim, Discourse discourse, Position position) {
    if (position == Position.UNRELATED) {
      return List.of();
    }
    Features features = new Features(claim, discourse.sentences());
    Set<Kind> kinds =
        switch (position) {
          case DISPUTES -> Set.of(Kind.REFUTE, Kind.DENY, Kind.DOUBT, Kind.NEGATE);
          case DISCUSSES -> Set.of(Kind.HEDGE, Kind.CLAIM, Kind.REPORT);
          case AGREES -> Set.of(Kind.CONFIRM);
          case UNRELATED -> Set.of();
        };
    double[] worth =
        IntStream.range(0, discourse.sentences().size())
            .mapToDouble(i -> worth(features, discourse.sentences().get(i), i, kinds))
            .toArray();
    double most = Arrays.stream(worth).max().orElse(0);
    return IntStream.range(0, worth.length)
        .boxed()
        .filter(i -> worth[i] > 0 && worth[i] >= NEARLY * most)
        .sorted(Comparator.<Integer>comparingDouble(i -> -worth[i]).thenComparingInt(i -> i))
        .limit(MOST_PASSAGES)
        .sorted()
        .map(i -> Passage.of(discourse.text(), discourse.sentences().get(i).span()))
        .toList();
  }

  private static double worth(Features features, Sentence sentence, int at, Set<Kind> kinds) {
    double cover = features.cover(at);
    boolean cued = kinds.stream().anyMatch(kind -> sentence.count(kind) > 0);
    return cover == 0 ? 0 : cover + (cued ? CUE : 0);
  }

  private static PositionModel read(String text) {
    List<List<String>> parts = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(SIDE)) {
        parts.add(new ArrayList<>());
      } else if (!line.startsWith("#")) {
        parts.getLast().add(line);
      }
    }
    if (!parts.getFirst().equals(Discourse.measureNames())) {
      throw new IllegalStateException("trees.txt was trained on other measures than are taken");
    }
    List<Trees> trees = parts.stream().skip(1).map(Trees::read).toList();
    return new PositionModel(trees.getFirst(), trees.subList(1, trees.size()));
  }

  /// As `trees.txt` holds it.
  public String write() {
    StringBuilder text = new StringBuilder("# Made by training/position; not to be edited.\n");
    part("measures", Discourse.measureNames(), text);
    part("related", related.write(), text);
    for (int i = 0; i < sides.size(); i++) {
      part(RELATED.get(i).name(), sides.get(i).write(), text);
    }
    return text.toString();
  }

  private static void part(String name, List<String> lines, StringBuilder text) {
    text.append(SIDE).append(name).append("]\n");
    lines.forEach(line -> text.append(line).append('\n'));
  }
}
