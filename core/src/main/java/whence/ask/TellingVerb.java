package whence.ask;

import java.util.List;

/// One verb that tells, sends or sees: the tellings it makes.
final class TellingVerb {
  private final Clause clause;
  private final SpokenVerb spoken;
  private final PaperVerb papers;

  /// @param found where its tellings go
  TellingVerb(Clause clause, LastPaper last, List<ReadTellings.Found> found) {
    Parties parties = new Parties(clause);
    NewTelling telling = new NewTelling(clause, parties, last, found);
    this.clause = clause;
    this.spoken = new SpokenVerb(clause, parties, telling);
    this.papers = new PaperVerb(clause, parties, telling);
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
    if (base && clause.group.subject() == null && clause.cued == null) {
      // "do tell me"
      return;
    }
    if (clause.group.infinitive() || clause.group.unreal() || isSupposed() || isBareGerund()) {
      return;
    }
    switch (clause.kind) {
      case TELL -> spoken.tell();
      case TELL_TO -> spoken.tellTo();
      case TELLING -> spoken.tell();
      case AWARE -> spoken.aware();
      case ATTENTION -> spoken.attention();
      case HEARD -> spoken.heard();
      case SEND -> papers.send();
      case COME -> {
        if (clause.words.get(clause.verb).norm().equals("came")) {
          spoken.attention();
        }
        papers.come();
      }
      case SEE -> papers.see();
    }
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
}
