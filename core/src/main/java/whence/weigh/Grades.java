package whence.weigh;

import java.util.List;
import java.util.function.Predicate;
import whence.model.Backing;
import whence.model.Claim;

/// The Admiralty credibility of a claim, by a table a person can read; `docs/grades.md` gives the
/// reasons. The first rule that fits decides. A grade speaks of the claim alone, never of how
/// reliable a source is.
final class Grades {
  /// What the rules look at.
  ///
  /// @param atLeast independent origins for it
  /// @param atMost the same, with everybody counted apart
  /// @param against independent origins, at least, that deny it or assert a rival
  /// @param backed whether a text tells of more behind it: several sources, corroboration, a
  ///   document seen
  /// @param uncorroborated whether every text that tells of its backing calls it uncorroborated or
  ///   of a single source
  record Standing(int atLeast, int atMost, int against, boolean backed, boolean uncorroborated) {}

  private record Rule(int credibility, Predicate<Standing> fits, String why) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              6,
              s -> s.atMost() == 0,
              "Nobody on the record asserts it, so there is nothing to judge."),
          new Rule(
              5,
              s -> s.against() > 1 && s.against() > s.atLeast(),
              "More independent origins speak against it than for it."),
          new Rule(
              4,
              s -> s.against() >= s.atLeast() && s.against() > 0,
              "As many independent origins speak against it as for it."),
          new Rule(
              2,
              s -> s.atLeast() > 1 && s.against() > 0,
              "Independent origins agree, but somebody contradicts them."),
          new Rule(
              1,
              s -> s.atLeast() > 1,
              "A second, independent origin confirms it and nobody contradicts it."),
          new Rule(
              2,
              s -> s.atMost() > 1 && s.backed() && !s.uncorroborated(),
              "A second origin may confirm it, a text tells of more behind it, and nobody"
                  + " contradicts it."),
          new Rule(
              3,
              s -> s.atMost() > 1,
              "A second origin may confirm it, or may be the first one again."),
          new Rule(
              3,
              s -> s.backed() && !s.uncorroborated(),
              "One origin; its text tells of more behind it, which is not on the record."),
          new Rule(
              6,
              s -> true,
              "One origin and nothing else on the record to judge it by: unknown, not bad."));

  private Grades() {}

  static Claim.Grade of(Standing standing) {
    for (Rule rule : RULES) {
      if (rule.fits().test(standing)) {
        return new Claim.Grade(rule.credibility(), rule.why());
      }
    }
    throw new AssertionError("the last rule fits all");
  }

  static boolean backs(Backing backing) {
    return switch (backing) {
      case MULTIPLE_SOURCES, CORROBORATED, ADDITIONAL_REPORTING, DOCUMENT_SEEN -> true;
      case SINGLE_SOURCE, UNCORROBORATED -> false;
    };
  }

  static String words(Backing backing) {
    return switch (backing) {
      case SINGLE_SOURCE -> "a single source";
      case MULTIPLE_SOURCES -> "multiple sources";
      case CORROBORATED -> "corroborated reporting";
      case UNCORROBORATED -> "uncorroborated reporting";
      case ADDITIONAL_REPORTING -> "additional reporting";
      case DOCUMENT_SEEN -> "a document seen";
    };
  }
}
