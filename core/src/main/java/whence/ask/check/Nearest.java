package whence.ask.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What on record comes nearest to a sentence of a draft.
///
/// @param matches best first
record Nearest(List<Papers.Match> matches) {
  /// A passage with less of what the best one has is about something else.
  static final double BESIDE_THE_BEST = 0.7;

  static final double ABOUT_IT = 0.42;

  double share() {
    return matches.isEmpty() ? 0 : matches.getFirst().share();
  }

  Papers.Unit best() {
    return matches.getFirst().unit();
  }

  /// Those that are about the same, none where nothing is.
  List<Papers.Unit> aboutIt() {
    return matches.stream()
        .filter(match -> match.share() >= ABOUT_IT && match.share() >= BESIDE_THE_BEST * share())
        .map(Papers.Match::unit)
        .toList();
  }

  /// These and what stands beside them.
  Set<Papers.Unit> around(Papers papers, int many) {
    Set<Papers.Unit> around = new LinkedHashSet<>();
    aboutIt().forEach(unit -> around.addAll(papers.around(unit, many)));
    return around;
  }
}
