package whence.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.model.Statement;
import whence.weigh.Stems;

/// A proposition's words as they stand in a content.
///
/// @param of the content's words that are the proposition's
/// @param clauses those in which words stand that are not the subject's
/// @param share how much of the proposition is there, names and numbers counted twice, 0 to 1
/// @param restShare how much of it without its subject
/// @param opposite whether one of them is there by its opposite
/// @param asked whether most stand behind a *whether* or *why*
/// @param subjects the numbers of words that stand for whom or what the proposition speaks of
record Overlap(
    List<Words.Word> of,
    Set<Integer> clauses,
    double share,
    double restShare,
    boolean opposite,
    boolean asked,
    Set<Integer> subjects) {
  private static final double NAME = 2;

  static Overlap of(Proposition proposition, Words words, Statement statement, Subjects subjects) {
    double all = 0;
    double found = 0;
    double rest = 0;
    double restFound = 0;
    double subject = 0;
    double subjectFound = 0;
    int behind = 0;
    boolean opposite = false;
    Set<Integer> places = new HashSet<>();
    List<Words.Word> in = new ArrayList<>();
    Set<Integer> clauses = new HashSet<>();
    int indirect = indirect(words);
    for (Words.Word wanted : proposition.topic()) {
      boolean first = wanted.equals(proposition.topic().getFirst());
      double weight = wanted.number() || (wanted.capital() && !first) ? NAME : 1;
      boolean ofSubject = proposition.subject().contains(wanted.form());
      all += weight;
      rest += ofSubject ? 0 : weight;
      subject += ofSubject ? weight : 0;
      int at = words.place(wanted);
      if (at >= 0 && ofSubject && Subjects.isOfAnotherRank(words, at, proposition.topic())) {
        continue;
      }
      int contrary = at < 0 ? opposite(wanted, words) : -1;
      if (at < 0 && contrary < 0) {
        continue;
      }
      Words.Word there = words.all().get(Math.max(at, contrary));
      opposite ^= contrary >= 0;
      found += weight;
      in.add(there);
      behind += isBehind(indirect, wanted, words) ? 1 : 0;
      if (ofSubject) {
        subjectFound += weight;
        places.addAll(words.places(wanted));
      } else {
        restFound += weight;
        clauses.add(there.clause());
      }
    }
    Set<Integer> otherwise = subjects.otherwise(proposition, words, statement);
    if (!otherwise.isEmpty()) {
      found += subject - subjectFound;
    }
    places.addAll(otherwise);
    return new Overlap(
        in,
        clauses,
        all == 0 ? 0 : found / all,
        rest == 0 ? 1 : restFound / rest,
        opposite,
        !in.isEmpty() && behind * 2 >= in.size(),
        places);
  }

  /// The number of the first word that puts a question indirectly.
  private static int indirect(Words words) {
    for (int i = 0; i < words.all().size(); i++) {
      String lower = words.all().get(i).lower();
      if (lower.equals("whether") || lower.equals("why")) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static boolean isBehind(int indirect, Words.Word wanted, Words words) {
    for (int i = indirect; i < words.all().size(); i++) {
      if (Words.same(wanted, words.all().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static int opposite(Words.Word wanted, Words words) {
    for (int i = 0; i < words.all().size(); i++) {
      if (Stems.areOpposites(wanted.form(), words.all().get(i).form())) {
        return i;
      }
    }
    return -1;
  }
}
