package whence.weigh;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How rare each word is among the documents.
///
/// Words are counted by a part of their hash, so that counting takes the same memory however many
/// there are; two words that fall together count as one, and so less than they are worth.
final class Rarity {
  /// Weights are kept in a byte; this is the weight of a word that stands in one document only.
  static final int MOST = 200;

  /// Keeps a word that both of two documents hold from being common when there are but a few.
  private static final int BACKGROUND = 20;

  /// The language's common words are common, however few documents there are to show it.
  private static final Set<Integer> COMMON =
      Stems.emptyWords().stream().map(Wording::hash).collect(Collectors.toUnmodifiableSet());

  private static final byte MOST_COMMON = 20;

  /// By the lowest bits of a word: spares most words the look into the set.
  private static final boolean[] MAYBE_COMMON = new boolean[1 << 13];

  static {
    COMMON.forEach(word -> MAYBE_COMMON[word & (MAYBE_COMMON.length - 1)] = true);
  }

  private static final int BITS = 21;

  /// Words are counted in parts, each by one processor and small enough for its cache.
  private static final int PART_BITS = 3;

  /// By document and word.
  private final byte[][] weights;

  Rarity(List<Wording> wordings) {
    int documents = wordings.size();
    int[] holders = holders(wordings);
    double scale = MOST / Math.log(documents + BACKGROUND);
    byte[] byHolders = new byte[documents + 1];
    for (int holding = 0; holding <= documents; holding++) {
      byHolders[holding] =
          (byte)
              Math.round(
                  scale * Math.log((documents + BACKGROUND) / (double) Math.max(1, holding)));
    }
    weights = new byte[documents][];
    IntStream.range(0, documents)
        .parallel()
        .forEach(
            document -> weights[document] = weights(wordings.get(document), holders, byHolders));
  }

  /// How many documents hold a word, by its slot.
  private static int[] holders(List<Wording> wordings) {
    int[] holders = new int[1 << BITS];
    int[] seen = new int[1 << BITS];
    IntStream.range(0, 1 << PART_BITS)
        .parallel()
        .forEach(part -> {
          for (int document = 0; document < wordings.size(); document++) {
            for (int word : wordings.get(document).words) {
              int slot = slot(word);
              if (slot >>> (BITS - PART_BITS) == part && seen[slot] != document + 1) {
                seen[slot] = document + 1;
                holders[slot]++;
              }
            }
          }
        });
    return holders;
  }

  private static int slot(int word) {
    return (word * 0x9e3779b1) >>> (32 - BITS);
  }

  /// By word of the document, unsigned: 0 stands everywhere, [#MOST] in one document only.
  byte[] of(int document) {
    return weights[document];
  }

  private static byte[] weights(Wording wording, int[] holders, byte[] byHolders) {
    byte[] found = new byte[wording.length()];
    for (int i = 0; i < found.length; i++) {
      int word = wording.words[i];
      byte weight = byHolders[holders[slot(word)]];
      boolean common =
          MAYBE_COMMON[word & (MAYBE_COMMON.length - 1)]
              && Byte.toUnsignedInt(weight) > MOST_COMMON
              && COMMON.contains(word);
      found[i] = common ? MOST_COMMON : weight;
    }
    return found;
  }
}
