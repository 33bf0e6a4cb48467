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
/// @param brier the squared difference between the middle of the stated word's range and what
///   happened (1) or did not (0); null while that is not known or no scale was declared
/// @param document its path
/// @param source who foretells it, as far as the text names them; empty where it does not
/// @param suggested whether only the program takes it for a forecast: the text speaks of what is to
///   come, and gives neither a word of likelihood or expectation nor a time
/// @param repeats the id of the forecast that this only tells again, null for one of its own
/// @param isPastDue whether the time to judge it lies before the newest document's
/// @param settlement what a person put on record of its outcome, null where nobody has
public record Forecast(
    String statement,
    String text,
    List<Likelihood> likelihood,
    @Nullable Time due,
    Outcome outcome,
    @Nullable Double brier,
    String document,
    String source,
    boolean suggested,
    @Nullable String repeats,
    boolean isPastDue,
    @Nullable Settlement settlement) {
  public Forecast {
    likelihood = List.copyOf(likelihood);
  }

  /// What a person found of a forecast's outcome.
  ///
  /// @param number of the journal's entry
  /// @param evidence ids of the statements that show it, those found today
  public record Settlement(
      long number, Outcome outcome, List<String> evidence, String by, @Nullable String why) {
    public Settlement {
      evidence = List.copyOf(evidence);
    }
  }

  /// The middle of the range of its word of likelihood; null without a declared scale, and where
  /// two words stand in it, for then nobody can say which is meant.
  public @Nullable Double probability() {
    if (likelihood.size() != 1) {
      return null;
    }
    Double low = likelihood.getFirst().low();
    Double high = likelihood.getFirst().high();
    return low == null || high == null ? null : (low + high) / 2;
  }

  Forecast repeating(@Nullable String other) {
    return new Forecast(
        statement,
        text,
        likelihood,
        due,
        outcome,
        brier,
        document,
        source,
        suggested,
        other,
        isPastDue,
        settlement);
  }

  Forecast settled(Settlement settled) {
    Double probability = probability();
    Double happened =
        switch (settled.outcome()) {
          case HAPPENED -> 1.0;
          case DID_NOT -> 0.0;
          case OPEN, CANNOT_BE_JUDGED -> null;
        };
    return new Forecast(
        statement,
        text,
        likelihood,
        due,
        settled.outcome(),
        probability == null || happened == null
            ? null
            : (probability - happened) * (probability - happened),
        document,
        source,
        suggested,
        repeats,
        isPastDue,
        settled);
  }
}
