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
  private static final long DOCUMENT_MASK = (1L << DOCUMENT_BITS) - 1;
  private static final long BASE = 0x100000001b3L;
  private static final long LEAVING = power(BASE, WIDTH);

  /// Of a run that more documents hold, only the nearest and the first are looked at: enough to tie
  /// a much-printed story to its other printings, and it keeps the work linear.
  private static final int LOOKED_AT = 48;

  private static final int MOST_CANDIDATES = 48;
  private static final int BLOCK = 512;

  private final int size;
  private final long sample;

  /// Hash and document, sorted, each pair once, and only of hashes that several documents hold.
  private final long[] keys;

  /// By document, where in `keys` the groups of its prints start.
  private final int[][] groups;

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
    int total = Math.toIntExact(Arrays.stream(own).mapToLong(each -> each.length).sum());
    long[] all = new long[total];
    int at = 0;
    for (long[] each : own) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    Arrays.parallelSort(all);
    keys = shared(all);
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

  private static long[] shared(long[] sorted) {
    int kept = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      int start = kept;
      sorted[kept++] = sorted[from];
      while (to < sorted.length && key(sorted[to]) == key(sorted[from])) {
        if (sorted[to] != sorted[to - 1]) {
          sorted[kept++] = sorted[to];
        }
        to++;
      }
      if (kept - start == 1) {
        kept = start;
      }
      from = to;
    }
    return Arrays.copyOf(sorted, kept);
  }

  private int[][] groups() {
    int[] counts = new int[size];
    for (long key : keys) {
      counts[(int) (key & DOCUMENT_MASK)]++;
    }
    int[][] found = new int[size][];
    for (int document = 0; document < size; document++) {
      found[document] = new int[counts[document]];
    }
    int start = 0;
    for (int i = 0; i < keys.length; i++) {
      if (key(keys[i]) != key(keys[start])) {
        start = i;
      }
      int document = (int) (keys[i] & DOCUMENT_MASK);
      found[document][--counts[document]] = start;
    }
    return found;
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
    for (int from : groups[document]) {
      int to = from + 1;
      int most = Math.min(keys.length, from + LOOKED_AT);
      int own = keys[from] == (key(keys[from]) | document) ? from : -1;
      while (to < most && key(keys[to]) == key(keys[from])) {
        if ((keys[to] & DOCUMENT_MASK) == document) {
          own = to;
        }
        to++;
      }
      boolean many = to == most && to < keys.length && key(keys[to]) == key(keys[from]);
      float weight = (float) (1 / Math.sqrt(to - from - 1));
      int end = many ? Math.min(own < 0 ? to : own, from + 2) : own;
      for (int i = from; i < end; i++) {
        int other = (int) (keys[i] & DOCUMENT_MASK);
        if (scores[other] == 0) {
          seen[count++] = other;
        }
        scores[other] += weight;
      }
    }
    double enough = 1.5 + 4.5 / (sample + 1);
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

  /// Hashes that more than `most` documents hold, sorted.
  long[] heldByMore(double most) {
    long[] found = new long[64];
    int count = 0;
    for (int from = 0; from < keys.length; ) {
      int to = from + 1;
      while (to < keys.length && key(keys[to]) == key(keys[from])) {
        to++;
      }
      if (to - from > most) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = key(keys[from]);
      }
      from = to;
    }
    return Arrays.copyOf(found, count);
  }

  /// The letters that stand in sampled runs of which the hash is one of `hashes`, those between two
  /// such runs close by too.
  BitSet places(byte[] letters, long[] hashes) {
    BitSet found = new BitSet();
    long rolling = 0;
    int last = -1;
    for (int i = 0; i < letters.length; i++) {
      rolling = rolling * BASE + letters[i];
      if (i >= WIDTH) {
        rolling -= LEAVING * letters[i - WIDTH];
      }
      long hash = mixed(rolling);
      if (i >= WIDTH - 1 && (hash & sample) == 0 && Arrays.binarySearch(hashes, key(hash)) >= 0) {
        boolean near = last >= 0 && i - last <= WIDTH + 2 * sample;
        found.set(near ? last : i - WIDTH + 1, i + 1);
        last = i;
      }
    }
    return found;
  }
}
