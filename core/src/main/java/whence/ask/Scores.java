package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.model.Likelihood;
import whence.model.Outcome;

/// How forecasts came out: mean Brier scores (G. W. Brier, *Monthly Weather Review* 78, 1950) and
/// how often what a word foretold happened. Repetitions of another's forecast do not count.
///
/// @param words those with a range on a declared scale
/// @param literal words without one: they have no probability, so only what happened is counted
public record Scores(List<Row> sources, List<Row> words, List<Row> literal) {
  /// Below that many, a share says little.
  public static final int FEW = 20;

  /// The normal distribution's quantile for an interval of 95 %.
  private static final double Z = 1.959964;

  public Scores {
    sources = List.copyOf(sources);
    words = List.copyOf(words);
    literal = List.copyOf(literal);
  }

  /// @param low of the word's range, null where it has none; `high` its upper end
  /// @param forecasts how many there are
  /// @param settled of how many it is on record whether it happened
  /// @param happened of how many of those it did
  /// @param scored how many have a Brier score
  /// @param brier their mean, null where none has one
  public record Row(
      String name,
      @Nullable Double low,
      @Nullable Double high,
      int forecasts,
      int settled,
      int happened,
      int scored,
      @Nullable Double brier) {
    /// The share that happened, null where none is settled.
    public @Nullable Double share() {
      return settled == 0 ? null : (double) happened / settled;
    }

    /// The lower end of the share's 95 % interval (E. B. Wilson, *JASA* 22, 1927).
    public double from() {
      return Math.max(0, middle() - half());
    }

    /// Its upper end.
    public double to() {
      return Math.min(1, middle() + half());
    }

    private double middle() {
      return settled == 0 ? 0.5 : (happened + Z * Z / 2) / (settled + Z * Z);
    }

    private double half() {
      if (settled == 0) {
        return 0.5;
      }
      double share = (double) happened / settled;
      return Z * Math.sqrt(share * (1 - share) * settled + Z * Z / 4) / (settled + Z * Z);
    }
  }

  public static Scores of(List<Forecast> all) {
    List<Forecast> own = all.stream().filter(each -> each.repeats() == null).toList();
    List<Row> words =
        rows(own, forecast -> scaled(forecast) ? word(forecast) : null).stream()
            .sorted(Comparator.comparingDouble((Row row) -> row.low() == null ? 0 : row.low()))
            .toList();
    return new Scores(
        rows(own, forecast -> forecast.source().isEmpty() ? "nobody named" : forecast.source()),
        words,
        rows(own, forecast -> scaled(forecast) ? null : plain(forecast)));
  }

  private static boolean scaled(Forecast forecast) {
    return forecast.probability() != null;
  }

  private static String word(Forecast forecast) {
    Likelihood likelihood = forecast.likelihood().getFirst();
    return likelihood.words().text().toLowerCase(Locale.ROOT) + " (" + likelihood.scale() + ")";
  }

  private static String plain(Forecast forecast) {
    return forecast.likelihood().isEmpty()
        ? "no word of likelihood"
        : String.join(
            ", ",
            forecast.likelihood().stream()
                .map(each -> each.words().text().toLowerCase(Locale.ROOT))
                .toList());
  }

  private static List<Row> rows(
      List<Forecast> forecasts, Function<Forecast, @Nullable String> name) {
    Map<String, List<Forecast>> groups = new TreeMap<>();
    for (Forecast forecast : forecasts) {
      String of = name.apply(forecast);
      if (of != null) {
        groups.computeIfAbsent(of, _ -> new ArrayList<>()).add(forecast);
      }
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach((of, group) -> rows.add(row(of, group)));
    return rows;
  }

  private static Row row(String name, List<Forecast> group) {
    int settled = 0;
    int happened = 0;
    int scored = 0;
    double sum = 0;
    for (Forecast forecast : group) {
      boolean did = forecast.outcome() == Outcome.HAPPENED;
      settled += did || forecast.outcome() == Outcome.DID_NOT ? 1 : 0;
      happened += did ? 1 : 0;
      if (forecast.brier() != null) {
        scored++;
        sum += forecast.brier();
      }
    }
    List<Likelihood> likelihood = group.getFirst().likelihood();
    return new Row(
        name,
        likelihood.size() == 1 ? likelihood.getFirst().low() : null,
        likelihood.size() == 1 ? likelihood.getFirst().high() : null,
        group.size(),
        settled,
        happened,
        scored,
        scored == 0 ? null : sum / scored);
  }
}
