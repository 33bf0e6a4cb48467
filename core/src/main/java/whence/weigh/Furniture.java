package whence.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What publishers and systems print under or over everything: footers, subscription lines, release
/// stamps. Not reuse.
///
/// The header lines of mail are furniture, and there are two tests for the rest. A short run of
/// words that more documents hold than any story is printed in is furniture at once. Among what was
/// aligned, a passage that recurs in many documents which are not copies of each other is furniture
/// too, sooner if they are one publisher's.
final class Furniture {
  private static final int HOLDERS = 50;
  private static final double PART_OF_ALL = 0.02;

  /// In letters: a longer run is a text of its own, however often it was printed.
  private static final int LONGEST = 600;

  /// Standing in so many documents that are not copies of each other, a short passage is
  /// everyone's.
  private static final int RECURS = 4;

  /// In letters from the end of both texts: what stands so near is a footer.
  private static final int NEAR_THE_END = 80;

  private static final double PART_OF_FOOTER = 0.4;

  /// In letters, of what ends two texts of any publishers'.
  private static final int LONGEST_TAIL = 350;

  private static final double PART_OF_TAIL = 0.2;
  private static final double COPY = 0.5;

  /// Where less of what makes one a copy stands in no other documents, it is furniture after all.
  private static final double OWN_PART_OF_A_COPY = 0.2;

  /// What ends so many longer texts of one publisher's is a footer, however short a text it ends.
  private static final int ENDS = 3;

  /// Recomputes what two documents share after some stretches were taken out.
  interface Measure {
    ReuseFinder.Extent of(int earlier, int later, List<Alignment.Stretch> stretches);
  }

  /// Most texts have none.
  private static final BitSet NONE = new BitSet(0);

  private final List<Wording> wordings;
  private final Prints prints;
  private final LongSet everywhere;
  private final Stamps stamps;

  /// By document.
  private final BitSet[] letters;

  Furniture(List<Wording> wordings, Prints prints) {
    this.wordings = wordings;
    this.prints = prints;
    this.stamps = new Stamps(wordings.stream().map(wording -> wording.numbered).toList());
    this.everywhere = prints.heldByMore(Math.max(HOLDERS, PART_OF_ALL * wordings.size()));
    this.letters = new BitSet[wordings.size()];
    IntStream.range(0, letters.length)
        .parallel()
        .forEach(document -> letters[document] = letters(document));
  }

  /// Letters of `document` that are furniture whoever shares them.
  BitSet of(int document) {
    return letters[document];
  }

  private BitSet letters(int document) {
    Wording wording = wordings.get(document);
    BitSet found = prints.places(wording.letters, everywhere);
    for (int start = found.nextSetBit(0); start >= 0; ) {
      int end = found.nextClearBit(start);
      if (end - start >= LONGEST) {
        found.clear(start, end);
      }
      start = found.nextSetBit(end);
    }
    for (Stamps.Line line : wording.numbered) {
      if (stamps.isStamp(line)) {
        found.set(
            wording.letterStarts[wording.wordAt(line.start())],
            wording.letterStarts[wording.wordAt(line.end())]);
      }
    }
    for (int word = wording.headers.nextSetBit(0); word >= 0; ) {
      found.set(wording.letterStarts[word], wording.letterStarts[word + 1]);
      word = wording.headers.nextSetBit(word + 1);
    }
    return found.isEmpty() ? NONE : found;
  }

  /// Without one publisher's words at the end of both texts that are a small part of either.
  List<Alignment.Stretch> withoutFooters(
      int earlier, int later, List<Alignment.Stretch> stretches) {
    return stretches.stream().filter(stretch -> !isFooter(earlier, later, stretch)).toList();
  }

  /// Whether all that two texts share is a little at the end of both, whoever published them: a
  /// note on the terms, a line of the agency's. In mail that is where the mail before stands.
  private boolean isTail(ReuseFinder.Pair pair) {
    List<Alignment.Stretch> stretches = pair.stretches();
    Wording a = wordings.get(pair.earlier());
    Wording b = wordings.get(pair.later());
    int shorter = Math.min(a.letters.length, b.letters.length);
    return a.forwarded == a.length()
        && b.forwarded == b.length()
        && stretches.stream().mapToInt(Alignment.Stretch::longer).sum()
            <= Math.min(LONGEST_TAIL, PART_OF_TAIL * shorter)
        && stretches.stream()
            .allMatch(stretch ->
                Recurring.isNearTheEnd(a, stretch.fromStart())
                    && Recurring.isNearTheEnd(b, stretch.toStart()));
  }

  private boolean isFooter(int earlier, int later, Alignment.Stretch stretch) {
    int shorter =
        Math.min(wordings.get(earlier).letters.length, wordings.get(later).letters.length);
    return endsBoth(earlier, later, stretch) && stretch.longer() <= PART_OF_FOOTER * shorter;
  }

  /// Whether a stretch stands at the end of two texts that may be one publisher's.
  private boolean endsBoth(int earlier, int later, Alignment.Stretch stretch) {
    Wording a = wordings.get(earlier);
    Wording b = wordings.get(later);
    String one = a.publisher();
    String other = b.publisher();
    return a.letters.length - stretch.fromEnd() <= NEAR_THE_END
        && b.letters.length - stretch.toEnd() <= NEAR_THE_END
        && (one == null || other == null || one.equals(other));
  }

