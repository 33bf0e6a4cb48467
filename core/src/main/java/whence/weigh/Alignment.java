package whence.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Finds the stretches of one text that stand in another, through insertions, cuts, changed words
/// and reordering: pairs of words that both hold are chained while they go forward together, as
/// local alignment does, and the best chains that do not overlap are the stretches. Words weigh as
/// much as they are rare, so that what any two texts on one event share does not add up.
final class Alignment {
  private static final int SEED = 2;

  /// Weight of both words of a seed below which it could stand anywhere.
  private static final double LEAST_SEED = 0.35;

  /// A run that stands more often than this in the text says nothing about place.
  private static final int MOST_PLACES = 8;

  private static final int LOOK_BACK = 64;
  private static final int WIDEST_GAP = 40;
  private static final double GAP_COST = 0.09;
  private static final double DRIFT_COST = 0.05;
  private static final double LEAST_SCORE = 3.5;
  private static final int LEAST_SAME = 7;
  private static final double LEAST_DENSITY = 0.35;
  private static final int MOST_SEEDS = 40_000;
  private static final int MOST_STRETCHES = 64;

  /// Word ranges, ends exclusive, and how many words are the same.
  record Stretch(int fromStart, int fromEnd, int toStart, int toEnd, int same) {
    /// Whether so many of its words are the same as chance does not make them.
    boolean isDense() {
      int longer = Math.max(fromEnd - fromStart, toEnd - toStart);
      return same >= LEAST_SAME && same >= LEAST_DENSITY * longer;
    }
  }

  private final Wording to;
  private final byte[] rarity;
  private final BitSet leftOut;
  private final long[] seeds;

