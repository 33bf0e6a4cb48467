package whence.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Likelihood;
import whence.model.Outcome;
import whence.model.Time;

/// A statement about what is to come.
///
/// @param statement its id
/// @param text what is forecast, the exact words
/// @param likelihood the author's own estimative words
/// @param due by when it can be judged, null where the text gives no time
/// @param brier the squared difference between the stated probability and what happened; null while
///   that is not known or no scale was declared
public record Forecast(
    String statement,
    String text,
    List<Likelihood> likelihood,
    @Nullable Time due,
    Outcome outcome,
    @Nullable Double brier) {
  public Forecast {
    likelihood = List.copyOf(likelihood);
  }
}
