package whence.app.web;

import java.util.Comparator;
import java.util.List;
import whence.ask.Forecast;
import whence.ask.Forecasts;
import whence.ask.Scores;
import whence.model.Outcome;

/// What documents foretell, and how it came out.
///
/// @param which `open`, `due` (past its day and not settled), `settled` or `all`
public record ForecastPage(
    String which,
    List<Forecast> forecasts,
    int all,
    Scores scores,
    boolean known,
    boolean current) {
  static final Study<List<Forecast>> STUDY = (view, _, _, _) -> Forecasts.in(view);

  static final List<String> KINDS = List.of("all", "due", "open", "settled");

  private static final int SHOWN = 200;

  static ForecastPage of(Worked<List<Forecast>> worked, String which) {
    List<Forecast> known = worked.value();
    if (known == null) {
      return new ForecastPage(which, List.of(), 0, Scores.of(List.of()), false, false);
    }
    List<Forecast> wanted =
        known.stream()
            .filter(forecast -> is(forecast, which))
            .sorted(Comparator.comparing((Forecast forecast) -> forecast.suggested()))
            .toList();
    return new ForecastPage(
        which,
        wanted.subList(0, Math.min(SHOWN, wanted.size())),
        wanted.size(),
        Scores.of(known),
        true,
        worked.current());
  }

  private static boolean is(Forecast forecast, String which) {
    boolean open = forecast.outcome() == Outcome.OPEN;
    return switch (which) {
      case "open" -> open;
      case "due" -> open && forecast.isPastDue();
      case "settled" -> !open;
      default -> true;
    };
  }
}