  /// @param rarity by word of `to`
  /// @param leftOut words of `to` that count for nothing
  Alignment(Wording to, byte[] rarity, BitSet leftOut) {
    this.to = to;
    this.rarity = rarity;
    this.leftOut = leftOut;
    int count = Math.max(0, to.length() - SEED + 1);
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (seed(to.words, i) << 32) | i;
    }
    Arrays.sort(keys);
    this.seeds = keys;
  }

  private static long seed(int[] words, int at) {
    long hash = 17;
    for (int i = at; i < at + SEED; i++) {
      hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 31;
    }
    return hash & 0xffffffffL;
  }

  private record Seed(int from, int to) {}

  /// The stretches of `from` that stand in `to`, by place in `from`; they overlap in neither text.
  ///
  /// @param leftOutFrom words of `from` that count for nothing
  List<Stretch> of(Wording from, BitSet leftOutFrom) {
    List<Seed> shared = sharedSeeds(from, leftOutFrom);
    int count = shared.size();
    double[] score = new double[count];
    int[] before = new int[count];
    for (int i = 0; i < count; i++) {
      score[i] = weight(shared.get(i).to, SEED);
      before[i] = -1;
      Seed here = shared.get(i);
      for (int j = i - 1; j >= Math.max(0, i - LOOK_BACK); j--) {
        Seed there = shared.get(j);
        int ahead = here.from - there.from;
        int beyond = here.to - there.to;
        if (ahead > WIDEST_GAP + SEED) {
          break;
        }
        if (ahead <= 0 || beyond <= 0 || beyond > WIDEST_GAP + SEED) {
          continue;
        }
        int gap = Math.max(0, Math.max(ahead, beyond) - SEED);
        int gain = Math.min(SEED, Math.min(ahead, beyond));
        double through = score[j] + gain - GAP_COST * gap - DRIFT_COST * Math.abs(ahead - beyond);
        if (through > score[i]) {
          score[i] = through;
          before[i] = j;
        }
      }
    }
    return stretches(from, shared, score, before);
  }

  private List<Seed> sharedSeeds(Wording from, BitSet leftOutFrom) {
    List<Seed> shared = new ArrayList<>();
    for (int i = 0; i + SEED <= from.length() && shared.size() < MOST_SEEDS; i++) {
      if (leftOutFrom.get(i)) {
        continue;
      }
      long key = seed(from.words, i) << 32;
      int at = Arrays.binarySearch(seeds, key);
      at = at < 0 ? -at - 1 : at;
      int end = at;
      while (end < seeds.length && seeds[end] >>> 32 == key >>> 32) {
        end++;
      }
      if (end - at > MOST_PLACES) {
        continue;
      }
      for (; at < end; at++) {
        int place = (int) seeds[at];
        if (!leftOut.get(place) && weight(place, SEED) >= LEAST_SEED && sameWords(from, i, place)) {
          shared.add(new Seed(i, place));
        }
      }
    }
    return shared;
  }

  /// Of so many words of `to`, each from 0 to 1.
  private double weight(int at, int words) {
    int weight = 0;
    for (int i = at; i < at + words; i++) {
      weight += Byte.toUnsignedInt(rarity[i]);
    }
    return weight / (double) Rarity.MOST;
  }

  private boolean sameWords(Wording from, int i, int place) {
    return Arrays.equals(from.words, i, i + SEED, to.words, place, place + SEED);
  }

  private List<Stretch> stretches(Wording from, List<Seed> shared, double[] score, int[] before) {
    Integer[] ends = new Integer[score.length];
    Arrays.setAll(ends, i -> i);
    Arrays.sort(ends, Comparator.<Integer>comparingDouble(i -> -score[i]).thenComparingInt(i -> i));
    BitSet takenFrom = new BitSet();
    BitSet takenTo = new BitSet();
    List<Stretch> found = new ArrayList<>();
    for (int end : ends) {
      if (score[end] < LEAST_SCORE || found.size() == MOST_STRETCHES) {
        break;
      }
      List<Seed> chain = new ArrayList<>();
      double at = score[end];
      int i = end;
      while (i >= 0 && free(shared.get(i), takenFrom, takenTo)) {
        chain.add(shared.get(i));
        at = score[end] - score[i];
        i = before[i];
      }
      double worth = i < 0 ? score[end] : at;
      if (chain.isEmpty() || worth < LEAST_SCORE) {
        continue;
      }
      Seed first = chain.getLast();
      Seed last = chain.getFirst();
      int fromEnd = last.from + SEED;
      int toEnd = last.to + SEED;
      if (takenFrom.get(first.from, fromEnd).isEmpty() && takenTo.get(first.to, toEnd).isEmpty()) {
        takenFrom.set(first.from, fromEnd);
        takenTo.set(first.to, toEnd);
        found.add(new Stretch(first.from, fromEnd, first.to, toEnd, same(from, chain)));
      }
    }
    found.sort(Comparator.comparingInt(Stretch::fromStart));
    return found;
  }

  private static boolean free(Seed seed, BitSet takenFrom, BitSet takenTo) {
    return !takenFrom.get(seed.from)
        && !takenFrom.get(seed.from + SEED - 1)
        && !takenTo.get(seed.to)
        && !takenTo.get(seed.to + SEED - 1);
  }

  /// Words that are the same, in the seeds and, in order, between them.
  private int same(Wording from, List<Seed> chainBackwards) {
    int same = 0;
    int fromAt = chainBackwards.getLast().from;
    int toAt = chainBackwards.getLast().to;
    for (Seed seed : chainBackwards.reversed()) {
      if (seed.from > fromAt && seed.to > toAt) {
        same += longestCommon(from.words, fromAt, seed.from, to.words, toAt, seed.to);
      }
      int fresh = Math.min(SEED, Math.min(seed.from + SEED - fromAt, seed.to + SEED - toAt));
      same += Math.max(0, fresh);
      fromAt = Math.max(fromAt, seed.from + SEED);
      toAt = Math.max(toAt, seed.to + SEED);
    }
    return same;
  }

  private static int longestCommon(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo) {
    int[] row = new int[bTo - bFrom + 1];
    for (int i = aFrom; i < aTo; i++) {
      int diagonal = 0;
      for (int j = bFrom; j < bTo; j++) {
        int above = row[j - bFrom + 1];
        row[j - bFrom + 1] = a[i] == b[j] ? diagonal + 1 : Math.max(above, row[j - bFrom]);
        diagonal = above;
      }
    }
    return row[bTo - bFrom];
  }
}
