package whence.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import whence.model.CodePoints;
import whence.model.Reuse;

/// Finds text that stands in two documents, from a republished article to a quoted paragraph.
///
/// Rare runs of words propose pairs, alignment confirms them to exact passages; what a publisher
/// prints under everything is left out, and what stands between quotation marks ties nothing.
final class ReuseFinder {
  /// Below this worth, what two texts share is chance, or a phrase.
  private static final double LEAST_WORTH = 12;

  /// Of a stretch's letters that must be the same.
  private static final double LEAST_DENSITY = 0.3;

  /// What stretches must be worth together to tie two documents.
  private static final double WORTH_OF_A_TIE = 40;

  /// Half of either document is most of it.
  private static final double MOST = 0.5;

  private static final int SENTENCES_OF_A_PART = 3;

  /// In letters: the shortest three sentences.
  private static final int LEAST_PART = 120;

  /// In letters: where sentences cannot be told (noise, notes without stops), so many are a part.
  private static final int LONG_PART = 260;

  /// In letters: so many in several places, each a sentence or two.
  private static final int SCATTERED_PART = 600;

  /// In letters: a longer stretch is more than what an official said.
  private static final int LONGEST_QUOTATION = 320;

  /// In letters that are the same, in all: less is a turn of phrase.
  private static final int LEAST_SAME = 40;

  /// In letters: between two documents of one family, what noise and rewording left of a part.
  private static final int LEAST_SAME_IN_FAMILY = 80;

  /// Two documents with the words they share.
  record Pair(int earlier, int later, List<Alignment.Stretch> stretches, Extent extent) {
    long key() {
      return ((long) earlier << Integer.SIZE) | later;
    }
  }

  /// How much of two documents their stretches cover.
  ///
  /// @param ofEarlier share of its letters outside furniture
  /// @param ofLater the same
  /// @param worth of stretches that are no quotations
  /// @param same letters of those stretches
  /// @param total of those stretches, in letters
  /// @param longest of those stretches, in letters
  /// @param sentences of which those stretches hold something
  record Extent(
      double ofEarlier,
      double ofLater,
      double worth,
      int same,
      int total,
      int longest,
      int sentences) {}

  private final List<Wording> wordings;
  private final Prints prints;
  private final Furniture furniture;
  private final Rarity rarity;

  /// @param wordings in canonical order
  ReuseFinder(List<Wording> wordings) {
    this.wordings = wordings;
    this.prints = new Prints(wordings);
    this.furniture = new Furniture(wordings, prints);
    this.rarity = new Rarity(wordings);
  }

  /// By paths of `from`, then `to`.
  List<Reuse> find() {
    List<Pair> confirmed = confirmed();
    Groups families = new Groups(wordings.size());
    for (Pair pair : confirmed) {
      if (kind(pair.extent()) != Reuse.Kind.QUOTATION) {
        families.join(pair.earlier(), pair.later());
      }
    }
    Direction direction = new Direction(wordings, rarity, confirmed);
    List<Pair> all = withDescent(confirmed, families);
    Comparator<Reuse> order =
        Comparator.<Reuse, String>comparing(reuse -> direction.path(reuse.from()), CodePoints.ORDER)
            .thenComparing(reuse -> direction.path(reuse.to()), CodePoints.ORDER);
    return all.stream()
        .map(pair -> direction.reuse(pair, kind(pair, families)))
        .sorted(order)
        .toList();
  }

  /// With the pairs that are tied through a third only, in place of what was found of them before.
  private List<Pair> withDescent(List<Pair> confirmed, Groups families) {
    List<Pair> tied =
        confirmed.stream().filter(pair -> kind(pair, families) != Reuse.Kind.QUOTATION).toList();
    List<Pair> descended =
        new Descent(wordings.size(), tied, this::extent)
            .pairs(pair -> kind(pair, families) != Reuse.Kind.QUOTATION);
    Set<Long> replaced = new HashSet<>();
    descended.forEach(pair -> replaced.add(pair.key()));
    return Stream.concat(
            confirmed.stream().filter(pair -> !replaced.contains(pair.key())), descended.stream())
        .toList();
  }

