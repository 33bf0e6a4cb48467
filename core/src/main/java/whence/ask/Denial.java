package whence.ask;

import java.util.Set;
import whence.model.Statement;

/// Denials that only point at what they deny: *no such order was given*, *nobody told me to hold
/// it*. What they point at stands before them.
final class Denial {
  /// Of a proposition, what is denied has so much in common with it without its subject where it
  /// speaks of the subject too, and so much where nothing names the subject.
  private static final double ENOUGH = 0.4;

  private static final double ENOUGH_ALONE = 0.6;

  /// Words in common.
  private static final int FEWEST = 2;

  private static final int FEWEST_ALONE = 3;

  private static final Set<String> POINTING = Set.of("it", "this", "that", "them", "so", "either");

  private Denial() {}

  /// Whether a content denies what a proposition says, as what stands before it tells.
  ///
  /// @param before the text before the content
  static boolean of(
      Proposition proposition, Statement statement, String before, Subjects subjects) {
    Words words = Words.of(statement.contentText());
    boolean such = hasNoSuch(words);
    if (!such && !points(words)) {
      return false;
    }
    Overlap own = Overlap.of(proposition, words, statement, subjects);
    boolean negated =
        words.all().stream()
            .anyMatch(word -> word.negates() && own.clauses().contains(word.clause()));
    if (!negated || Subjects.givesWay(proposition, words, own.subjects())) {
      return false;
    }
    Overlap all =
        Overlap.of(
            proposition, Words.of(before + " . " + statement.contentText()), statement, subjects);
    return (such && all.restShare() >= ENOUGH_ALONE && rest(proposition, all) >= FEWEST_ALONE)
        || (!all.subjects().isEmpty()
            && own.restShare() >= ENOUGH
            && rest(proposition, own) >= FEWEST);
  }

  private static boolean hasNoSuch(Words words) {
    for (int i = 1; i < words.all().size(); i++) {
      if (words.all().get(i).lower().equals("such") && words.all().get(i - 1).negates()) {
        return true;
      }
    }
    return false;
  }

  private static boolean points(Words words) {
    return words.all().stream().anyMatch(word -> POINTING.contains(word.lower()));
  }

  /// How many of a proposition's words are there, without its subject.
  private static long rest(Proposition proposition, Overlap overlap) {
    return overlap.of().stream()
        .map(Words.Word::form)
        .filter(form -> !proposition.subject().contains(form))
        .distinct()
        .count();
  }
}
