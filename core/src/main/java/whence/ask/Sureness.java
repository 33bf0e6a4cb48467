package whence.ask;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;

/// How sure a clause is of its telling: denied, asked, hedged, answered.
final class Sureness {
  private static final Pattern YES =
      Pattern.compile(
          "(?i)^\\W*(?:yes|yeah|yep|indeed|correct|certainly|that(?:'|’)?s (?:correct|right|true)"
              + "|that is (?:correct|right|true)|i (?:was|did|do|would have been)\\b(?! (?:not|no|never)\\b)|i (?:had|have)\\b(?=[.,;!]|$)"
              + "|(?:he|she|they|we|it) (?:was|were|did|had|has|have)\\b(?! not))");

  private static final Pattern PLAIN_YES =
      Pattern.compile(
          "(?i)^\\W*(?:yes|yeah|yep|indeed|correct|certainly|that(?:'|’)?s|that is)\\b");

  private static final Pattern NO =
      Pattern.compile(
          "(?i)^\\W*(?:no\\b(?! doubt)|not (?:that|by|to|at|in|as|until|then|me|at all)\\b|never\\b"
              + "|i (?:was|did|had|have) not\\b|i (?:wasn|didn|hadn|haven)['’]t\\b"
              + "|(?:he|she|they|we|it) (?:was|were|did|had|has|have)(?: not|n['’]t)\\b)");

  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)\\b(?:(?:do|did|does|can|could|would)(?: not|n['’]t)|cannot|no|never) (?:\\w{1,12} ){0,2}"
              + "(?:recall|remember|recollect|know|recollection|memory|idea|tell you|say|be sure|be"
              + " certain|help)\\b|\\bnot (?:sure|certain|aware)\\b|\\bunable to (?:say|recall)\\b");

  private static final Pattern QUESTION_WORD =
      Pattern.compile("(?i)\\b(?:who|whom|what|when|where|why|how|which)\\b");

  private static final Set<String> RECALL =
      TellingWords.words(
          "recall recalled remember remembered recollect recollection recollections" + " memory");

  private static final Set<String> KNOW =
      TellingWords.words("know knows knew sure certain say tell aware");

  private static final Set<String> THINK =
      TellingWords.words(
          "think thinks thought believe believes believed suppose assume assumed presume"
              + " presumed guess imagine suspect suspected expect expected probably perhaps"
              + " possibly likely allegedly maybe apparently suggest suggesting suggested"
              + " presumably alleged alleges implied");

  private static final Set<String> BELIEVED =
      Set.of("believe", "believes", "suspect", "suspects", "allegedly", "reportedly");

  private static final Set<String> DENY =
      TellingWords.words("deny denies denied denying disputes disputed untrue false");

  private static final Set<String> IF =
      TellingWords.words(
          "if unless lest whenever hope hoped wish wishes wished assuming supposing");

  /// What somebody wants, or ought to see to, has not come about by that.
  private static final Set<String> PURPOSE =
      TellingWords.words(
          "ensure ensuring sure require requires required requiring important essential necessary"
              + " vital recommend recommends recommended propose proposes proposed insist insisted"
              + " request requested asked demand demanded want wants wanted need needed prefer so"
              + " suggested suggest");

  private static final Set<String> ENSURE = Set.of("ensure", "ensuring");

  private static final Set<String> SEEMS =
      TellingWords.words("seem seems seemed appear appears appeared must may might");

  private static final Set<String> LINKS =
      TellingWords.words(
          ", and but because so when until even as although though while after before since which who");

  private final Clause clause;
  private boolean suggested;

  Sureness(Clause clause) {
    this.clause = clause;
  }

  /// Whether it is less than stated, by what was looked at so far.
  boolean isSuggested() {
    return suggested;
  }

  void start() {
    suggested = clause.group.hedged() || isHabit();
  }

  /// "Customers are told …" tells of no one time.
  boolean isHabit() {
    for (int i = clause.group.from(); i < clause.verb; i++) {
      String norm = clause.words.get(i).norm();
      if (norm.equals("are") || norm.equals("is")) {
        String subject =
            clause.group.subject() == null ? "" : clause.group.subject().first(clause.words);
        return !clause.group.perfect() && !subject.equals("we");
      }
    }
    return false;
  }

  /// What stands around the verb: "I do not recall that …", "if …", "denied that …". Null where it
  /// is no telling.
  @Nullable Certainty around(Certainty plain) {
    Certainty certainty = plain;
    int subject =
        clause.group.subject() == null ? clause.group.from() : clause.group.subject().from();
    int start = subject;
    while (start > 0 && !clause.words.get(start - 1).isStop()) {
      start--;
    }
    int notAt = -Clause.FAR;
    boolean negated = false;
    boolean seems = false;
    boolean asks = false;
    for (Statement each : clause.speech.nest(clause.carrier)) {
      asks = asks || each.stance() == Stance.ASKS || each.stance() == Stance.DECLINES;
      if (each.stance() == Stance.DENIES) {
        certainty = certainty == Certainty.DENIED ? Certainty.STATED : Certainty.DENIED;
      }
      suggested = suggested || each.stance() == Stance.DOUBTS || thinks(each);
    }
    if (start < subject
        && clause.words.get(start).norm().equals("had")
        && !clause.endsInQuestion()) {
      // "Had, at that time, I been told"
      return null;
    }
    for (int i = start; i < subject; i++) {
      String norm = clause.words.get(i).norm();
      boolean not = i - notAt <= 3;
      if (IF.contains(norm)
          || (PURPOSE.contains(norm) && leadsTo(i, subject))
          || (ENSURE.contains(norm) && subject - i <= 8)) {
        return null;
      }
      seems = (seems || SEEMS.contains(norm)) && !LINKS.contains(norm);
      // "it does not mean that she was told"
      negated = (negated || (notAt == i - 1 && notAt >= start)) && !LINKS.contains(norm);
      if (TellingWords.NOT.contains(norm)
          || norm.equals("can't")
          || norm.equals("cannot")
          || norm.equals("no")) {
        notAt = i;
        not = true;
      }
      if (not && (RECALL.contains(norm) || KNOW.contains(norm))) {
        certainty = Certainty.UNKNOWN;
      } else if (DENY.contains(norm) && certainty == plain) {
        certainty = certainty == Certainty.DENIED ? Certainty.STATED : Certainty.DENIED;
      } else if (THINK.contains(norm)) {
        suggested = true;
        if (not && certainty == Certainty.STATED) {
          certainty = Certainty.DENIED;
        }
      }
      if (norm.equals("whether")) {
        certainty = asks || certainty != Certainty.UNKNOWN ? Certainty.ASKED : Certainty.UNKNOWN;
      }
    }
    if (clause.group.subject() == null && certainty == Certainty.STATED && isNobody(start)) {
      certainty = Certainty.DENIED;
    }
    suggested = suggested || seems || (negated && certainty == plain && plain == Certainty.STATED);
    return certainty;
  }

  /// "Nobody at the harbour told you".
  private boolean isNobody(int start) {
    for (int i = start; i < clause.group.from() && i < start + 3; i++) {
      boolean one =
          clause.words.get(i).norm().equals("no") && clause.words.get(i + 1).norm().equals("one");
      if (one || TellingWords.NOBODY.contains(clause.words.get(i).norm())) {
        return true;
      }
    }
    return false;
  }

  /// Whether only "that" stands between a word and the subject, or nothing.
  private boolean leadsTo(int word, int subject) {
    return subject - word <= 3
        && (subject == word + 1
            || clause.words.get(word + 1).norm().equals("that")
            || clause.words.get(subject - 1).norm().equals("that"));
  }

  /// Whether the witness says no to what counsel puts to them as a statement.
  boolean isContradicted() {
    SpeakerRole role = clause.speech.outermost().get(clause.index).speakerRole();
    if (role != SpeakerRole.COUNSEL && role != SpeakerRole.CHAIR) {
      return false;
    }
    int next = clause.index + 1;
    String answer =
        next < clause.speech.outermost().size()
                && clause.speech.outermost().get(next).speakerRole() == SpeakerRole.WITNESS
            ? clause.speech.meant().answer(clause.index)
            : null;
    return answer != null && (NO.matcher(answer).find() || OPEN.matcher(answer).find());
  }

  /// ", analysts believe" behind it.
  boolean believedBehind() {
    boolean comma = false;
    for (int i = clause.verb + 1; i < clause.words.size(); i++) {
      comma = comma || clause.words.get(i).text().equals(",");
      if (comma && BELIEVED.contains(clause.words.get(i).norm())) {
        return true;
      }
    }
    return false;
  }

  private static boolean thinks(Statement statement) {
    return statement.cue().stream()
        .flatMap(cue -> Word.of(cue.text(), 0).stream())
        .anyMatch(word -> THINK.contains(word.norm()));
  }

  /// What the answer to a question makes of it; null where it tells nothing.
  @Nullable Certainty answered(Certainty plain) {
    int subject =
        clause.group.subject() == null ? clause.group.from() : clause.group.subject().from();
    int start = subject;
    while (start > 0 && !clause.words.get(start - 1).isStop()) {
      start--;
    }
    for (int i = start; i < subject; i++) {
      if (QUESTION_WORD.matcher(clause.words.get(i).norm()).matches()) {
        return null;
      }
    }
    if (clause.group.subject() != null
        && QUESTION_WORD
            .matcher(clause.words.get(clause.group.subject().from()).norm())
            .matches()) {
      return null;
    }
    if (clause.carrier.speakerRole() == null) {
      return plain == Certainty.STATED || plain == Certainty.DENIED ? Certainty.ASKED : plain;
    }
    String answer = clause.speech.meant().answer(clause.index);
    if (answer == null) {
      return Certainty.ASKED;
    }
    if (!PLAIN_YES.matcher(answer).find() && OPEN.matcher(answer).find()) {
      return Certainty.UNKNOWN;
    }
    if (YES.matcher(answer).find()) {
      return plain;
    }
    if (NO.matcher(answer).find()) {
      return plain == Certainty.STATED ? Certainty.DENIED : plain;
    }
    return Certainty.ASKED;
  }
}
