package whence.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import whence.model.CodePoints;
import whence.model.Reuse;

/// Finds text that stands in two documents, from a republished article to a quoted paragraph.
///
/// Rare runs of words propose pairs, alignment confirms them to exact passages; what a publisher
/// prints under everything is left out, and what stands between quotation marks ties nothing.
final class ReuseFinder {
  /// Less than this many same words outside furniture is chance, or a phrase.
  private static final int LEAST_WORDS = 12;

  /// With fewer of them outside quotation marks, two texts share a quotation.
  private static final int LEAST_UNQUOTED = 15;

  /// Half of either document is most of it.
  private static final double MOST = 0.5;

  private static final int SENTENCES_OF_A_PART = 3;

  private static final int LEAST_IN_PARTS = 24;

  /// Where sentences cannot be told (noise, notes without stops), so many words are a part.
  private static final int WORDS_OF_A_PART = 50;

  /// Two documents with the words they share.
  record Pair(int earlier, int later, List<Alignment.Stretch> stretches, Extent extent) {}

  /// How much of two documents their stretches cover.
  ///
  /// @param ofEarlier share of its words outside furniture
  /// @param ofLater the same
  /// @param unquoted same words that do not stand between quotation marks in both
  /// @param inParts same words in stretches long enough to be no phrase
  /// @param sentences touched by those
  record Extent(
      double ofEarlier, double ofLater, int unquoted, int same, int inParts, int sentences) {}

  private final List<Wording> wordings;
  private final Shingles shingles;
  private final Furniture furniture;
  private final Rarity rarity;

  /// @param wordings in canonical order
  ReuseFinder(List<Wording> wordings) {
    this.wordings = wordings;
    this.shingles = new Shingles(wordings);
    this.furniture = new Furniture(wordings, shingles);
    this.rarity = new Rarity(wordings);
  }

  /// By paths of `from`, then `to`.
  List<Reuse> find() {
    float[] scores = new float[wordings.size()];
    List<List<Integer>> candidates = new ArrayList<>();
    for (int later = 0; later < wordings.size(); later++) {
      SortedSet<Integer> both =
          new TreeSet<>(shingles.candidates(later, furniture.of(later), scores));
      both.addAll(rarity.candidates(later, wordings.get(later), scores));
      candidates.add(List.copyOf(both));
    }
    List<Pair> pairs =
        IntStream.range(0, wordings.size())
            .parallel()
            .mapToObj(later -> align(later, candidates.get(later)))
            .flatMap(List::stream)
            .toList();
    List<Pair> confirmed = furniture.withoutRecurring(pairs, this::extent);
    Direction direction = new Direction(wordings);
    Comparator<Reuse> order =
        Comparator.<Reuse, String>comparing(reuse -> direction.path(reuse.from()), CodePoints.ORDER)
            .thenComparing(reuse -> direction.path(reuse.to()), CodePoints.ORDER);
    return confirmed.stream()
        .filter(pair -> enough(pair.extent()))
        .map(pair -> direction.reuse(pair, kind(pair.extent())))
        .sorted(order)
        .toList();
  }

  private static boolean enough(Extent extent) {
    return extent.inParts() >= LEAST_WORDS;
  }

  private static Reuse.Kind kind(Extent extent) {
    if (extent.unquoted() < LEAST_UNQUOTED || extent.unquoted() * 4 < extent.same()) {
      return Reuse.Kind.QUOTATION;
    }
    if (extent.ofEarlier() >= MOST || extent.ofLater() >= MOST) {
      return Reuse.Kind.COPY;
    }
    return (extent.sentences() >= SENTENCES_OF_A_PART && extent.inParts() >= LEAST_IN_PARTS)
            || extent.inParts() >= WORDS_OF_A_PART
        ? Reuse.Kind.PARTIAL
        : Reuse.Kind.QUOTATION;
  }

  private List<Pair> align(int later, List<Integer> candidates) {
    List<Pair> pairs = new ArrayList<>();
    if (candidates.isEmpty()) {
      return pairs;
    }
    Alignment alignment = new Alignment(wordings.get(later), rarity.of(later), furniture.of(later));
    for (int earlier : candidates) {
      List<Alignment.Stretch> stretches =
          alignment.of(wordings.get(earlier), furniture.of(earlier)).stream()
              .filter(Alignment.Stretch::isDense)
              .toList();
      if (!stretches.isEmpty()) {
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
    int same = 0;
    double unquoted = 0;
    int sentences = 0;
    int inParts = 0;
    for (Alignment.Stretch stretch : stretches) {
      inEarlier += stretch.fromEnd() - stretch.fromStart();
      inLater += stretch.toEnd() - stretch.toStart();
      same += stretch.same();
      double plain =
          1
              - Math.max(
                  quotedPart(a.quoted, stretch.fromStart(), stretch.fromEnd()),
                  quotedPart(b.quoted, stretch.toStart(), stretch.toEnd()));
      unquoted += plain * stretch.same();
      if (stretch.same() >= LEAST_WORDS) {
        sentences +=
            Math.max(
                touched(a.closing, stretch.fromStart(), stretch.fromEnd()),
                touched(b.closing, stretch.toStart(), stretch.toEnd()));
        inParts += stretch.same();
      }
    }
    return new Extent(
        share(inEarlier, a.length() - furniture.of(earlier).cardinality()),
        share(inLater, b.length() - furniture.of(later).cardinality()),
        (int) Math.round(unquoted),
        same,
        inParts,
        sentences);
  }

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
