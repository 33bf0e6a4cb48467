package whence.ask;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Fact;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Statement;

/// Verbs by which somebody is told: "told", "reported to", "was made aware", "heard from".
final class SpokenVerb {
  private static final Set<String> FAULTS =
      Set.of("problems", "problem", "issues", "issue", "faults", "errors", "difficulties");

  private static final Set<String> TO = Set.of("to", "with", "directly", "personally", "back");

  private static final Set<String> REDUCED = Set.of("raised", "disclosed", "written");

  private final Clause clause;
  private final Parties parties;
  private final NewTelling telling;

  SpokenVerb(Clause clause, Parties parties, NewTelling telling) {
    this.clause = clause;
    this.parties = parties;
    this.telling = telling;
  }

  void tell() {
    if (clause.group.passive()) {
      if (clause.group.subject() == null || !parties.isHearer(clause.group.subject())) {
        return;
      }
      int next = clause.verb + 1;
      String by =
          clause.cued != null && isAgent(clause.cued)
              ? parties.named(clause.cued.innermost())
              : null;
      if (next < clause.words.size() && clause.words.get(next).norm().equals("by")) {
        Phrase agent = Phrase.at(clause.words, next + 1);
        if (agent != null) {
          by = parties.agentName(agent);
          next = agent.to();
        }
      } else if (by == null) {
        by = parties.agentBehind(next);
      }
      telling.add(by, clause.group.subject(), Fact.RECEIVED, next);
      return;
    }
    if (isKept()) {
      return;
    }
    Phrase hearer = Phrase.at(clause.words, clause.verb + 1);
    if (hearer == null || hearer.isPaper(clause.words)) {
      return;
    }
    if (hearer.isPronoun(clause.words)
        && Set.of("that", "it", "this", "who", "which", "these", "those")
            .contains(hearer.first(clause.words))) {
      return;
    }
    String first = clause.words.get(hearer.from()).norm();
    String behind = hearer.to() < clause.words.size() ? clause.words.get(hearer.to()).norm() : "";
    if (!parties.isHearer(hearer)
        || first.equals("that")
        || first.equals("of")
        || first.equals("for")
        || behind.equals("off")) {
      return;
    }
    telling.add(parties.teller(), hearer, Fact.RECEIVED, hearer.to());
  }

  /// Whether a statement's source stands behind its verb: "was told by her".
  private boolean isAgent(Statement cued) {
    int verb = clause.words.get(clause.verb).start();
    return cued.source().stream().anyMatch(passage -> passage.start() > verb);
  }

  void tellTo() {
    if (goesOnAsClause()) {
      return;
    }
    int to = -1;
    for (int i = clause.verb + 1; i < clause.words.size() && i <= clause.verb + 4; i++) {
      String bare = Phrase.bare(clause.words.get(i).norm());
      if (bare.equals("we")
          || bare.equals("i")
          || bare.equals("he")
          || bare.equals("she")
          || bare.equals("they")
          || bare.equals("you")) {
        return;
      }
      if (clause.words.get(i).norm().equals("with")
          && FAULTS.contains(clause.words.get(i - 1).norm())) {
        continue;
      }
      if (clause.words.get(i).norm().equals("to")
          || (clause.words.get(i).norm().equals("with")
              && clause.words.get(clause.verb).norm().startsWith("raise"))) {
        to = i;
        break;
      }
      if (!clause.words.get(i).isWord()
          || (TellingWords.OPENERS.contains(clause.words.get(i).norm()) && i > clause.verb + 1)) {
        return;
      }
    }
    if (to < 0 || TellingWords.BEFORE_TO.contains(clause.words.get(to - 1).norm())) {
      return;
    }
    Phrase hearer = Phrase.at(clause.words, to + 1);
    if (hearer == null
        || !parties.isHearer(hearer)
        || clause.group.passive()
        || (clause.group.subject() == null && clause.cued == null)) {
      return;
    }
    if (!parties.isPerson(hearer) || clause.words.get(hearer.from()).norm().equals("that")) {
      return;
    }
    Phrase raised = Phrase.at(clause.words, clause.verb + 1);
    boolean adverb =
        clause.words.get(clause.verb + 1).norm().matches("\\w{2,20}ly|direct|straight|back|in|up");
    raised = raised != null && raised.to() == to && !adverb ? raised : null;
    if (raised == null && isReduced()) {
      return;
    }
    if (raised != null && raised.first(clause.words).equals("this")) {
      telling.of(raised);
    }
    Span told = telling.told(hearer.to());
    boolean line = clause.words.get(clause.verb).norm().startsWith("report") && raised == null;
    if (line
        && (told == null
            || told.of(clause.speech.text()).startsWith("to ")
            || told.start() > clause.words.get(hearer.to() - 1).end() + 1)) {
      // whose staff they are, not what they said
      return;
    }
    boolean writes = clause.words.get(clause.verb).norm().startsWith("wr");
    telling.add(parties.teller(), hearer, writes ? Fact.SENT : Fact.RECEIVED, hearer.to());
  }

