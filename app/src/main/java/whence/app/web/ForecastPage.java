package whence.app.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import whence.ask.Forecast;
import whence.ask.Forecasts;
import whence.model.Outcome;

/// What documents foretell, and what came of it.
///
/// @param outcome the only one shown, empty for all; `due` for those whose day has passed and whose
///   outcome nobody put on record
/// @param words that a forecast, its source or its word of likelihood must have, empty for any
/// @param numbers how many there are of each outcome
public record ForecastPage(
    Leaf<Forecast> forecasts,
    String outcome,
    String words,
    Map<Outcome, Integer> numbers,
    int due,
    boolean known,
    boolean current) {
  static final Study<List<Forecast>> FORECASTS =
      (view, weighing, inquiry, search) -> Forecasts.in(view);

  private static final int ON_A_PAGE = 50;

  static ForecastPage of(Worked<List<Forecast>> worked, String outcome, String words, int number) {
    List<Forecast> all = worked.value() == null ? List.of() : worked.value();
    Map<Outcome, Integer> numbers = new EnumMap<>(Outcome.class);
    for (Outcome each : Outcome.values()) {
      numbers.put(each, 0);
    }
    all.forEach(forecast -> numbers.merge(forecast.outcome(), 1, Integer::sum));
    String sought = words.toLowerCase(Locale.ROOT);
    List<Forecast> wanted =
        all.stream()
            .filter(forecast ->
                outcome.isEmpty()
                    || (outcome.equals("due")
                        ? isDue(forecast)
                        : forecast.outcome().name().equalsIgnoreCase(outcome)))
            .filter(forecast -> has(forecast, sought))
            .toList();
    return new ForecastPage(
        Leaf.of(wanted, number, ON_A_PAGE),
        outcome,
        words,
        numbers,
        (int) all.stream().filter(ForecastPage::isDue).count(),
        worked.value() != null,
        worked.current());
  }

  /// Whether its day has passed and nobody has said what came of it.
  public static boolean isDue(Forecast forecast) {
    return forecast.isPastDue() && forecast.settlement() == null;
  }

  private static boolean has(Forecast forecast, String words) {
    return forecast.text().toLowerCase(Locale.ROOT).contains(words)
        || forecast.source().toLowerCase(Locale.ROOT).contains(words)
        || forecast.likelihood().stream()
            .anyMatch(each -> each.words().text().toLowerCase(Locale.ROOT).contains(words));
  }
}
