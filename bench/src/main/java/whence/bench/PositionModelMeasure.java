package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Trains the model that ships on all shared pairs and writes it beside the bench, to be put among
/// core's resources: `training/position/README.md` says how.
final class PositionModelMeasure implements Measure {
  @Override
  public String name() {
    return "position-model";
  }

  @Override
  public String says() {
    return "trains the position model on half of FNC-1 and writes it to bench/target/trees.txt";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> file = setting.shared("claims/fnc1-half.jsonl.gz");
    if (file.isEmpty()) {
      sheet.note("not trained: no shared FNC-1");
      return;
    }
    Path trees = setting.gold().resolveSibling("target").resolve("trees.txt");
    Files.writeString(
        trees, PositionTraining.train(PositionPairs.read(file.get()).pairs()).write());
    sheet.note("written: bench/target/trees.txt, " + Files.size(trees) / 1024 + " KiB");
  }
}
