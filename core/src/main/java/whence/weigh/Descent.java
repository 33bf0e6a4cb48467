package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What two documents hold in common because both hold it in common with a third: two copies that
/// were each edited so much that they could not be laid over each other can be laid over what both
/// were taken from.
final class Descent {
  /// Of a document's ties, so many of the largest are followed, so that a text with thousands of
  /// copies costs no more than others.
  private static final int MOST_TIES = 48;

  /// In letters of the third.
  private static final int SHORTEST = 40;

  /// Where another document's text stands in one.
  ///
  /// @param start in the one
  /// @param otherStart in the other
  private record Held(int start, int end, int otherStart, int otherEnd, int same, double worth) {
    /// Where a letter of the one stands in the other, about.
    int there(int letter) {
      return otherStart
          + (int) ((long) (letter - start) * (otherEnd - otherStart) / Math.max(1, end - start));
    }

    double part(int letters) {
      return letters / (double) Math.max(1, end - start);
    }
  }

  private static List<Held> turned(List<Held> held) {
    return held.stream()
        .map(each ->
            new Held(
                each.otherStart(),
                each.otherEnd(),
                each.start(),
                each.end(),
                each.same(),
                each.worth()))
        .toList();
  }

  private record Tie(int other, int same, List<Held> held) {}

  private final List<List<Tie>> ties = new ArrayList<>();
  private final Furniture.Measure measure;

  /// @param tied pairs that are more than quotations
  Descent(int documents, List<ReuseFinder.Pair> tied, Furniture.Measure measure) {
    this.measure = measure;
    for (int i = 0; i < documents; i++) {
      ties.add(new ArrayList<>(0));
    }
    for (ReuseFinder.Pair pair : tied) {
      List<Held> inEarlier =
          pair.stretches().stream()
              .map(each ->
                  new Held(
                      each.fromStart(),
                      each.fromEnd(),
                      each.toStart(),
                      each.toEnd(),
                      each.same(),
                      each.worth()))
              .toList();
      int same = pair.extent().same();
      ties.get(pair.earlier()).add(new Tie(pair.later(), same, inEarlier));
      ties.get(pair.later()).add(new Tie(pair.earlier(), same, turned(inEarlier)));
    }
    Comparator<Tie> largest =
        Comparator.comparingInt((Tie tie) -> -tie.same()).thenComparingInt(Tie::other);
    ties.forEach(own -> own.sort(largest));
  }

  /// Pairs that are not tied but share text through a third, each through the one that shows most.
  ///
  /// @param isTie whether what a pair shares is enough
  List<ReuseFinder.Pair> pairs(Predicate<ReuseFinder.Pair> isTie) {
    return IntStream.range(0, ties.size())
        .parallel()
        .mapToObj(later -> pairs(later, isTie))
        .flatMap(List::stream)
        .toList();
  }

  private List<ReuseFinder.Pair> pairs(int later, Predicate<ReuseFinder.Pair> isTie) {
    List<Tie> own = ties.get(later);
    if (own.isEmpty() || own.size() >= MOST_TIES) {
      return List.of();
    }
    Set<Integer> tied = new HashSet<>();
    own.forEach(tie -> tied.add(tie.other()));
    Map<Integer, ReuseFinder.Pair> best = new HashMap<>();
    for (Tie tie : own) {
      for (Tie next : ties.get(tie.other()).stream().limit(MOST_TIES).toList()) {
        int earlier = next.other();
        if (earlier >= later || tied.contains(earlier)) {
          continue;
        }
        List<Alignment.Stretch> stretches = stretches(next.held(), turned(tie.held()));
        if (!stretches.isEmpty()) {
          ReuseFinder.Pair pair =
              new ReuseFinder.Pair(
                  earlier, later, stretches, measure.of(earlier, later, stretches));
          best.merge(
              earlier,
              pair,
              (one, other) -> other.extent().same() > one.extent().same() ? other : one);
        }
      }
    }
    return best.values().stream()
        .filter(isTie)
        .sorted(
            Comparator.comparingInt((ReuseFinder.Pair pair) -> -pair.extent().same())
                .thenComparingInt(ReuseFinder.Pair::earlier))
        .limit(MOST_TIES - own.size())
        .toList();
  }

  /// What both hold of a third, laid over each other.
  ///
  /// @param earlier places in the third that stand in the earlier
  /// @param later the same of the later
  private static List<Alignment.Stretch> stretches(List<Held> earlier, List<Held> later) {
    List<Alignment.Stretch> stretches = new ArrayList<>();
    for (Held from : earlier) {
      for (Held to : later) {
        int start = Math.max(from.start(), to.start());
        int end = Math.min(from.end(), to.end());
        if (end - start >= SHORTEST) {
          double ofFrom = from.part(end - start);
          double ofTo = to.part(end - start);
          stretches.add(
              new Alignment.Stretch(
                  from.there(start),
                  Math.max(from.there(start) + 1, from.there(end)),
                  to.there(start),
                  Math.max(to.there(start) + 1, to.there(end)),
                  (int) Math.min(from.same() * ofFrom, to.same() * ofTo),
                  Math.min(from.worth() * ofFrom, to.worth() * ofTo)));
        }
      }
    }
    stretches.sort(Comparator.comparingInt(Alignment.Stretch::fromStart));
    return stretches;
  }
}