  /// The pairs without footers that are most of a short text: those that end several longer ones of
  /// its publisher's, too.
  private List<ReuseFinder.Pair> withoutLargeFooters(
      List<ReuseFinder.Pair> pairs, Measure measure) {
    List<List<Place>> ends = new ArrayList<>();
    wordings.forEach(_ -> ends.add(new ArrayList<>()));
    for (ReuseFinder.Pair pair : pairs) {
      for (Alignment.Stretch stretch : pair.stretches()) {
        if (stretch.longer() < LONGEST && endsBoth(pair.earlier(), pair.later(), stretch)) {
          int letters = stretch.longer();
          if (letters <= PART_OF_FOOTER * wordings.get(pair.later()).letters.length) {
            ends.get(pair.earlier())
                .add(new Place(stretch.fromStart(), stretch.fromEnd(), pair.later()));
          }
          if (letters <= PART_OF_FOOTER * wordings.get(pair.earlier()).letters.length) {
            ends.get(pair.later())
                .add(new Place(stretch.toStart(), stretch.toEnd(), pair.earlier()));
          }
        }
      }
    }
    List<ReuseFinder.Pair> kept = new ArrayList<>();
    for (ReuseFinder.Pair pair : pairs) {
      keep(
          pair,
          stretch ->
              !endsBoth(pair.earlier(), pair.later(), stretch)
                  || (others(ends.get(pair.earlier()), stretch.fromStart(), stretch.fromEnd())
                          < ENDS
                      && others(ends.get(pair.later()), stretch.toStart(), stretch.toEnd()) < ENDS),
          measure,
          kept);
    }
    return kept;
  }

  private static int others(List<Place> places, int start, int end) {
    Set<Integer> others = new HashSet<>();
    places.stream()
        .filter(place -> place.isAt(start, end))
        .forEach(place -> others.add(place.other()));
    return others.size();
  }

  private static void keep(
      ReuseFinder.Pair pair,
      Predicate<Alignment.Stretch> own,
      Measure measure,
      List<ReuseFinder.Pair> kept) {
    List<Alignment.Stretch> stretches = pair.stretches().stream().filter(own).toList();
    if (stretches.size() == pair.stretches().size()) {
      kept.add(pair);
    } else if (!stretches.isEmpty()) {
      kept.add(
          new ReuseFinder.Pair(
              pair.earlier(),
              pair.later(),
              stretches,
              measure.of(pair.earlier(), pair.later(), stretches)));
    }
  }

  /// The pairs without the stretches that recur in many documents not copies of each other.
  List<ReuseFinder.Pair> withoutRecurring(List<ReuseFinder.Pair> all, Measure measure) {
    List<ReuseFinder.Pair> pairs = withoutLargeFooters(all, measure);
    Groups copies = new Groups(wordings.size());
    List<List<Place>> places = new ArrayList<>();
    for (int i = 0; i < wordings.size(); i++) {
      places.add(new ArrayList<>());
    }
    for (ReuseFinder.Pair pair : pairs) {
      if (isCopy(pair)) {
        copies.join(pair.earlier(), pair.later());
      }
      for (Alignment.Stretch stretch : pair.stretches()) {
        places
            .get(pair.earlier())
            .add(new Place(stretch.fromStart(), stretch.fromEnd(), pair.later()));
        places.get(pair.later()).add(new Place(stretch.toStart(), stretch.toEnd(), pair.earlier()));
      }
    }
    Recurring recurring =
        new Recurring(wordings, copies, pairs.stream().filter(pair -> !isCopy(pair)).toList());
    List<ReuseFinder.Pair> kept = new ArrayList<>();
    for (ReuseFinder.Pair each : pairs) {
      if (isCopy(each)) {
        if (recurring.own(each) >= OWN_PART_OF_A_COPY) {
          kept.add(each);
        }
        continue;
      }
      ReuseFinder.Pair pair = each;
      List<Alignment.Stretch> own = recurring.without(each);
      if (own.isEmpty()) {
        continue;
      }
      if (!own.equals(each.stretches())) {
        pair =
            new ReuseFinder.Pair(
                each.earlier(), each.later(), own, measure.of(each.earlier(), each.later(), own));
      }
      ReuseFinder.Pair left = pair;
      keep(
          left,
          stretch ->
              groups(left.earlier(), stretch.fromStart(), stretch.fromEnd(), places, copies)
                      < RECURS
                  && groups(left.later(), stretch.toStart(), stretch.toEnd(), places, copies)
                      < RECURS,
          measure,
          kept);
    }
    kept.removeIf(this::isTail);
    return kept;
  }

  /// What two stretches have in common of what they cover together, to be one passage's.
  private static final double SAME_PLACE = 0.7;

  /// Where in a text another document's text stands, in letters.
  private record Place(int start, int end, int other) {
    private boolean isAt(int otherStart, int otherEnd) {
      int common = Math.min(end, otherEnd) - Math.max(start, otherStart);
      int together = Math.max(end, otherEnd) - Math.min(start, otherStart);
      return common >= SAME_PLACE * together;
    }
  }

  private static boolean isCopy(ReuseFinder.Pair pair) {
    ReuseFinder.Extent extent = pair.extent();
    return Math.max(extent.ofEarlier(), extent.ofLater()) >= COPY;
  }

  /// In how many groups of copies, its own one too, a passage stands with the same beginning and
  /// end. Parts of a story that several others took differ in both.
  private static int groups(
      int document, int start, int end, List<List<Place>> places, Groups copies) {
    Set<Integer> groups = new HashSet<>();
    groups.add(copies.of(document));
    for (Place place : places.get(document)) {
      if (place.isAt(start, end)) {
        groups.add(copies.of(place.other()));
      }
    }
    return groups.size();
  }
}
