package whence.bench;

import java.util.ArrayList;
import java.util.List;
import whence.weigh.position.Position;
import whence.weigh.position.PositionModel;

/// Trains a position model: the trees that tell related pairs, then those that tell how the related
/// ones stand.
final class PositionTraining {
  private static final Boosting RELATED = new Boosting(150, 8, 0.08, 20, 0.4, 1);
  private static final Boosting SIDES = new Boosting(120, 12, 0.06, 15, 0.3, 1);

  private PositionTraining() {}

  static PositionModel train(List<PositionPairs.Pair> pairs) {
    double[][] rows = rows(pairs);
    boolean[] related = new boolean[pairs.size()];
    List<PositionPairs.Pair> taken = new ArrayList<>();
    for (int i = 0; i < related.length; i++) {
      related[i] = pairs.get(i).position() != Position.UNRELATED;
      if (related[i]) {
        taken.add(pairs.get(i));
      }
    }
    int[] sides =
        taken.stream().mapToInt(pair -> PositionModel.RELATED.indexOf(pair.position())).toArray();
    return new PositionModel(
        RELATED.binary(rows, related),
        SIDES.softmax(rows(taken), sides, PositionModel.RELATED.size()));
  }

  private static double[][] rows(List<PositionPairs.Pair> pairs) {
    return pairs.stream().map(PositionPairs.Pair::measures).toArray(double[][]::new);
  }
}
