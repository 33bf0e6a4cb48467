package whence.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Letters near the end of several documents that are not copies of each other: what is printed
/// under everything, wherever a stretch that holds some of it begins and ends.
final class Recurring {
  /// In letters: what is shared in a longer stretch is a story.
  private static final int LONGEST = 600;

  /// In so many groups of copies, its own one too.
  private static final int GROUPS = 3;

  /// In letters from the end of both texts: notes, footers and what is printed under them.
  private static final int END = 800;

  /// Of a short text: more is the text itself.
  private static final double PART_AT_THE_END = 0.5;

  /// In letters: less left of a stretch is nothing.
  private static final int LEAST_LEFT = 40;

  private record Event(int at, boolean opens, int group) {}

  private final Groups copies;
  private final List<List<Event>> events = new ArrayList<>();
  private final List<BitSet> letters = new ArrayList<>();

  /// @param partial pairs of which neither is a copy of the other
  Recurring(List<Wording> wordings, Groups copies, List<ReuseFinder.Pair> partial) {
    this.copies = copies;
    wordings.forEach(_ -> events.add(new ArrayList<>(0)));
    for (ReuseFinder.Pair pair : partial) {
      for (Alignment.Stretch each : pair.stretches()) {
        if (each.longer() < LONGEST
            && isNearTheEnd(wordings.get(pair.earlier()), each.fromStart())
            && isNearTheEnd(wordings.get(pair.later()), each.toStart())
            && copies.of(pair.earlier()) != copies.of(pair.later())) {
          add(pair.earlier(), each.fromStart(), each.fromEnd(), pair.later());
          add(pair.later(), each.toStart(), each.toEnd(), pair.earlier());
        }
      }
    }
    for (int document = 0; document < wordings.size(); document++) {
      BitSet found = new BitSet(0);
      mark(events.get(document), GROUPS - 1, found);
      letters.add(found);
    }
  }

  /// Whether so little of a text comes from `letter` on that it may be printed under it.
  static boolean isNearTheEnd(Wording wording, int letter) {
    int length = wording.letters.length;
    return length - letter <= Math.min(END, length * PART_AT_THE_END);
  }

  private void add(int document, int start, int end, int other) {
    events.get(document).add(new Event(start, true, copies.of(other)));
    events.get(document).add(new Event(end, false, copies.of(other)));
  }

  /// Marks where stretches shared with so many other groups lie over each other.
  private static void mark(List<Event> events, int groups, BitSet found) {
    if (events.size() < 2 * groups) {
      return;
    }
    events.sort(Comparator.comparingInt(Event::at).thenComparing(Event::opens));
    Map<Integer, Integer> open = new HashMap<>();
    int before = 0;
    for (Event event : events) {
      if (open.size() >= groups) {
        found.set(before, event.at());
      }
      before = event.at();
      if (event.opens()) {
        open.merge(event.group(), 1, Integer::sum);
      } else {
        open.computeIfPresent(event.group(), (_, count) -> count == 1 ? null : count - 1);
      }
    }
  }

  /// Letters of the pair's stretches that do not recur, of all their letters.
  double own(ReuseFinder.Pair pair) {
    int all = 0;
    int own = 0;
    for (Alignment.Stretch stretch : pair.stretches()) {
      all += stretch.fromEnd() - stretch.fromStart();
      own += own(pair, stretch).cardinality();
    }
    return own / (double) Math.max(1, all);
  }

  /// By letter of the stretch in the earlier, whether it recurs in neither.
  private BitSet own(ReuseFinder.Pair pair, Alignment.Stretch stretch) {
    BitSet inEarlier = letters.get(pair.earlier());
    BitSet inLater = letters.get(pair.later());
    BitSet own = new BitSet();
    int length = stretch.fromEnd() - stretch.fromStart();
    double scale = (stretch.toEnd() - stretch.toStart()) / (double) length;
    for (int i = 0; i < length; i++) {
      own.set(
          i,
          !inEarlier.get(stretch.fromStart() + i)
              && !inLater.get(stretch.toStart() + (int) (i * scale)));
    }
    return own;
  }

  /// The pair's stretches, each cut to its longest part that does not recur.
  List<Alignment.Stretch> without(ReuseFinder.Pair pair) {
    List<Alignment.Stretch> kept = new ArrayList<>();
    for (Alignment.Stretch stretch : pair.stretches()) {
      BitSet own = own(pair, stretch);
      int length = stretch.fromEnd() - stretch.fromStart();
      if (own.cardinality() == length) {
        kept.add(stretch);
        continue;
      }
      int longest = 0;
      int from = 0;
      for (int start = own.nextSetBit(0); start >= 0; ) {
        int end = own.nextClearBit(start);
        if (end - start > longest) {
          longest = end - start;
          from = start;
        }
        start = own.nextSetBit(end);
      }
      if (longest >= LEAST_LEFT) {
        kept.add(stretch.part(from, from + longest));
      }
    }
    return kept;
  }
}
