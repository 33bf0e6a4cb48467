package whence.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.app.print.Calibration;
import whence.ask.Forecast;
import whence.ask.Scores;

/// How forecasts came out, by source and word.
///
/// @param scores null while it was never worked out
/// @param note how much can be said of them at all
public record CalibrationPage(@Nullable Scores scores, String note, boolean current) {
  static CalibrationPage of(Worked<List<Forecast>> worked) {
    List<Forecast> all = worked.value();
    if (all == null) {
      return new CalibrationPage(null, "", false);
    }
    Scores scores = Scores.of(all);
    return new CalibrationPage(scores, Calibration.note(scores), worked.current());
  }
}
