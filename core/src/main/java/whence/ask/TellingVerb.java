package whence.ask;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Region;
import whence.model.Span;
import whence.model.SpeakerRole;

/// One verb that tells, sends or sees: the tellings it makes.
final class TellingVerb {
  private static final Set<String> FAULTS =
      Set.of("problems", "problem", "issues", "issue", "faults", "errors", "difficulties");

  /// "Sent it to", "passed it on to": behind any other word *that* opens a clause.
  private static final Set<String> BEHIND_IT =
      TellingWords.words(
          "to on over by in back directly straight down up out round through via yesterday"
              + " today immediately as with");

  private static final Set<String> REDUCED = Set.of("raised", "disclosed", "written");

  private final Clause clause;
  private final Parties parties;
  private final Sureness sureness;
  private final Matter matter;
  private final LastPaper last;
  private final List<ReadTellings.Found> found;
  private @Nullable Phrase paper;

  /// @param found where its tellings go
  TellingVerb(Clause clause, LastPaper last, List<ReadTellings.Found> found) {
    this.clause = clause;
    this.parties = new Parties(clause);
    this.sureness = new Sureness(clause);
    this.matter = new Matter(clause);
    this.last = last;
    this.found = found;
  }

  void read() {
    boolean base =
        TellingWords.BASE.contains(clause.words.get(clause.verb).norm())
            || (clause.words.get(clause.verb).norm().equals("read") && clause.group.did());
    if (base
        ? !clause.group.did()
        : clause.group.did() && !clause.words.get(clause.verb).norm().equals("read")) {
      return;
    }
    if (clause.group.infinitive() || clause.group.unreal() || isSupposed() || isBareGerund()) {
      return;
    }
    switch (clause.kind) {
      case TELL -> tell();
      case TELL_TO -> tellTo();
      case TELLING -> tell();
      case AWARE -> aware();
      case ATTENTION -> attention();
      case HEARD -> heard();
      case SEND -> send();
      case COME -> come();
      case SEE -> see();
    }
  }

  /// Whether what was told is a whole clause: its times are its own.
  private boolean isClause(@Nullable Span text) {
    return text != null && text.of(clause.speech.text()).startsWith("that ");
  }

  /// "Clerks who advised the board": what they do, not what they did.
  private boolean isRelative() {
    Phrase subject = clause.group.subject();
    return clause.kind == TellingKind.TELL
        && !clause.group.passive()
        && subject != null
        && Set.of("who", "which", "that").contains(subject.first(clause.words));
  }

  /// "Had I been told, I should have …".
  private boolean isSupposed() {
    return clause.group.supposed() && !clause.endsInQuestion();
  }

  /// "Telling her was hard": nobody says that it was done.
  private boolean isBareGerund() {
    return TellingWords.GERUNDS.contains(clause.words.get(clause.verb).norm())
        && !clause.group.gerund();
  }

