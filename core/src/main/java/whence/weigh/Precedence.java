package whence.weigh;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells by their words alone which of two documents that share text was likely there first.
///
/// What is copied into a story of its own has less to do with the rest of that story than with the
/// rest of the one it was taken from. Copying loses words and letters and puts in misread ones. And
/// the first of a family has more in common with its other members.
final class Precedence {
  /// In words: less beside what is shared says nothing about it.
  private static final int LEAST_REST = 12;

  private static final double USUAL_COHESION = 0.2;

  /// Of a word, as [Rarity] has it: any less is the language's.
  private static final int LEAST_RARITY = 40;

  /// What a difference of one is worth, in logits: a logistic regression over 1,584 pairs that the
  /// bench planted (`bench/run reuse`).
  private static final double COHESION = 15;

  private static final double MISREAD = 9;
  private static final double LETTERS = 4;
  private static final double HELD = 4;

  /// In logits: below this, no more than three of five were right.
  private static final double ENOUGH = 0.3;

  private static final double SOME_LETTERS = 500;

  private final List<Wording> wordings;
  private final Rarity rarity;

  /// By document, letters that it and others of its family hold, summed over those.
  private final long[] held;

  Precedence(List<Wording> wordings, Rarity rarity, List<ReuseFinder.Pair> pairs) {
    this.wordings = wordings;
    this.rarity = rarity;
    this.held = new long[wordings.size()];
    for (ReuseFinder.Pair pair : pairs) {
      held[pair.earlier()] += pair.extent().same();
      held[pair.later()] += pair.extent().same();
    }
  }

  /// 1 where the earlier by path was likely the first, -1 where the later was, 0 where too little
  /// speaks for either.
  int likely(ReuseFinder.Pair pair) {
    Side a = new Side(pair.earlier());
    Side b = new Side(pair.later());
    for (Alignment.Stretch stretch : pair.stretches()) {
      a.add(stretch.fromStart(), stretch.fromEnd());
      b.add(stretch.toStart(), stretch.toEnd());
    }
    double score =
        COHESION * (a.cohesion() - b.cohesion())
            + MISREAD * (b.misread() - a.misread())
            + LETTERS * Math.log(a.letters / (double) b.letters)
            + HELD
                * Math.log(
                    (held[pair.earlier()] + SOME_LETTERS) / (held[pair.later()] + SOME_LETTERS));
    return Math.abs(score) < ENOUGH ? 0 : score > 0 ? 1 : -1;
  }

  /// One document and the words of it that the other holds.
  private final class Side {
    private final Wording wording;
    private final byte[] rarities;
    private final BitSet shared = new BitSet();
    private int letters = 1;

    private Side(int document) {
      wording = wordings.get(document);
      rarities = rarity.of(document);
    }

    private void add(int start, int end) {
      shared.set(wording.wordOfLetter(start), wording.wordOfLetter(end - 1) + 1);
      letters += end - start;
    }

    /// Share of its shared words that stand in no other document.
    private double misread() {
      int rare = 0;
      for (int word = shared.nextSetBit(0); word >= 0; word = shared.nextSetBit(word + 1)) {
        rare += Byte.toUnsignedInt(rarities[word]) >= Rarity.MOST ? 1 : 0;
      }
      return rare / (double) Math.max(1, shared.cardinality());
    }

    /// How much of the rest's rarer words, by weight, stand in what is shared too.
    private double cohesion() {
      Set<Integer> words = new HashSet<>();
      shared.stream().forEach(word -> words.add(wording.words[word]));
      double all = 0;
      double same = 0;
      int rest = 0;
      for (int word = 0; word < wording.length(); word++) {
        int weight = Byte.toUnsignedInt(rarities[word]);
        if (!shared.get(word) && weight >= LEAST_RARITY) {
          rest++;
          all += weight;
          same += words.contains(wording.words[word]) ? weight : 0;
        }
      }
      return rest < LEAST_REST ? USUAL_COHESION : same / all;
    }
  }
}
