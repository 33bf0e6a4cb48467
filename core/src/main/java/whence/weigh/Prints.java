package whence.weigh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Which documents may share text, by runs of ten letters that both hold: noise that hits one
/// letter in six leaves one such run in six whole, where it leaves hardly a run of words.
///
/// A small pile's runs are all kept, of a larger one's those whose hash is a multiple of a power of
/// two (Manku's and Broder's sampling "modulo m", Broder 1997), so that the work grows with the
/// pile and no faster.
final class Prints {
  static final int WIDTH = 10;

  /// So many are kept at most, about.
  private static final long MOST_PRINTS = 24_000_000;

  private static final int DOCUMENT_BITS = 24;
  private static final int BUCKET_BITS = 8;
  private static final int RADIX_BITS = 8;
  private static final int RADIX = 1 << RADIX_BITS;
  private static final long[] NONE = {};
  private static final long DOCUMENT_MASK = (1L << DOCUMENT_BITS) - 1;
  private static final long BASE = 0x100000001b3L;
  private static final long LEAVING = power(BASE, WIDTH);

  /// Of a run that more documents hold, only the first are looked at: enough to tie a much-printed
  /// story to its other printings, and it keeps the work linear.
  private static final int LOOKED_AT = 48;

  /// Of a run that more documents hold, so many of the first are looked at.
  private static final int FIRST = 2;

  private static final int COUNT_BITS = 8;
  private static final int GROUP_BITS = 2 * COUNT_BITS;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

  /// Of a run, by how many documents hold it.
  private static final float[] WEIGHTS = new float[LOOKED_AT + 1];

  static {
    for (int holders = 2; holders < WEIGHTS.length; holders++) {
      WEIGHTS[holders] = (float) (1 / Math.sqrt(holders - 1));
    }
  }

  private static final int MOST_CANDIDATES = 48;
  private static final int BLOCK = 512;

  private final int size;
  private final long sample;

  /// Hash and document, sorted, each pair once, and only of hashes that several documents hold.
  private final long[] keys;

  /// By document, the groups of its prints that earlier documents are in: where in `keys` a group
  /// starts, how many of its first documents to look at, how many are in it.
  private final long[][] groups;

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  Prints(List<Wording> wordings) {
    size = wordings.size();
    long letters = wordings.stream().mapToLong(wording -> wording.letters.length).sum();
    long every = 1;
    while (letters / every > MOST_PRINTS) {
      every *= 2;
    }
    sample = every - 1;
    long[][] own = new long[size][];
    IntStream.range(0, size)
        .parallel()
        .forEach(document -> own[document] = keys(wordings.get(document).letters, document));
    keys = shared(own);
    groups = groups();
  }

