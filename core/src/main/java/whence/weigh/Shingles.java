package whence.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Which runs of four words stand in more than one document, and from that, which documents may
/// share text.
///
/// Every run is kept, not a sample: sorting them is linear enough, and an edited copy leaves few
/// runs whole.
final class Shingles {
  static final int WIDTH = 4;

  /// Of a run that very many documents hold, only the first so many are looked at: enough to tie a
  /// much-printed story to its first printings, and it keeps the work linear.
  private static final int LOOKED_AT = 64;

  private static final int MOST_CANDIDATES = 48;
  private static final int DOCUMENT_BITS = 24;
  private static final long DOCUMENT_MASK = (1L << DOCUMENT_BITS) - 1;

  private final long[] hashes;
  private final int[] offsets;
  private final int[] documents;
  private final int[][] groups;

  Shingles(List<Wording> wordings) {
    long[] keys = keys(wordings);
    int shared = 0;
    int postings = 0;
    for (int from = 0; from < keys.length; ) {
      int to = endOfGroup(keys, from);
      if (to - from > 1) {
        shared++;
        postings += to - from;
      }
      from = to;
    }
    hashes = new long[shared];
    offsets = new int[shared + 1];
    documents = new int[postings];
    int group = 0;
    int posting = 0;
    for (int from = 0; from < keys.length; ) {
      int to = endOfGroup(keys, from);
      if (to - from > 1) {
        hashes[group] = keys[from] >>> DOCUMENT_BITS;
        offsets[group++] = posting;
        for (int i = from; i < to; i++) {
          documents[posting++] = (int) (keys[i] & DOCUMENT_MASK);
        }
      }
      from = to;
    }
    offsets[shared] = posting;
    groups = new int[wordings.size()][];
    for (int document = 0; document < groups.length; document++) {
      groups[document] = groupsOf(wordings.get(document).words);
    }
  }

  private static long[] keys(List<Wording> wordings) {
    long total = 0;
    for (Wording wording : wordings) {
      total += Math.max(0, wording.length() - WIDTH + 1);
    }
    long[] keys = new long[Math.toIntExact(total)];
    int at = 0;
    for (int document = 0; document < wordings.size(); document++) {
      int[] words = wordings.get(document).words;
      for (int i = 0; i + WIDTH <= words.length; i++) {
        keys[at++] = (hash(words, i) << DOCUMENT_BITS) | document;
      }
    }
    Arrays.parallelSort(keys);
    int kept = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }

  private static int endOfGroup(long[] keys, int from) {
    int to = from + 1;
    while (to < keys.length && keys[to] >>> DOCUMENT_BITS == keys[from] >>> DOCUMENT_BITS) {
      to++;
    }
    return to;
  }

  private static long hash(int[] words, int at) {
    long hash = 0;
    for (int i = at; i < at + WIDTH; i++) {
      hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return hash >>> DOCUMENT_BITS;
  }

  private int[] groupsOf(int[] words) {
    int[] found = new int[Math.max(0, words.length - WIDTH + 1)];
    for (int i = 0; i < found.length; i++) {
      int group = Arrays.binarySearch(hashes, hash(words, i));
      found[i] = group < 0 ? -1 : group;
    }
    return found;
  }

  /// How many documents hold the run that starts at word `at`.
  int holders(int document, int at) {
    int group = groups[document][at];
    return group < 0 ? 1 : offsets[group + 1] - offsets[group];
  }

  /// The documents that hold the run that starts at word `at`, rising; empty where it stands in
  /// this one alone.
  int[] holdersOf(int document, int at) {
    int group = groups[document][at];
    return group < 0
        ? new int[0]
        : Arrays.copyOfRange(documents, offsets[group], offsets[group + 1]);
  }

  /// Earlier documents that share rare runs of words with `document`, most first.
  ///
  /// @param furniture words not to look at
  /// @param scores a scratch array as long as there are documents, all zero before and after
  List<Integer> candidates(int document, BitSet furniture, float[] scores) {
    int[] own = groups[document].clone();
    for (int i = 0; i < own.length; i++) {
      if (furniture.get(i)) {
        own[i] = -1;
      }
    }
    Arrays.sort(own);
    List<Integer> seen = new ArrayList<>();
    int before = -1;
    for (int group : own) {
      if (group == before || group < 0) {
        continue;
      }
      before = group;
      int from = offsets[group];
      int to = offsets[group + 1];
      float weight = (float) (1 / Math.sqrt(to - from - 1));
      for (int i = from; i < Math.min(to, from + LOOKED_AT) && documents[i] < document; i++) {
        if (scores[documents[i]] == 0) {
          seen.add(documents[i]);
        }
        scores[documents[i]] += weight;
      }
    }
    List<Integer> best =
        seen.stream()
            .filter(other -> scores[other] >= ENOUGH)
            .sorted(
                Comparator.<Integer>comparingDouble(other -> -scores[other])
                    .thenComparingInt(other -> other))
            .limit(MOST_CANDIDATES)
            .toList();
    seen.forEach(other -> scores[other] = 0);
    return best;
  }

  private static final float ENOUGH = 1.2f;
}
