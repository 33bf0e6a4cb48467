package whence.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import whence.bench.Agreement.Judged;

/// Whether a score means what it says: attributions in ten bins of equal size by their score, each
/// with its mean score and the share that is wholly right.
///
/// @param error the mean distance between the two, each bin weighted by its size (Naeini et al.,
///   AAAI 2015, with bins of equal size)
record Reliability(List<Bin> bins, double error) {
  private static final int BINS = 10;

  /// @param right the share of them that is right
  record Bin(int count, double low, double high, double score, double right) {}

  static Reliability of(List<Judged> judged) {
    List<Judged> sorted =
        judged.stream().sorted(Comparator.comparingDouble(Judged::score)).toList();
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int number = 0; number < BINS; number++) {
      int from = (int) ((long) number * sorted.size() / BINS);
      int to = (int) ((number + 1L) * sorted.size() / BINS);
      if (from < to) {
        Bin bin = bin(sorted.subList(from, to));
        bins.add(bin);
        error += Math.abs(bin.score() - bin.right()) * bin.count() / sorted.size();
      }
    }
    return new Reliability(bins, error);
  }

  private static Bin bin(List<Judged> judged) {
    return new Bin(
        judged.size(),
        judged.getFirst().score(),
        judged.getLast().score(),
        judged.stream().mapToDouble(Judged::score).average().orElseThrow(),
        judged.stream().filter(Judged::right).count() / (double) judged.size());
  }

  void print(Sheet sheet) {
    sheet.note("score, in ten bins of equal size: mean score, share wholly right, how many");
    for (Bin bin : bins) {
      sheet.note(
          String.format(
              Locale.ROOT,
              "  %.3f to %.3f   score %.3f   right %.3f   of %d",
              bin.low(),
              bin.high(),
              bin.score(),
              bin.right(),
              bin.count()));
    }
    sheet.figure("mean distance of score and share", "", error);
  }
}