  private long[] keys(byte[] letters, int document) {
    long[] found = new long[(int) (letters.length / (sample + 1) * 3 / 2) + 8];
    int count = 0;
    long rolling = 0;
    for (int i = 0; i < letters.length; i++) {
      rolling = rolling * BASE + letters[i];
      if (i >= WIDTH) {
        rolling -= LEAVING * letters[i - WIDTH];
      }
      long hash = mixed(rolling);
      if (i >= WIDTH - 1 && (hash & sample) == 0) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = key(hash) | document;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static long mixed(long hash) {
    long mixed = hash * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }

  private static long key(long hash) {
    return hash & ~DOCUMENT_MASK;
  }

  /// Sorted by hash, in buckets small enough for a processor's cache.
  private static long[] shared(long[][] own) {
    int[] ends = new int[1 << BUCKET_BITS];
    for (long[] each : own) {
      for (long key : each) {
        ends[bucket(key)]++;
      }
    }
    Arrays.parallelPrefix(ends, Math::addExact);
    int[] starts = new int[ends.length];
    System.arraycopy(ends, 0, starts, 1, ends.length - 1);
    int[] next = starts.clone();
    long[] all = new long[ends[ends.length - 1]];
    for (int document = 0; document < own.length; document++) {
      for (long key : own[document]) {
        all[next[bucket(key)]++] = key;
      }
      own[document] = NONE;
    }
    int[] kept = new int[ends.length];
    IntStream.range(0, ends.length)
        .parallel()
        .forEach(bucket -> {
          sort(all, starts[bucket], ends[bucket]);
          kept[bucket] = shared(all, starts[bucket], ends[bucket]);
        });
    long[] shared = new long[Arrays.stream(kept).sum()];
    int at = 0;
    for (int bucket = 0; bucket < ends.length; bucket++) {
      System.arraycopy(all, starts[bucket], shared, at, kept[bucket]);
      at += kept[bucket];
    }
    return shared;
  }

  private static int bucket(long key) {
    return (int) (key >> (Long.SIZE - BUCKET_BITS)) + (1 << (BUCKET_BITS - 1));
  }

  /// Sorts a bucket by hash from the lowest bits up, leaving documents of one hash in their order.
  private static void sort(long[] all, int start, int end) {
    if (end - start < 2 * RADIX) {
      Arrays.sort(all, start, end);
      return;
    }
    long[] from = Arrays.copyOfRange(all, start, end);
    long[] to = new long[from.length];
    for (int shift = DOCUMENT_BITS; shift < Long.SIZE - BUCKET_BITS; shift += RADIX_BITS) {
      int[] places = new int[RADIX + 1];
      for (long key : from) {
        places[(int) (key >>> shift & (RADIX - 1)) + 1]++;
      }
      for (int i = 0; i < RADIX; i++) {
        places[i + 1] += places[i];
      }
      for (long key : from) {
        to[places[(int) (key >>> shift & (RADIX - 1))]++] = key;
      }
      long[] swapped = from;
      from = to;
      to = swapped;
    }
    System.arraycopy(from, 0, all, start, from.length);
  }

  /// Moves to its front what of a sorted bucket several documents hold; how many those are.
  private static int shared(long[] sorted, int start, int end) {
    int kept = start;
    for (int from = start; from < end; ) {
      int to = from + 1;
      int first = kept;
      sorted[kept++] = sorted[from];
      while (to < end && key(sorted[to]) == key(sorted[from])) {
        if (sorted[to] != sorted[to - 1]) {
          sorted[kept++] = sorted[to];
        }
        to++;
      }
      if (kept - first == 1) {
        kept = first;
      }
      from = to;
    }
    return kept - start;
  }

  private long[][] groups() {
    int[] counts = new int[size];
    for (int from = 0; from < keys.length; ) {
      int to = endOfGroup(from);
      for (int i = from + 1; i < to; i++) {
        counts[(int) (keys[i] & DOCUMENT_MASK)]++;
      }
      from = to;
    }
    long[][] found = new long[size][];
    for (int document = 0; document < size; document++) {
      found[document] = new long[counts[document]];
    }
    for (int from = 0; from < keys.length; ) {
      int to = endOfGroup(from);
      boolean many = to - from > LOOKED_AT;
      long group = (long) from << GROUP_BITS | Math.min(to - from, LOOKED_AT);
      for (int i = from + 1; i < to; i++) {
        int document = (int) (keys[i] & DOCUMENT_MASK);
        long others = many ? Math.min(i - from, FIRST) : i - from;
        found[document][--counts[document]] = group | others << COUNT_BITS;
      }
      from = to;
    }
    return found;
  }

  private int endOfGroup(int from) {
    int to = from + 1;
    while (to < keys.length && key(keys[to]) == key(keys[from])) {
      to++;
    }
    return to;
  }

  /// By document, the earlier ones that may share text with it, likeliest first.
  int[][] candidates(int[] lengths) {
    int[][] found = new int[size][];
    IntStream.range(0, (size + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> {
          float[] scores = new float[size];
          int[] seen = new int[size];
          for (int i = block * BLOCK; i < Math.min(size, (block + 1) * BLOCK); i++) {
            found[i] = candidates(i, lengths, scores, seen);
          }
        });
    return found;
  }

  /// @param scores scratch, all zero before and after
  private int[] candidates(int document, int[] lengths, float[] scores, int[] seen) {
    int count = 0;
    for (long group : groups[document]) {
      int from = (int) (group >>> GROUP_BITS);
      int end = from + (int) (group >>> COUNT_BITS & COUNT_MASK);
      float weight = WEIGHTS[(int) (group & COUNT_MASK)];
      for (int i = from; i < end; i++) {
        int other = (int) (keys[i] & DOCUMENT_MASK);
        if (scores[other] == 0) {
          seen[count++] = other;
        }
        scores[other] += weight;
      }
    }
    double enough = 1.5 + 8.5 / (sample + 1);
    long[] best = new long[count];
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int other = seen[i];
      if (scores[other] >= enough) {
        double score = scores[other] / Math.sqrt(lengths[other] + 1000.0);
        best[kept++] = (~(long) (score * 1e6) << DOCUMENT_BITS) | other;
      }
      scores[other] = 0;
    }
    Arrays.sort(best, 0, kept);
    int[] candidates = new int[Math.min(kept, MOST_CANDIDATES)];
    for (int i = 0; i < candidates.length; i++) {
      candidates[i] = (int) (best[i] & DOCUMENT_MASK);
    }
    return candidates;
  }

  /// Hashes that more than `most` documents hold.
  LongSet heldByMore(double most) {
    long[] found = new long[64];
    int count = 0;
    for (int from = 0; from < keys.length; ) {
      int to = endOfGroup(from);
      if (to - from > most) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = key(keys[from]);
      }
      from = to;
    }
    return new LongSet(found, count);
  }

  /// The letters that stand in sampled runs of which the hash is one of `hashes`, those between two
  /// such runs close by too.
  BitSet places(byte[] letters, LongSet hashes) {
    BitSet found = new BitSet();
    if (hashes.isEmpty()) {
      return found;
    }
    long rolling = 0;
    int start = -1;
    int last = -1;
    for (int i = 0; i < letters.length; i++) {
      rolling = rolling * BASE + letters[i];
      if (i >= WIDTH) {
        rolling -= LEAVING * letters[i - WIDTH];
      }
      long hash = mixed(rolling);
      if (i >= WIDTH - 1 && (hash & sample) == 0 && hashes.contains(key(hash))) {
        if (last < 0 || i - last > WIDTH + 2 * sample) {
          if (last >= 0) {
            found.set(start, last + 1);
          }
          start = i - WIDTH + 1;
        }
        last = i;
      }
    }
    if (last >= 0) {
      found.set(start, last + 1);
    }
    return found;
  }
}
