package whence.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How rare each word is among the documents, and which documents share rare words: what finds a
/// copy of which hardly a run of words was left whole.
final class Rarity {
  /// Weights are kept in a byte; this is the weight of a word that stands in one document only.
  static final int MOST = 200;

  /// A word that more documents hold proposes nothing.
  private static final int MOST_HOLDERS = 60;

  private static final int MOST_CANDIDATES = 12;

  /// Keeps a word that both of two documents hold from being common when there are but a few.
  private static final int BACKGROUND = 20;

  /// The language's common words are common, however few documents there are to show it.
  private static final Set<Integer> COMMON =
      Stems.emptyWords().stream().map(Wording::hash).collect(Collectors.toUnmodifiableSet());

  private static final int MOST_COMMON = 20;

  private static final int DOCUMENT_BITS = 24;
  private static final long DOCUMENT_MASK = (1L << DOCUMENT_BITS) - 1;

  private final long[] keys;
  private final int[] words;
  private final int[] offsets;
  private final byte[][] weights;
  private final double[] norms;

  Rarity(List<Wording> wordings) {
    long total = 0;
    int[][] distinct = new int[wordings.size()][];
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = Arrays.stream(wordings.get(i).words).sorted().distinct().toArray();
      total += distinct[i].length;
    }
    keys = new long[Math.toIntExact(total)];
    int at = 0;
    for (int i = 0; i < distinct.length; i++) {
      for (int word : distinct[i]) {
        keys[at++] = ((long) word << DOCUMENT_BITS) | i;
      }
    }
    Arrays.parallelSort(keys);
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] >> DOCUMENT_BITS != keys[i - 1] >> DOCUMENT_BITS) {
        count++;
      }
    }
    words = new int[count];
    offsets = new int[count + 1];
    count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] >> DOCUMENT_BITS != keys[i - 1] >> DOCUMENT_BITS) {
        words[count] = (int) (keys[i] >> DOCUMENT_BITS);
        offsets[count++] = i;
      }
    }
    offsets[count] = keys.length;
    double scale = MOST / Math.log(wordings.size() + BACKGROUND);
    weights = new byte[wordings.size()][];
    norms = new double[wordings.size()];
    for (int i = 0; i < weights.length; i++) {
      int[] own = wordings.get(i).words;
      weights[i] = new byte[own.length];
      for (int k = 0; k < own.length; k++) {
        int holders = holders(Arrays.binarySearch(words, own[k]));
        long weight =
            Math.round(scale * Math.log((wordings.size() + BACKGROUND) / (double) holders));
        weights[i][k] = (byte) (COMMON.contains(own[k]) ? Math.min(weight, MOST_COMMON) : weight);
      }
      norms[i] = Math.sqrt(distinct[i].length + 30.0);
    }
  }

  private int holders(int word) {
    return offsets[word + 1] - offsets[word];
  }

  /// By word of `document`, unsigned: 0 stands everywhere, [#MOST] in one document only.
  byte[] of(int document) {
    return weights[document];
  }

  /// Earlier documents that share rare words with `document`, most for their length first.
  ///
  /// @param scores a scratch array as long as there are documents, all zero before and after
  List<Integer> candidates(int document, Wording wording, float[] scores) {
    List<Integer> seen = new ArrayList<>();
    int[] own = Arrays.stream(wording.words).sorted().distinct().toArray();
    for (int each : own) {
      int word = Arrays.binarySearch(words, each);
      int holders = holders(word);
      if (holders < 2 || holders > MOST_HOLDERS) {
        continue;
      }
      float weight = (float) (1 / Math.sqrt(holders - 1));
      for (int i = offsets[word]; i < offsets[word + 1]; i++) {
        int other = (int) (keys[i] & DOCUMENT_MASK);
        if (other >= document) {
          break;
        }
        if (scores[other] == 0) {
          seen.add(other);
        }
        scores[other] += weight;
      }
    }
    List<Integer> best =
        seen.stream()
            .filter(other -> scores[other] >= ENOUGH)
            .sorted(
                Comparator.<Integer>comparingDouble(other -> -scores[other] / norms[other])
                    .thenComparingInt(other -> other))
            .limit(MOST_CANDIDATES)
            .toList();
    seen.forEach(other -> scores[other] = 0);
    return best;
  }

  private static final float ENOUGH = 2f;
}
