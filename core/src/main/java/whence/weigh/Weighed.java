package whence.weigh;

import java.util.Comparator;
import java.util.List;
import whence.model.CodePoints;
import whence.model.Region;
import whence.model.Stance;

/// What weighing keeps of a statement: who tells it, what it says, and how plainly.
///
/// @param named who and what it names
/// @param content its text, shortened where it is very long
/// @param hedges how many words weaken it
/// @param says whether it says something, and does not only name or greet
record Weighed(
    Told told,
    Gist gist,
    List<Named> named,
    String content,
    Region region,
    boolean says,
    int hedges) {
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
  /// nothing, nor does a thing that somebody called for.
  boolean founds() {
    return stance(told.stance()) < 3 && says;
  }
}
