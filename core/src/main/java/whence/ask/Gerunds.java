package whence.ask;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom "being told", "having been told" or "seeing" is about: whoever recalls it, denies it, or
/// did something after it.
final class Gerunds {
  private static final Set<String> RECALL =
      TellingWords.words(
          "recall recalls recalled remember remembers remembered recollect recollects recollected");

  private static final Set<String> DENY = Set.of("deny", "denies", "denied", "denying");

  private static final Set<String> MEMORY =
      Set.of("recollection", "recollections", "memory", "memories");

  private static final Set<String> WHEN =
      Set.of("after", "before", "since", "despite", "following", "without");

  private static final Set<String> CANNOT = Set.of("can't", "cannot", "couldn't");

  private static final int MAIN_CLAUSE = 30;

  private Gerunds() {}

  static boolean isGerund(String norm) {
    return norm.equals("being") || norm.equals("having");
  }

  /// What the words before a gerund say of it; null where they leave open whom it is about.
  ///
  /// @param before index of the word before the gerund and its helping words
  /// @param group what its helping words say
  static @Nullable VerbGroup of(List<Word> words, int before, VerbGroup group) {
    if (before < 0) {
      if (!isGerund(words.get(group.from()).norm())) {
        return null;
      }
      Phrase subject = behindComma(words, group.from());
      return subject == null ? null : group.about(subject, false, false, false);
    }
    String norm = words.get(before).norm();
    if (RECALL.contains(norm)) {
      VerbGroup matrix = VerbGroup.before(words, before);
      return matrix.subject() == null || (matrix.unreal() && !asksOrCannot(words, matrix, before))
          ? null
          : group.about(matrix.subject(), false, negative(words, matrix, before), matrix.asked());
    }
    if (DENY.contains(norm)) {
      VerbGroup matrix = VerbGroup.before(words, before);
      return matrix.subject() == null || matrix.not() || matrix.unreal()
          ? null
          : group.about(matrix.subject(), true, false, matrix.asked());
    }
    if (norm.equals("of") && before > 0 && MEMORY.contains(words.get(before - 1).norm())) {
      return ofMemory(words, before - 1, group);
    }
    if (WHEN.contains(norm)) {
      boolean without = norm.equals("without");
      boolean opens = before == 0 || !words.get(before - 1).isWord();
      Phrase subject = opens ? behindComma(words, group.from()) : VerbGroup.ofClause(words, before);
      return subject == null ? null : group.about(subject, without, false, false);
    }
    return null;
  }

  private static boolean asksOrCannot(List<Word> words, VerbGroup matrix, int before) {
    return matrix.asked() || negative(words, matrix, before);
  }

  private static boolean negative(List<Word> words, VerbGroup matrix, int before) {
    boolean cannot = matrix.not();
    for (int i = matrix.from(); i < before; i++) {
      cannot = cannot || CANNOT.contains(words.get(i).norm());
    }
    return cannot;
  }

  /// "I have no recollection of being told".
  private static @Nullable VerbGroup ofMemory(List<Word> words, int memory, VerbGroup group) {
    boolean no = false;
    for (int i = memory - 1; i >= 0 && i > memory - 6; i--) {
      String norm = words.get(i).norm();
      no = no || norm.equals("no") || norm.equals("any") || TellingWords.NOT.contains(norm);
      if (TellingWords.HAVE.contains(norm) || norm.endsWith("'ve")) {
        VerbGroup matrix = VerbGroup.before(words, norm.endsWith("'ve") ? i + 1 : i);
        Phrase subject = matrix.subject();
        return subject == null
            ? null
            : group.about(subject, false, no || matrix.not(), matrix.asked());
      }
    }
    return null;
  }

  /// The subject of the clause that follows the next comma: "Having been told, she left".
  private static @Nullable Phrase behindComma(List<Word> words, int from) {
    for (int i = from; i < words.size() && i < from + MAIN_CLAUSE; i++) {
      if (words.get(i).text().equals(",")) {
        Phrase phrase = Phrase.at(words, i + 1);
        boolean verb =
            phrase != null
                && phrase.to() < words.size()
                && (phrase.isPronoun(words)
                    || words.get(i + 1).isCapital()
                    || TellingWords.DETERMINERS.contains(words.get(i + 1).norm()));
        return verb ? phrase : null;
      }
      if (words.get(i).isStop()) {
        return null;
      }
    }
    return null;
  }
}
