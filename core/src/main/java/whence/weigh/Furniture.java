package whence.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

  /// A longer run is a text of its own, however often it was printed.
  private static final int LONGEST = 120;

  private static final int RECURS = 8;
  private static final int RECURS_AT_ONE_PUBLISHER = 4;
  private static final double COPY = 0.5;

  /// Recomputes what two documents share after some stretches were taken out.
  interface Measure {
    ReuseFinder.Extent of(int earlier, int later, List<Alignment.Stretch> stretches);
  }

  private final List<Wording> wordings;
  private final Shingles shingles;
  private final List<BitSet> furniture = new ArrayList<>();

  Furniture(List<Wording> wordings, Shingles shingles) {
    this.wordings = wordings;
    this.shingles = shingles;
    double most = Math.max(HOLDERS, PART_OF_ALL * wordings.size());
    for (int document = 0; document < wordings.size(); document++) {
      furniture.add(everywhere(document, most));
    }
  }

  /// Words of `document` that are furniture whoever shares them.
  BitSet of(int document) {
    return furniture.get(document);
  }

  private BitSet everywhere(int document, double most) {
    BitSet found = (BitSet) wordings.get(document).headers.clone();
    int runs = wordings.get(document).length() - Shingles.WIDTH + 1;
    int at = 0;
    while (at < runs) {
      if (shingles.holders(document, at) <= most) {
        at++;
        continue;
      }
      int end = at;
      while (end < runs && shingles.holders(document, end) > most) {
        end++;
      }
      if (end - at < LONGEST) {
        found.set(at, end + Shingles.WIDTH - 1);
      }
      at = end;
    }
    return found;
  }

  /// The pairs without the stretches that recur in many documents not copies of each other.
  List<ReuseFinder.Pair> withoutRecurring(List<ReuseFinder.Pair> pairs, Measure measure) {
    Groups copies = new Groups(wordings.size());
    for (ReuseFinder.Pair pair : pairs) {
      if (isCopy(pair)) {
        copies.join(pair.earlier(), pair.later());
      }
    }
    List<ReuseFinder.Pair> kept = new ArrayList<>();
    for (ReuseFinder.Pair pair : pairs) {
      if (isCopy(pair)) {
        kept.add(pair);
        continue;
      }
      List<Alignment.Stretch> own =
          pair.stretches().stream()
              .filter(stretch -> !recurs(pair.later(), stretch, copies))
              .toList();
      if (own.size() == pair.stretches().size()) {
        kept.add(pair);
      } else if (!own.isEmpty()) {
        kept.add(
            new ReuseFinder.Pair(
                pair.earlier(), pair.later(), own, measure.of(pair.earlier(), pair.later(), own)));
      }
    }
    return kept;
  }

  private static boolean isCopy(ReuseFinder.Pair pair) {
    ReuseFinder.Extent extent = pair.extent();
    return Math.max(extent.ofEarlier(), extent.ofLater()) >= COPY;
  }

  /// Whether most of the runs in a stretch stand in many groups of copies.
  private boolean recurs(int document, Alignment.Stretch stretch, Groups copies) {
    int last = Math.min(stretch.toEnd(), wordings.get(document).length()) - Shingles.WIDTH;
    int step = Math.max(1, (last - stretch.toStart()) / 12);
    int looked = 0;
    int recurring = 0;
    for (int at = stretch.toStart(); at <= last; at += step) {
      int[] holders = shingles.holdersOf(document, at);
      if (holders.length < 2) {
        continue;
      }
      looked++;
      if (inMany(document, holders, copies)) {
        recurring++;
      }
    }
    return looked > 0 && recurring * 2 > looked;
  }

  private boolean inMany(int document, int[] holders, Groups copies) {
    Set<Integer> groups = new HashSet<>();
    Set<Integer> sisters = new HashSet<>();
    for (int holder : holders) {
      int group = copies.of(holder);
      groups.add(group);
      if (wordings.get(holder).publisher() != null
          && Objects.equals(wordings.get(holder).publisher(), wordings.get(document).publisher())) {
        sisters.add(group);
      }
      if (groups.size() >= RECURS || sisters.size() >= RECURS_AT_ONE_PUBLISHER) {
        return true;
      }
    }
    return false;
  }
}