  /// "The board was made aware that …", "she made the board aware of …".
  private void aware() {
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
        add(parties.agentBehind(aware + 1), subject, Fact.RECEIVED, aware + 1);
      }
      return;
    }
    Phrase hearer = new Phrase(clause.verb + 1, aware);
    Phrase whole = Phrase.at(clause.words, clause.verb + 1);
    if (subject != null && whole != null && whole.to() >= aware && parties.isHearer(hearer)) {
      add(parties.teller(), hearer, Fact.RECEIVED, aware + 1);
    }
  }

  /// "It came to my attention that …", "she brought it to the board's attention".
  private void attention() {
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
      add(by, hearer, Fact.RECEIVED, of ? hearer.to() : next);
      return;
    }
  }

  /// "I learned from the clerk that …".
  private void heard() {
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
      add(parties.agentName(teller), subject, Fact.RECEIVED, teller.to());
    }
  }

  /// "The allegation raised to the board": nobody is said to have raised it.
  private boolean isReduced() {
    Phrase subject = clause.group.subject();
    return REDUCED.contains(clause.words.get(clause.verb).norm())
        && !clause.group.perfect()
        && subject != null
        && !subject.isPronoun(clause.words);
  }

  /// What stands between "kept" and "fully informed".
  private @Nullable Phrase kept(int from) {
    Phrase phrase = Phrase.at(clause.words, from);
    int end = phrase == null ? from : Math.min(phrase.to(), clause.group.from());
    return end > from ? new Phrase(from, end) : null;
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
          add(parties.agentName(keeper), hearer, Fact.RECEIVED, clause.verb + 1);
        }
        return true;
      }
    }
    return false;
  }

  private void tell() {
    if (clause.group.passive()) {
      if (clause.group.subject() == null || !parties.isHearer(clause.group.subject())) {
        return;
      }
      int next = clause.verb + 1;
      String by = clause.cued == null ? null : parties.named(clause.cued.innermost());
      if (next < clause.words.size() && clause.words.get(next).norm().equals("by")) {
        Phrase agent = Phrase.at(clause.words, next + 1);
        if (agent != null) {
          by = parties.agentName(agent);
          next = agent.to();
        }
      } else if (by == null) {
        by = parties.agentBehind(next);
      }
      add(by, clause.group.subject(), Fact.RECEIVED, next);
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
    add(parties.teller(), hearer, Fact.RECEIVED, hearer.to());
  }

  private void tellTo() {
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
    if (!parties.isPerson(hearer)) {
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
      paper = raised;
    }
    Span told = matter.told(hearer.to());
    boolean line = clause.words.get(clause.verb).norm().startsWith("report") && raised == null;
    if (line
        && (told == null
            || told.of(clause.speech.text()).startsWith("to ")
            || told.start() > clause.words.get(hearer.to() - 1).end() + 2)) {
      // whose staff they are, not what they said
      return;
    }
    boolean writes = clause.words.get(clause.verb).norm().startsWith("wr");
    add(parties.teller(), hearer, writes ? Fact.SENT : Fact.RECEIVED, hearer.to());
  }

  private void send() {
    boolean sends =
        TellingWords.SENT.contains(clause.words.get(clause.verb).norm())
            || TellingWords.SEND.contains(clause.words.get(clause.verb).norm());
    Fact fact = sends ? Fact.SENT : Fact.RECEIVED;
    if (clause.group.passive()) {
      Phrase subject = clause.group.subject();
      if (subject == null) {
        return;
      }
      if (clause.isThing(subject)) {
        paper = subject;
        Phrase possessor = clause.possessor(subject);
        Phrase receiver = parties.receiver(clause.verb + 1);
        if (receiver != null) {
          add(null, receiver, fact, receiver.to());
        } else if (possessor != null && clause.head(subject).equals("copy")) {
          add(null, possessor, fact, clause.verb + 1);
        }
        return;
      }
      Phrase thing = Phrase.at(clause.words, clause.verb + 1);
      if (thing != null && thing.isPaper(clause.words) && parties.isPerson(subject)) {
        paper = thing;
        add(null, subject, fact, thing.to());
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
      paper = first;
      Phrase receiver = parties.receiver(first.to());
      if (receiver != null) {
        add(parties.teller(), receiver, fact, receiver.to());
      }
      return;
    }
    Phrase second = Phrase.at(clause.words, first.to());
    boolean copied = clause.words.get(clause.verb).norm().startsWith("cop") && sends;
    if (parties.isPerson(first) && second != null && second.isPaper(clause.words)) {
      paper = second;
      add(parties.teller(), first, fact, second.to());
    } else if (copied && parties.isPerson(first)) {
      add(parties.teller(), first, fact, first.to());
    }
  }

  private void come() {
    if (clause.words.get(clause.verb).norm().equals("came")) {
      attention();
    }
    comePaper();
  }

  private void comePaper() {
    Phrase subject = clause.group.subject();
    if (subject == null || !clause.isThing(subject) || clause.group.passive()) {
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
    paper = subject;
    add(null, receiver, Fact.RECEIVED, receiver.to());
  }

  private void see() {
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
    paper = thing;
    add(null, clause.group.subject(), fact, thing.to());
  }

  /// "As far as I understood it", "do you see it".
  private boolean isBesides() {
    int from = Objects.requireNonNull(clause.group.subject()).from();
    String before = from == 0 ? "" : clause.words.get(from - 1).norm();
    return before.equals("as") || before.equals("do") || before.equals("when");
  }

  /// "understood it was so", "understand that": no paper.
  private boolean goesOnAsClause(Phrase thing) {
    if (!thing.isPronoun(clause.words)) {
      return false;
    }
    String next = thing.to() < clause.words.size() ? clause.words.get(thing.to()).norm() : "";
    return !thing.first(clause.words).equals("it")
        || TellingWords.BE.contains(next)
        || TellingWords.HAVE.contains(next)
        || TellingWords.MODAL.contains(next);
  }

  /// @param next index of the first word behind the verb and who it is about
  private void add(@Nullable String by, Phrase hearer, Fact fact, int next) {
    boolean denied = clause.group.not() || hearer.isOne(clause.words);
    if (clause.kind == TellingKind.SEND && clause.group.subject() != null) {
      // "it is not a letter that was sent to you"
      int from = clause.group.subject().from();
      for (int i = Math.max(0, from - 5); i < from && clause.group.passive(); i++) {
        denied = denied || clause.words.get(i).norm().equals("not");
      }
    }
    Certainty certainty =
        clause.group.unsure() ? Certainty.UNKNOWN : denied ? Certainty.DENIED : Certainty.STATED;
    sureness.start();
    certainty = sureness.around(certainty);
    if (certainty == null) {
      return;
    }
    boolean question = clause.group.asked() || clause.endsInQuestion();
    if (question) {
      certainty = sureness.answered(certainty);
      if (certainty == null) {
        return;
      }
    }
    Span text = matter.told(next);
    if (text != null && clause.kind == TellingKind.TELL && paper == null) {
      paper = matter.paperIn(text);
    }
    List<String> to = parties.names(hearer);
    if (by == null && to.isEmpty()) {
      return;
    }
    if (by != null && to.contains(by)) {
      by = null;
    }
    if (paper != null && paper.isPronoun(clause.words)) {
      last.goesOn(clause.index);
    }
    Span at = new Span(clause.words.get(clause.verb).start(), clause.words.get(clause.verb).end());
    Span until =
        text == null ? new Span(clause.words.getLast().end(), clause.words.getLast().end()) : text;
    boolean before =
        paper != null
            && clause.kind != TellingKind.TELL_TO
            && (paper.isPronoun(clause.words) || clause.head(paper).equals("page"));
    Span paperAt = paper == null ? null : before ? last.at() : clause.span(paper);
    found.add(
        new ReadTellings.Found(
            at,
            by,
            to,
            clause
                .speech
                .times()
                .time(
                    new Span(clause.words.getFirst().start(), clause.words.getLast().end()),
                    at.end(),
                    (clause.cued != null || clause.opensContent(next) || isClause(text))
                        ? until.start()
                        : clause.words.getLast().end(),
                    clause.carrier.region() == Region.TURN || clause.carrier.speakerRole() != null),
            matter.through(until.start(), paper != null),
            fact,
            certainty,
            clause.cued != null ? clause.cued : clause.carrier,
            clause.cued,
            text == null ? "" : text.of(clause.speech.text()),
            paperAt == null ? "" : paperAt.of(clause.speech.text()),
            paperAt,
            (clause.kind == TellingKind.TELL_TO && paper != null) || matter.isOwnCopy(paper),
            sureness.isSuggested()
                || sureness.believedBehind()
                || (!question && sureness.isContradicted())
                || (text == null && isRelative())));
  }
}
