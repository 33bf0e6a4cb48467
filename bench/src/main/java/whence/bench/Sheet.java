package whence.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Prints what was measured, a line each.
final class Sheet {
  private final PrintStream out;

  Sheet(PrintStream out) {
    this.out = out;
  }

  void head(String name, String says) {
    out.printf("%n== %s: %s%n", name, says);
  }

  void line(String text) {
    out.println(text);
  }

  /// What cannot or could not be measured, or how a figure is meant.
  void note(String text) {
    out.println("   " + text);
  }

  /// @param what is measured
  /// @param unit of the spread's values
  void row(String what, String unit, Spread spread) {
    out.printf(
        Locale.ROOT,
        "   %-52s %-12s median %10s   min %10s   max %10s   runs %d%n",
        what,
        unit,
        number(spread.median()),
        number(spread.min()),
        number(spread.max()),
        spread.runs());
  }

  /// Documents and tokens a second, from the seconds that all of `articles` took.
  void rates(String what, Articles articles, Spread seconds) {
    row(what, "documents/s", seconds.rate(articles.count()));
    row(what, "tokens/s", seconds.rate(articles.tokens()));
  }

  /// F1 over all documents, with its interval, precision and recall, in per cent.
  void agreement(String what, List<Counts> documents, long seed) {
    Counts sum = documents.stream().reduce(Counts.NONE, Counts::plus);
    Bootstrap interval = Bootstrap.f1(documents, seed);
    out.printf(
        Locale.ROOT,
        "   %-52s F1 %5.1f [%5.1f, %5.1f]   P %5.1f   R %5.1f   (%d right of %d found, %d there)%n",
        what,
        100 * sum.f1(),
        100 * interval.low(),
        100 * interval.high(),
        100 * sum.precision(),
        100 * sum.recall(),
        sum.right(),
        sum.found(),
        sum.there());
  }

  /// How many are right, with the interval over them.
  void share(String what, List<Boolean> right, long seed) {
    long yes = right.stream().filter(each -> each).count();
    Bootstrap interval = Bootstrap.share(right, seed);
    out.printf(
        Locale.ROOT,
        "   %-52s %.3f [%.3f, %.3f]   (%d of %d)%n",
        what,
        (double) yes / Math.max(1, right.size()),
        interval.low(),
        interval.high(),
        yes,
        right.size());
  }

  void figure(String what, String unit, double value) {
    out.printf(Locale.ROOT, "   %-52s %-12s        %10s%n", what, unit, number(value));
  }

  /// Ours against a peer's in the same run; above 1 is better for us.
  ///
  /// @param ours seconds
  /// @param peer seconds for the same work
  void speed(String peerName, Spread ours, Spread peer) {
    figure("speed, as a multiple of " + peerName + "'s", "times", peer.median() / ours.median());
  }

  static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
