package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.model.WhenceException;

/// What readers said of what the program states: right or wrong, by key.
final class Verdicts {
  private final Map<String, Boolean> byKey = new HashMap<>();

  private Verdicts() {}

  /// @param name of a file in the folder of gold sets: a key, a tab, `right` or `wrong`; remarks
  ///   start with #. No such file is no verdicts
  static Verdicts of(Setting setting, String name) throws IOException {
    Path file = setting.gold().resolve(name);
    Verdicts verdicts = new Verdicts();
    if (!Files.exists(file)) {
      return verdicts;
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length < 2 || !(cells[1].equals("right") || cells[1].equals("wrong"))) {
        throw new WhenceException(file + ":" + number + ": give a key, a tab, and right or wrong");
      }
      verdicts.byKey.put(cells[0], cells[1].equals("right"));
    }
    return verdicts;
  }

  /// How many of a sample are judged, and how many of those right.
  void on(List<String> sample, Sheet sheet) {
    List<Boolean> judged = sample.stream().filter(byKey::containsKey).map(byKey::get).toList();
    if (judged.isEmpty()) {
      sheet.note("none of the sample is judged");
      return;
    }
    int right = (int) judged.stream().filter(Boolean::booleanValue).count();
    double[] interval = wilson(right, judged.size());
    sheet.figure("judged, of a sample of " + sample.size(), "", judged.size());
    sheet.note(
        "right: %d of %d, %.0f %% [%.0f, %.0f]"
            .formatted(
                right,
                judged.size(),
                100.0 * right / judged.size(),
                100 * interval[0],
                100 * interval[1]));
  }

  /// The 95 % interval of a share (E. B. Wilson, *JASA* 22, 1927).
  static double[] wilson(int right, int all) {
    double z = 1.96;
    double share = (double) right / all;
    double middle = share + z * z / (2 * all);
    double half = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
    double below = 1 + z * z / all;
    return new double[] {(middle - half) / below, (middle + half) / below};
  }
}