  /// "Said that going back to", "said it came to": only right before "to" is it what was said.
  private boolean goesOnAsClause() {
    int next = clause.verb + 1;
    return next + 1 < clause.words.size()
        && Set.of("that", "it", "this").contains(clause.words.get(next).norm())
        && !TO.contains(clause.words.get(next + 1).norm());
  }

  /// "The allegation raised to the board": nobody is said to have raised it.
  private boolean isReduced() {
    Phrase subject = clause.group.subject();
    return REDUCED.contains(clause.words.get(clause.verb).norm())
        && !clause.group.perfect()
        && subject != null
        && !subject.isPronoun(clause.words)
        && !clause.words.get(subject.to() - 1).isCapital();
  }

  /// "Kept us informed".
  private boolean isKept() {
    for (int i = clause.verb - 1; i > 0 && i > clause.verb - 6; i--) {
      String norm = clause.words.get(i).norm();
      if (norm.equals("kept") || norm.equals("keep") || norm.equals("keeping")) {
        VerbGroup keeps = VerbGroup.before(clause.words, i);
        Phrase hearer = kept(i + 1);
        Phrase keeper = keeps.subject();
        boolean kept = norm.equals("kept") && !keeps.passive() && !keeps.unreal();
        if (kept
            && keeper != null
            && hearer != null
            && parties.isHearer(hearer)
            && parties.isPerson(hearer)) {
          telling.add(parties.agentName(keeper), hearer, Fact.RECEIVED, clause.verb + 1);
        }
        return true;
      }
    }
    return false;
  }

  /// What stands between "kept" and "fully informed".
  private @Nullable Phrase kept(int from) {
    Phrase phrase = Phrase.at(clause.words, from);
    int end = phrase == null ? from : Math.min(phrase.to(), clause.group.from());
    return end > from ? new Phrase(from, end) : null;
  }

  /// "The board was made aware that …", "she made the board aware of …".
  void aware() {
    int aware = clause.verb + 1;
    while (aware < clause.words.size()
        && aware < clause.verb + 7
        && !clause.words.get(aware).norm().equals("aware")) {
      aware++;
    }
    if (aware == clause.words.size() || !clause.words.get(aware).norm().equals("aware")) {
      return;
    }
    Phrase subject = clause.group.subject();
    if (clause.group.passive()) {
      if (subject != null && aware <= clause.verb + 2 && parties.isHearer(subject)) {
        telling.add(parties.agentBehind(aware + 1), subject, Fact.RECEIVED, aware + 1);
      }
      return;
    }
    if (aware == clause.verb + 1) {
      return;
    }
    Phrase hearer = new Phrase(clause.verb + 1, aware);
    Phrase whole = Phrase.at(clause.words, clause.verb + 1);
    if (subject != null && whole != null && whole.to() >= aware && parties.isHearer(hearer)) {
      telling.add(parties.teller(), hearer, Fact.RECEIVED, aware + 1);
    }
  }

  /// "It came to my attention that …", "she brought it to the board's attention".
  void attention() {
    for (int i = clause.verb + 1; i + 1 < clause.words.size() && i < clause.verb + 10; i++) {
      if (clause.words.get(i).isStop()) {
        return;
      }
      if (!clause.words.get(i).norm().equals("to")) {
        continue;
      }
      int attention = i + 1;
      while (attention < clause.words.size()
          && attention < i + 7
          && !clause.words.get(attention).norm().equals("attention")) {
        attention++;
      }
      if (attention == clause.words.size()
          || !clause.words.get(attention).norm().equals("attention")) {
        return;
      }
      int next = attention + 1;
      boolean of = next < clause.words.size() && clause.words.get(next).norm().equals("of");
      Phrase hearer = of ? Phrase.at(clause.words, next + 1) : parties.owner(i + 1, attention);
      if (hearer == null || !(of ? parties.isPerson(hearer) : parties.isHearer(hearer))) {
        return;
      }
      boolean brings = !clause.words.get(clause.verb).norm().equals("came");
      String by = brings && !clause.group.passive() ? parties.teller() : parties.agentBehind(next);
      telling.add(by, hearer, Fact.RECEIVED, of ? hearer.to() : next);
      return;
    }
  }

  /// "I learned from the clerk that …".
  void heard() {
    Phrase subject = clause.group.subject();
    int from = clause.verb + 1;
    if (subject == null
        || clause.group.passive()
        || from >= clause.words.size()
        || !clause.words.get(from).norm().equals("from")
        || !parties.isHearer(subject)) {
      return;
    }
    SpeakerRole role = clause.speech.outermost().get(clause.index).speakerRole();
    if (role == SpeakerRole.COUNSEL || role == SpeakerRole.CHAIR) {
      // "we heard from" whoever gave evidence
      return;
    }
    Phrase teller = Phrase.at(clause.words, from + 1);
    boolean says =
        teller != null
            && teller.to() < clause.words.size()
            && TellingWords.OPENERS.contains(clause.words.get(teller.to()).norm());
    if (teller != null && says && parties.isPerson(teller)) {
      telling.add(parties.agentName(teller), subject, Fact.RECEIVED, teller.to());
    }
  }
}
