package whence.weigh;

import java.util.Comparator;
import whence.model.CodePoints;
import whence.model.Region;
import whence.model.Stance;

/// What weighing keeps of a statement: who tells it, what it says, and how plainly.
///
/// @param content its text, shortened where it is very long
/// @param hedges how many words weaken it
/// @param attributed whether somebody other than the author is said to say it
record Weighed(
    Told told, Gist gist, String content, Region region, boolean attributed, int hedges) {
  /// Most plainly put first: asserted, unhedged, standing by itself, not a headline, short.
  static final Comparator<Weighed> PLAINEST =
      Comparator.<Weighed>comparingInt(weighed -> stance(weighed.told().stance()))
          .thenComparingInt(Weighed::hedges)
          .thenComparing(weighed -> !weighed.gist().bound().isEmpty())
          .thenComparing(weighed -> weighed.region() == Region.HEADLINE)
          .thenComparingInt(weighed -> weighed.content().length())
          .thenComparing(Weighed::content, CodePoints.ORDER)
          .thenComparing(weighed -> weighed.told().id(), CodePoints.ORDER);

  private static int stance(Stance stance) {
    return switch (stance) {
      case ASSERTS -> 0;
      case DENIES -> 1;
      case DOUBTS -> 2;
      case DECLINES, SILENT, ASKS -> 3;
    };
  }

  /// Whether it says something of its own: an author's greeting, heading or list of names claims
  /// nothing.
  boolean founds() {
    return stance(told.stance()) < 3 && (attributed || gist.saysSomething());
  }
}