  /// Pairs that share more than furniture.
  private List<Pair> confirmed() {
    int[][] candidates =
        prints.candidates(wordings.stream().mapToInt(wording -> wording.letters.length).toArray());
    List<Pair> pairs =
        IntStream.range(0, wordings.size())
            .parallel()
            .mapToObj(later -> align(later, candidates[later]))
            .flatMap(List::stream)
            .toList();
    return furniture.withoutRecurring(pairs, this::extent);
  }

  /// Where two documents are tied through others, less shows that one's text stands in the other.
  private static Reuse.Kind kind(Pair pair, Groups families) {
    Reuse.Kind alone = kind(pair.extent());
    return alone == Reuse.Kind.QUOTATION
            && pair.extent().same() >= LEAST_SAME_IN_FAMILY
            && families.of(pair.earlier()) == families.of(pair.later())
        ? Reuse.Kind.PARTIAL
        : alone;
  }

  private static Reuse.Kind kind(Extent extent) {
    boolean most = extent.ofEarlier() >= MOST || extent.ofLater() >= MOST;
    boolean sentences =
        extent.longest() >= LONG_PART
            || (extent.sentences() >= SENTENCES_OF_A_PART && extent.longest() >= LEAST_PART)
            || extent.total() >= SCATTERED_PART
            || (most && extent.total() >= LEAST_PART);
    if (extent.worth() < WORTH_OF_A_TIE || !sentences) {
      return Reuse.Kind.QUOTATION;
    }
    return most ? Reuse.Kind.COPY : Reuse.Kind.PARTIAL;
  }

  private List<Pair> align(int later, int[] candidates) {
    List<Pair> pairs = new ArrayList<>();
    if (candidates.length == 0) {
      return pairs;
    }
    Alignment alignment = new Alignment(wordings.get(later), rarity.of(later), furniture.of(later));
    for (int earlier : candidates) {
      List<Alignment.Stretch> stretches =
          furniture.withoutFooters(
              earlier,
              later,
              alignment
                  .of(wordings.get(earlier), rarity.of(earlier), furniture.of(earlier))
                  .stream()
                  .filter(stretch ->
                      stretch.worth() >= LEAST_WORTH
                          && stretch.same() >= LEAST_DENSITY * stretch.longer())
                  .toList());
      if (stretches.stream().mapToInt(Alignment.Stretch::same).sum() >= LEAST_SAME) {
        pairs.add(new Pair(earlier, later, stretches, extent(earlier, later, stretches)));
      }
    }
    return pairs;
  }

  private Extent extent(int earlier, int later, List<Alignment.Stretch> stretches) {
    Wording a = wordings.get(earlier);
    Wording b = wordings.get(later);
    int inEarlier = 0;
    int inLater = 0;
    double worth = 0;
    int same = 0;
    int total = 0;
    int longest = 0;
    int sentences = 0;
    for (Alignment.Stretch stretch : stretches) {
      inEarlier += stretch.fromEnd() - stretch.fromStart();
      inLater += stretch.toEnd() - stretch.toStart();
      int aStart = a.wordOfLetter(stretch.fromStart());
      int aEnd = a.wordOfLetter(stretch.fromEnd() - 1) + 1;
      int bStart = b.wordOfLetter(stretch.toStart());
      int bEnd = b.wordOfLetter(stretch.toEnd() - 1) + 1;
      double quoted =
          Math.min(quotedPart(a.quoted, aStart, aEnd), quotedPart(b.quoted, bStart, bEnd));
      if (quoted >= QUOTED && stretch.longer() < LONGEST_QUOTATION) {
        continue;
      }
      worth += stretch.worth();
      same += stretch.same();
      total += stretch.longer();
      longest = Math.max(longest, stretch.longer());
      sentences =
          Math.max(
              sentences,
              Math.max(touched(a.closing, aStart, aEnd), touched(b.closing, bStart, bEnd)));
    }
    return new Extent(
        share(inEarlier, a.letters.length),
        share(inLater, b.letters.length),
        worth,
        same,
        total,
        longest,
        sentences);
  }

  private static final double QUOTED = 0.6;

  /// Sentences of which at least a part stands between two words.
  private static int touched(BitSet closing, int start, int end) {
    return closing.get(start, Math.max(start, end - 1)).cardinality() + 1;
  }

  private static double share(int part, int whole) {
    return Math.min(1, part / (double) Math.max(1, whole));
  }

  private static double quotedPart(BitSet quoted, int start, int end) {
    return quoted.get(start, end).cardinality() / (double) Math.max(1, end - start);
  }
}
