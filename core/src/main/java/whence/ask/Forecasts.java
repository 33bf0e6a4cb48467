package whence.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Outcome;
import whence.model.Statement;
import whence.model.Time;

/// What the record foretells.
///
/// When a forecast can be judged comes from the times in its own words. What came of it only people
/// can say yet, so an outcome is open, or cannot be judged where no time is given.
public final class Forecasts {
  private Forecasts() {}

  /// By path of the document, then place.
  public static List<Forecast> in(View view) {
    return Statements.in(view).stream()
        .map(Statements.Placed::statement)
        .filter(Statement::forecast)
        .map(Forecasts::forecast)
        .toList();
  }

  private static Forecast forecast(Statement statement) {
    Time due = due(statement);
    return new Forecast(
        statement.id(),
        statement.contentText(),
        statement.likelihood(),
        due,
        due == null ? Outcome.CANNOT_BE_JUDGED : Outcome.OPEN,
        null);
  }

  /// The last of the times it speaks of: before that it cannot be judged. A time that lies before
  /// the saying is background, not what is foretold.
  private static @Nullable Time due(Statement statement) {
    String said = statement.said() == null ? null : statement.said().value();
    Time due = null;
    for (Time time : statement.about()) {
      if (!Dates.sorts(time.value())
          || (Dates.sorts(said) && Dates.compareEnds(time.value(), said) < 0)) {
        continue;
      }
      if (due == null || Dates.compareEnds(time.value(), due.value()) > 0) {
        due = time;
      }
    }
    return due;
  }
}
