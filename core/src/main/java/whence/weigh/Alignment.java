package whence.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Finds the stretches of one text that stand in another, through insertions, cuts, changed words,
/// reordering and noise that leaves hardly a word whole: runs of letters that both hold are chained
/// while they go forward together, as local alignment does, and the best chains that do not overlap
/// are the stretches. Letters are worth as much as their word is rare, so that what any two texts
/// on one event share does not add up.
final class Alignment {
  /// In letters: noise that hits three of ten leaves one such run in sixty letters.
  private static final int SEED = 8;

  /// A run that stands more often than this in the text says nothing about place.
  private static final int MOST_PLACES = 12;

  private static final int LOOK_BACK = 96;
  private static final int WIDEST_GAP = 200;

  /// Costs by letter, against the worth of a letter, which is 0 to 1.
  private static final double GAP_COST = 0.025;

  private static final double DRIFT_COST = 0.05;

  static final double LEAST_WORTH = 8;
  private static final double MISS_COST = 0.1;

  /// In letters: shorter runs stand anywhere.
  private static final int SHORTEST_FILL = 4;

  private static final int SIDEWAYS = 10;

  private static final int MOST_RUNS = 20_000;
  private static final int MOST_STRETCHES = 64;

  /// Letter ranges, ends exclusive.
  ///
  /// @param same letters in runs that both hold
  /// @param worth of those letters, less what the gaps between them cost
  record Stretch(int fromStart, int fromEnd, int toStart, int toEnd, int same, double worth) {
    int longer() {
      return Math.max(fromEnd - fromStart, toEnd - toStart);
    }

    /// From one letter of it to another, as they stand in `from`, taken to be like the whole.
    Stretch part(int start, int end) {
      int letters = fromEnd - fromStart;
      int there = toEnd - toStart;
      int toFirst = toStart + (int) ((long) start * there / letters);
      return new Stretch(
          fromStart + start,
          fromStart + end,
          toFirst,
          Math.max(toFirst + 1, toStart + (int) ((long) end * there / letters)),
          same * (end - start) / letters,
          worth * (end - start) / letters);
    }
  }

  private final Wording to;
  private final float[] worth; // cumulative by letter
  private final int[] heads;
  private final int[] next;
  private final int mask;
  private final Runs runs = new Runs();

  Alignment(Wording to, byte[] rarity, BitSet leftOut) {
    this.to = to;
    this.worth = worth(to, rarity, leftOut);
    int n = to.letters.length;
    int size = Integer.highestOneBit(Math.max(64, n * 2 - 1)) * 2;
    mask = size - 1;
    heads = new int[size];
    Arrays.fill(heads, -1);
    next = new int[Math.max(0, n)];
    long seed = 0;
    for (int i = n - 1; i >= 0; i--) {
      seed = (seed >>> 8) | ((long) to.letters[i] << (Long.SIZE - 8));
      if (i > n - SEED) {
        continue;
      }
      int slot = slot(seed);
      next[i] = heads[slot];
      heads[slot] = i;
    }
  }

  /// How much the letters before each letter are worth together.
  ///
  /// @param rarity by word
  /// @param leftOut letters that are worth nothing
  static float[] worth(Wording wording, byte[] rarity, BitSet leftOut) {
    float[] worth = new float[wording.letters.length + 1];
    for (int word = 0; word < wording.length(); word++) {
      float each = Byte.toUnsignedInt(rarity[word]) / (float) Rarity.MOST;
      for (int i = wording.letterStarts[word]; i < wording.letterStarts[word + 1]; i++) {
        worth[i + 1] = worth[i] + (leftOut.get(i) ? 0 : each);
      }
    }
    return worth;
  }

  /// @param seed as many letters as it has bytes
  private int slot(long seed) {
    return (int) ((seed * 0x9e3779b97f4a7c15L) >>> 40) & mask;
  }

  /// @param rarity of the words of `from`
  /// @param leftOut letters of `from` that are worth nothing
  List<Stretch> of(Wording from, byte[] rarity, BitSet leftOut) {
    find(from.letters);
    if (mostWorth() < LEAST_WORTH) {
      return List.of();
    }
    float[] worthFrom = worth(from, rarity, leftOut);
    double all = 0;
    for (int r = 0; r < runs.count; r++) {
      runs.own[r] = worthOf(worthFrom, runs.from[r], runs.to[r], runs.length[r]);
      all += Math.max(0, runs.own[r]);
    }
    if (all < LEAST_WORTH) {
      return List.of();
    }
    chain(runs);
    return stretches(from, worthFrom, runs);
  }

