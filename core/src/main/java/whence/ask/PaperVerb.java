package whence.ask;

import java.util.Objects;
import java.util.Set;
import whence.model.Fact;
import whence.model.SpeakerRole;

/// Verbs by which a paper goes to somebody, reaches them, or is read.
final class PaperVerb {
  /// "Sent it to", "passed it on to": behind any other word *that* opens a clause.
  private static final Set<String> BEHIND_IT =
      TellingWords.words(
          "to on over by in back directly straight down up out round through via yesterday"
              + " today immediately as with");

  private final Clause clause;
  private final Parties parties;
  private final NewTelling telling;

  PaperVerb(Clause clause, Parties parties, NewTelling telling) {
    this.clause = clause;
    this.parties = parties;
    this.telling = telling;
  }

  void send() {
    boolean sends =
        TellingWords.SENT.contains(clause.words.get(clause.verb).norm())
            || TellingWords.SEND.contains(clause.words.get(clause.verb).norm());
    Fact fact = sends ? Fact.SENT : Fact.RECEIVED;
    if (clause.group.passive()) {
      Phrase subject = clause.group.subject();
      if (subject == null) {
        return;
      }
      if (isOfAnother(subject)) {
        return;
      }
      if (clause.isThing(subject)) {
        telling.of(subject);
        Phrase possessor = clause.possessor(subject);
        Phrase receiver = parties.receiver(clause.verb + 1);
        if (receiver != null) {
          telling.add(null, receiver, fact, receiver.to());
        } else if (possessor != null && clause.head(subject).equals("copy")) {
          telling.add(null, possessor, fact, clause.verb + 1);
        }
        return;
      }
      Phrase thing = Phrase.at(clause.words, clause.verb + 1);
      if (thing != null && thing.isPaper(clause.words) && parties.isPerson(subject)) {
        telling.of(thing);
        telling.add(null, subject, fact, thing.to());
      }
      return;
    }
    if (clause.group.subject() == null) {
      return;
    }
    Phrase first = Phrase.at(clause.words, clause.verb + 1);
    if (first == null) {
      return;
    }
    if (clause.isThing(first)) {
      String behind = first.to() < clause.words.size() ? clause.words.get(first.to()).norm() : "";
      if (first.isPronoun(clause.words) && !BEHIND_IT.contains(behind)) {
        return;
      }
      telling.of(first);
      Phrase receiver = parties.receiver(first.to());
      if (receiver != null) {
        telling.add(parties.teller(), receiver, fact, receiver.to());
      }
      return;
    }
    Phrase second = Phrase.at(clause.words, first.to());
    boolean copied = clause.words.get(clause.verb).norm().startsWith("cop") && sends;
    if (parties.isPerson(first) && second != null && second.isPaper(clause.words)) {
      telling.of(second);
      telling.add(parties.teller(), first, fact, second.to());
    } else if (copied && parties.isPerson(first)) {
      telling.add(parties.teller(), first, fact, first.to());
    }
  }

  void come() {
    Phrase subject = clause.group.subject();
    if (subject == null
        || !clause.isThing(subject)
        || isOfAnother(subject)
        || clause.group.passive()) {
      return;
    }
    if (subject.from() > 0 && clause.words.get(subject.from() - 1).norm().equals("when")) {
      // "when it came to"
      return;
    }
    int next = clause.verb + 1;
    if (clause.words.get(clause.verb).norm().equals("came")) {
      if (next >= clause.words.size() || !clause.words.get(next).norm().equals("to")) {
        return;
      }
      next++;
    }
    Phrase receiver = Phrase.at(clause.words, next);
    if (receiver == null || !parties.isPerson(receiver)) {
      return;
    }
    telling.of(subject);
    telling.add(null, receiver, Fact.RECEIVED, receiver.to());
  }

  void see() {
    if (clause.group.passive()
        || clause.group.subject() == null
        || !parties.isPerson(clause.group.subject())) {
      return;
    }
    Phrase thing = Phrase.at(clause.words, clause.verb + 1);
    boolean clock = thing != null && clause.head(thing).equals("minutes");
    if (thing == null || !clause.isThing(thing) || clock || goesOnAsClause(thing) || isBesides()) {
      return;
    }
    String norm = clause.words.get(clause.verb).norm();
    if (norm.equals("got") && (clause.group.perfect() || thing.isPronoun(clause.words))) {
      // what somebody has, and what became of something
      return;
    }
    SpeakerRole role = clause.speech.outermost().get(clause.index).speakerRole();
    String seer = clause.group.subject().first(clause.words);
    if ((role == SpeakerRole.COUNSEL || role == SpeakerRole.CHAIR)
        && (seer.equals("i") || seer.equals("we"))) {
      // counsel looks at the papers of the hearing
      return;
    }
    Fact fact =
        TellingWords.GOT.contains(norm)
            ? Fact.RECEIVED
            : TellingWords.GRASPED.contains(norm) ? Fact.UNDERSTOOD : Fact.READ;
    telling.of(thing);
    telling.add(null, clause.group.subject(), fact, thing.to());
  }

  /// "The table that was sent": *that* is no paper spoken of before.
  private boolean isOfAnother(Phrase subject) {
    int antecedent = subject.from() - 1;
    return subject.isPronoun(clause.words)
        && subject.first(clause.words).equals("that")
        && antecedent >= 0
        && (clause.words.get(antecedent).isWord()
            || clause.words.get(antecedent).text().equals(","))
        && !TellingWords.PAPERS.contains(clause.words.get(antecedent).norm());
  }

  /// "As far as I understood it", "do you see it".
  private boolean isBesides() {
    int from = Objects.requireNonNull(clause.group.subject()).from();
    String before = from == 0 ? "" : clause.words.get(from - 1).norm();
    return before.equals("as")
        || before.equals("how")
        || before.equals("do")
        || before.equals("when");
  }

  /// "understood it was so", "understand that": no paper.
  private boolean goesOnAsClause(Phrase thing) {
    if (!thing.isPronoun(clause.words)) {
      return false;
    }
    String next = thing.to() < clause.words.size() ? clause.words.get(thing.to()).norm() : "";
    if (next.equals("as") || next.equals(",")) {
      return true;
    }
    return !thing.first(clause.words).equals("it")
        || TellingWords.BE.contains(next)
        || TellingWords.HAVE.contains(next)
        || TellingWords.MODAL.contains(next);
  }
}
