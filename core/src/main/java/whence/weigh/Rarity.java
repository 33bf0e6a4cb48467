package whence.weigh;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final int MOST_COMMON = 20;

  private static final int BITS = 21;

  /// How many documents hold a word.
  private final int[] holders = new int[1 << BITS];

  private final int documents;

  Rarity(List<Wording> wordings) {
    documents = wordings.size();
    int[] seen = new int[holders.length];
    for (int document = 0; document < documents; document++) {
      for (int word : wordings.get(document).words) {
        int slot = slot(word);
        if (seen[slot] != document + 1) {
          seen[slot] = document + 1;
          holders[slot]++;
        }
      }
    }
  }

  private static int slot(int word) {
    return (word * 0x9e3779b1) >>> (32 - BITS);
  }

  /// By word of `wording`, unsigned: 0 stands everywhere, [#MOST] in one document only.
  byte[] of(Wording wording) {
    double scale = MOST / Math.log(documents + BACKGROUND);
    byte[] weights = new byte[wording.length()];
    for (int i = 0; i < weights.length; i++) {
      int word = wording.words[i];
      int holding = Math.max(1, holders[slot(word)]);
      long weight = Math.round(scale * Math.log((documents + BACKGROUND) / (double) holding));
      weights[i] = (byte) (COMMON.contains(word) ? Math.min(weight, MOST_COMMON) : weight);
    }
    return weights;
  }
}