  /// What the runs come to at most, were every letter worth as much in the other text.
  private double mostWorth() {
    double most = 0;
    for (int r = 0; r < runs.count; r++) {
      int start = runs.to[r];
      most += Math.max(0, worth[start + runs.length[r]] - worth[start]);
    }
    return most;
  }

  private void find(byte[] a) {
    byte[] b = to.letters;
    runs.count = 0;
    runs.longest = 0;
    long seed = 0;
    for (int i = 0; i < Math.min(SEED - 1, a.length); i++) {
      seed = (seed << 8) | (a[i] & 0xff);
    }
    for (int i = 0; i + SEED <= a.length && runs.count < MOST_RUNS; i++) {
      seed = (seed << 8) | (a[i + SEED - 1] & 0xff);
      int places = 0;
      for (int j = heads[slot(seed)]; j >= 0 && places < MOST_PLACES; j = next[j]) {
        places++;
        if (i > 0 && j > 0 && a[i - 1] == b[j - 1]) {
          continue;
        }
        int l = 0;
        while (i + l < a.length && j + l < b.length && a[i + l] == b[j + l]) {
          l++;
        }
        if (l >= SEED) {
          runs.add(i, j, l);
        }
      }
    }
  }

  /// Finds the best way to each run through those before it.
  private static void chain(Runs runs) {
    for (int r = 0; r < runs.count; r++) {
      int length = runs.length[r];
      double own = runs.own[r];
      runs.score[r] = own;
      runs.before[r] = -1;
      int nearest = runs.from[r] - WIDEST_GAP - runs.longest;
      for (int q = r - 1; q >= Math.max(0, r - LOOK_BACK) && runs.from[q] >= nearest; q--) {
        int ahead = runs.from[r] - runs.from[q] - runs.length[q];
        int beyond = runs.to[r] - runs.to[q] - runs.length[q];
        if (ahead > WIDEST_GAP || beyond > WIDEST_GAP) {
          continue;
        }
        int overlap = Math.max(0, Math.max(-ahead, -beyond));
        if (overlap >= length - 2 || overlap >= runs.length[q] - 2) {
          continue;
        }
        double through =
            runs.score[q]
                + own * (1 - overlap / (double) length)
                - GAP_COST * Math.max(0, Math.max(ahead, beyond))
                - DRIFT_COST * Math.abs(ahead - beyond);
        if (through > runs.score[r]) {
          runs.score[r] = through;
          runs.before[r] = q;
        }
      }
    }
  }

  /// The same letters are worth what they are where they are worth less.
  private double worthOf(float[] worthFrom, int from, int to, int length) {
    return Math.min(worthFrom[from + length] - worthFrom[from], worth[to + length] - worth[to]);
  }

  /// Runs of letters that both texts hold, by place in `from`.
  private static final class Runs {
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int[] length = new int[256];
    private double[] own = new double[256];
    private double[] score = new double[256];
    private int[] before = new int[256];
    private int count;
    private int longest;

    private void add(int inFrom, int inTo, int letters) {
      if (count == from.length) {
        from = Arrays.copyOf(from, count * 2);
        to = Arrays.copyOf(to, count * 2);
        length = Arrays.copyOf(length, count * 2);
        own = Arrays.copyOf(own, count * 2);
        score = Arrays.copyOf(score, count * 2);
        before = Arrays.copyOf(before, count * 2);
      }
      from[count] = inFrom;
      to[count] = inTo;
      length[count++] = letters;
      longest = Math.max(longest, letters);
    }
  }

