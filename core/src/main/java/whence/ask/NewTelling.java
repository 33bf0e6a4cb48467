package whence.ask;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Region;
import whence.model.Span;

/// A telling that a clause makes: how sure it is, what was told, when and through what.
final class NewTelling {
  private final Clause clause;
  private final Parties parties;
  private final Sureness sureness;
  private final Matter matter;
  private final LastPaper last;
  private final List<ReadTellings.Found> found;
  private @Nullable Phrase paper;

  /// @param found where it goes
  NewTelling(Clause clause, Parties parties, LastPaper last, List<ReadTellings.Found> found) {
    this.clause = clause;
    this.parties = parties;
    this.sureness = new Sureness(clause);
    this.matter = new Matter(clause);
    this.last = last;
    this.found = found;
  }

  /// Which paper goes.
  void of(Phrase which) {
    paper = which;
  }

  /// The words of what was told, behind a word.
  @Nullable Span told(int next) {
    return matter.told(next);
  }

  /// @param next index of the first word behind the verb and who it is about
  void add(@Nullable String by, Phrase hearer, Fact fact, int next) {
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
                        : untilDash(),
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

  /// Where a parenthesis opens behind the verb: its times are of something else.
  private int untilDash() {
    for (int i = clause.verb + 1; i + 1 < clause.words.size(); i++) {
      if (clause.words.get(i).text().equals("-") && clause.words.get(i + 1).text().equals("-")) {
        return clause.words.get(i).start();
      }
    }
    return clause.words.getLast().end();
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
}
