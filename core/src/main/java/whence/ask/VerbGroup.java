package whence.ask;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A verb with what stands around it: its helping words, its subject, how sure it is.
///
/// @param subject null where none is found
/// @param asked whether the words stand as in a question
/// @param unsure whether the subject does not recall it: "I do not recall being told"
/// @param gerund whether the subject is that of the clause around it: "she denies being told"
/// @param supposed whether it stands as a condition: "had I been told"
record VerbGroup(
    @Nullable Phrase subject,
    boolean passive,
    boolean perfect,
    boolean did,
    boolean not,
    boolean unreal,
    boolean hedged,
    boolean infinitive,
    boolean asked,
    boolean unsure,
    boolean gerund,
    boolean supposed,
    int from) {
  private static final Set<String> FRONT =
      Set.of("in", "at", "on", "for", "with", "from", "under", "during", "after", "before", "by");

  private static final Set<String> LIKELY =
      Set.of("perhaps", "probably", "possibly", "presumably", "apparently", "allegedly");

  private static final Set<String> COORDINATION = Set.of("and", "or", "nor", "but");

  static VerbGroup before(List<Word> words, int verb) {
    boolean passive = false;
    boolean perfect = false;
    boolean did = false;
    boolean not = false;
    boolean modal = false;
    boolean unreal = false;
    boolean drawn = false;
    boolean likely = false;
    int k = verb - 1;
    while (k >= 0) {
      String norm = words.get(k).norm();
      boolean helps = true;
      if (TellingWords.BE.contains(norm)) {
        passive = true;
      } else if (TellingWords.HAVE.contains(norm)) {
        perfect = true;
      } else if (TellingWords.DO.contains(norm)) {
        did = true;
      } else if (TellingWords.MODAL.contains(norm)) {
        modal = true;
        unreal = unreal || TellingWords.UNREAL.contains(norm);
      } else if (!TellingWords.ADVERBS.contains(norm)) {
        helps = false;
      }
      if (!helps) {
        break;
      }
      not = not || TellingWords.NOT.contains(norm);
      drawn = drawn || norm.equals("nor");
      likely = likely || LIKELY.contains(norm);
      k--;
    }
    boolean infinitive = k >= 0 && words.get(k).norm().equals("to");
    int from = k + 1;
    Phrase subject = null;
    boolean asked = false;
    boolean supposed = false;
    if (k >= 0 && !infinitive) {
      if (drawn || COORDINATION.contains(words.get(k).norm())) {
        subject = shared(words, k);
      } else if (words.get(k).text().equals(",")) {
        // the subject's other name stands between
        subject = Phrase.before(words, k);
        subject =
            subject == null || subject.isPronoun(words) || !words.get(subject.from()).isCapital()
                ? null
                : subject;
      } else {
        subject = Phrase.before(words, k + 1);
      }
      if (subject != null) {
        String contracted = words.get(subject.from()).norm();
        if (subject.to() - subject.from() == 1 && contracted.indexOf('\'') > 0) {
          passive =
              passive
                  || contracted.endsWith("'m")
                  || contracted.endsWith("'re")
                  || (contracted.endsWith("'s")
                      && !perfect
                      && verbIsParticiple(words, verb)
                      && from == verb);
          perfect = perfect || contracted.endsWith("'ve") || contracted.endsWith("'d");
          modal = modal || contracted.endsWith("'ll");
          unreal = unreal || contracted.endsWith("'ll");
        }
        int front = subject.from() - 1;
        while (front >= 0
            && TellingWords.ADVERBS.contains(words.get(front).norm())
            && !TellingWords.HAVE.contains(words.get(front).norm())) {
          not = not || words.get(front).norm().equals("not");
          front--;
        }
        if (front >= 0) {
          String helper = words.get(front).norm();
          boolean be = TellingWords.BE.contains(helper) && !helper.equals("got");
          boolean have = TellingWords.HAVE.contains(helper);
          boolean does = TellingWords.DO.contains(helper);
          boolean can = TellingWords.MODAL.contains(helper);
          if ((be || have || does || can) && opens(words, front)) {
            asked = true;
            supposed = helper.equals("had");
            passive = passive || be;
            perfect = perfect || have;
            did = did || does;
            modal = modal || can;
            unreal = unreal || TellingWords.UNREAL.contains(helper);
          }
        }
      }
    }
    if (subject != null && subject.isOne(words)) {
      not = true;
    }
    boolean hedged = likely || (modal && perfect && !unreal);
    VerbGroup group =
        new VerbGroup(
            subject,
            passive,
            perfect,
            did,
            not,
            unreal || (modal && !perfect),
            hedged,
            infinitive,
            asked,
            false,
            false,
            supposed,
            from);
    if (isGerund(words, from, verb) && subject == null) {
      VerbGroup gerund = Gerunds.of(words, k, group);
      return gerund == null ? group : gerund;
    }
    return group;
  }

  /// The same verb with the subject of a clause around it.
  VerbGroup about(Phrase whose, boolean denies, boolean cannotRecall, boolean asks) {
    return new VerbGroup(
        whose,
        passive,
        perfect,
        did,
        not != denies,
        unreal,
        hedged,
        infinitive,
        asked || asks,
        cannotRecall,
        true,
        supposed,
        from);
  }

  private static boolean isGerund(List<Word> words, int from, int verb) {
    int i = from;
    while (i < verb
        && TellingWords.ADVERBS.contains(words.get(i).norm())
        && !TellingWords.HAVE.contains(words.get(i).norm())
        && !TellingWords.BE.contains(words.get(i).norm())) {
      i++;
    }
    return i == verb
        ? TellingWords.GERUNDS.contains(words.get(verb).norm())
        : Gerunds.isGerund(words.get(i).norm());
  }

  private static boolean verbIsParticiple(List<Word> words, int verb) {
    return TellingWords.TOLD.contains(words.get(verb).norm());
  }

  /// A helping word before its subject asks where the clause begins with it, or with "and".
  private static boolean opens(List<Word> words, int at) {
    if (at == 0) {
      return true;
    }
    Word before = words.get(at - 1);
    return !before.isWord()
        || COORDINATION.contains(before.norm())
        || Set.of(
                "so", "when", "how", "why", "where", "what", "who", "then", "well", "whom", "which")
            .contains(before.norm());
  }

  /// The subject that a verb shares with the one before it: "she had neither seen it nor been
  /// told".
  private static @Nullable Phrase shared(List<Word> words, int end) {
    for (int i = end - 1; i > 0 && i > end - 12 && !words.get(i).isStop(); i--) {
      String norm = words.get(i).norm();
      if (TellingWords.HAVE.contains(norm)
          || TellingWords.BE.contains(norm)
          || TellingWords.MODAL.contains(norm)) {
        Phrase subject = Phrase.before(words, i);
        return subject == null ? ofClause(words, end) : subject;
      }
    }
    return ofClause(words, end);
  }

  /// The first phrase of the clause that ends before a word.
  static @Nullable Phrase ofClause(List<Word> words, int end) {
    int start = end;
    while (start > 0
        && !words.get(start - 1).isStop()
        && !words.get(start - 1).norm().equals("that")
        && !words.get(start - 1).text().equals("\"")
        && !words.get(start - 1).text().equals("“")) {
      start--;
    }
    if (start < end && FRONT.contains(words.get(start).norm())) {
      // "In terms of cost, the board …"
      int comma = start;
      while (comma < end && !words.get(comma).text().equals(",")) {
        comma++;
      }
      start = comma < end ? comma + 1 : start;
    }
    for (int i = start; i < end; i++) {
      Phrase phrase =
          TellingWords.ENDS.contains(words.get(i).norm())
                  && !TellingWords.PRONOUNS.contains(words.get(i).norm())
              ? null
              : Phrase.at(words, i);
      if (phrase != null
          && !TellingWords.HAVE.contains(words.get(i).norm())
          && !TellingWords.BE.contains(words.get(i).norm())
          && !TellingWords.DO.contains(words.get(i).norm())) {
        return phrase.to() <= end ? phrase : null;
      }
      if (i > start + 3) {
        return null;
      }
    }
    return null;
  }
}