  private List<Stretch> stretches(Wording from, float[] worthFrom, Runs runs) {
    double[] score = runs.score;
    int[] before = runs.before;
    int count = runs.count;
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (score[i] >= LEAST_WORTH) {
        ends.add(i);
      }
    }
    ends.sort(Comparator.<Integer>comparingDouble(i -> -score[i]).thenComparingInt(i -> i));
    BitSet takenFrom = new BitSet();
    BitSet takenTo = new BitSet();
    List<Stretch> found = new ArrayList<>();
    for (int end : ends) {
      if (found.size() == MOST_STRETCHES) {
        break;
      }
      List<int[]> chain = new ArrayList<>();
      int i = end;
      while (i >= 0
          && takenFrom.get(runs.from[i], runs.from[i] + runs.length[i]).isEmpty()
          && takenTo.get(runs.to[i], runs.to[i] + runs.length[i]).isEmpty()) {
        chain.add(new int[] {runs.from[i], runs.to[i], runs.length[i]});
        i = before[i];
      }
      double chained = i < 0 ? score[end] : score[end] - score[i];
      if (chain.isEmpty() || chained < LEAST_WORTH) {
        continue;
      }
      Stretch stretch = best(from, worthFrom, chain.reversed());
      if (stretch.worth() >= LEAST_WORTH
          && takenFrom.get(stretch.fromStart(), stretch.fromEnd()).isEmpty()
          && takenTo.get(stretch.toStart(), stretch.toEnd()).isEmpty()) {
        takenFrom.set(stretch.fromStart(), stretch.fromEnd());
        takenTo.set(stretch.toStart(), stretch.toEnd());
        found.add(stretch);
      }
    }
    found.sort(Comparator.comparingInt(Stretch::fromStart));
    return found;
  }

  /// Fills a chain's gaps with the short runs that stand in them, and cuts off where it is thin:
  /// the part worth most when every letter that is not the same costs.
  private Stretch best(Wording from, float[] worthFrom, List<int[]> chain) {
    List<int[]> filled = new ArrayList<>();
    int fromAt = chain.getFirst()[0];
    int toAt = chain.getFirst()[1];
    for (int[] run : chain) {
      fill(from.letters, fromAt, run[0], toAt, run[1], filled);
      int over = Math.max(0, Math.max(fromAt - run[0], toAt - run[1]));
      if (over < run[2]) {
        filled.add(new int[] {run[0] + over, run[1] + over, run[2] - over});
        fromAt = run[0] + run[2];
        toAt = run[1] + run[2];
      }
    }
    double most = -1;
    double here = 0;
    int start = 0;
    int bestStart = 0;
    int bestEnd = 0;
    for (int i = 0; i < filled.size(); i++) {
      int[] run = filled.get(i);
      if (i > 0) {
        int[] last = filled.get(i - 1);
        here -= MISS_COST * Math.max(run[0] - last[0] - last[2], run[1] - last[1] - last[2]);
      }
      if (here <= 0) {
        here = 0;
        start = i;
      }
      here +=
          Math.min(
              worthFrom[run[0] + run[2]] - worthFrom[run[0]],
              worth[run[1] + run[2]] - worth[run[1]]);
      if (here > most) {
        most = here;
        bestStart = start;
        bestEnd = i;
      }
    }
    int same = 0;
    for (int i = bestStart; i <= bestEnd; i++) {
      same += filled.get(i)[2];
    }
    int[] first = filled.get(bestStart);
    int[] last = filled.get(bestEnd);
    return new Stretch(first[0], last[0] + last[2], first[1], last[1] + last[2], same, most);
  }

  /// Runs that go forward from one place of both texts to another, each the nearest to the straight
  /// way.
  private void fill(
      byte[] a, int fromStart, int fromEnd, int toStart, int toEnd, List<int[]> filled) {
    int i = fromStart;
    int j = toStart;
    while (i + SHORTEST_FILL <= fromEnd && j + SHORTEST_FILL <= toEnd) {
      int bestLength = 0;
      int bestAt = 0;
      for (int at = j; at + SHORTEST_FILL <= Math.min(toEnd, j + 2 * SIDEWAYS); at++) {
        int length = 0;
        while (i + length < fromEnd
            && at + length < toEnd
            && a[i + length] == to.letters[at + length]) {
          length++;
        }
        if (length > bestLength) {
          bestLength = length;
          bestAt = at;
        }
      }
      if (bestLength >= SHORTEST_FILL) {
        filled.add(new int[] {i, bestAt, bestLength});
        i += bestLength;
        j = bestAt + bestLength;
      } else {
        i++;
        int straight =
            toStart
                + (int)
                    ((long) (i - fromStart) * (toEnd - toStart) / Math.max(1, fromEnd - fromStart));
        j = Math.max(j, straight - SIDEWAYS);
      }
    }
  }
}
