package whence.weigh.fuse;

import java.util.List;
import java.util.Locale;

/// Says in a sentence why a value was chosen.
final class Reasons {
  /// Apart by less, two figures of sources are the same to a reader.
  private static final double APART = 0.05;

  private static final int QUOTED = 80;

  private Reasons() {}

  /// @param order of the options, best first
  static String why(Question question, List<Integer> order, double[] trust, double[] echo) {
    int best = order.getFirst();
    List<Option> options = question.options();
    int mine = options.get(best).sources().size();
    if (order.size() == 1) {
      return mine == 1
          ? "Only one source gives a value, so nothing confirms it."
          : mine == 2 ? "Both sources agree." : "All " + mine + " sources agree.";
    }
    int rival = order.get(1);
    int theirs = options.get(rival).sources().size();
    String counts =
        "%d of %d sources %s it against %d for “%s”"
            .formatted(
                mine,
                question.tellers(),
                mine == 1 ? "gives" : "give",
                theirs,
                quoted(options.get(rival).value()));
    return counts + because(question, best, rival, mine - theirs, trust, echo) + ".";
  }

  private static String because(
      Question question, int best, int rival, int lead, double[] trust, double[] echo) {
    if (question.list()) {
      boolean fuller =
          question.options().get(best).words().containsAll(question.options().get(rival).words());
      boolean shorter =
          question.options().get(rival).words().containsAll(question.options().get(best).words());
      return fuller
          ? ", which says part of it: sources leave out what is there more often than they add what is not"
          : shorter
              ? ", which adds what other sources bear out too little"
              : "; its words are the ones that the sources together bear out best";
    }
    if (trust[best] > trust[rival] + APART) {
      return String.format(
          Locale.ROOT,
          "; on what is disputed elsewhere, its sources are right more often (%.2f against %.2f)",
          trust[best],
          trust[rival]);
    }
    if (echo[rival] > echo[best] + APART && lead <= 0) {
      return "; the other's sources more often repeat what another source got wrong";
    }
    return lead > 0 ? "" : "; little tells them apart";
  }

  private static String quoted(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= QUOTED
        ? line
        : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
