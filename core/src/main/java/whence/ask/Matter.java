package whence.ask;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Span;
import whence.model.Statement;

/// What a clause says was told, and through what.
final class Matter {
  private static final Pattern THROUGH =
      Pattern.compile(
          "(?i)\\b(?:by (?:tele)?phone|(?:over|on) the (?:tele)?phone|by (?:e-?mail|letter|fax|text"
              + "|post|memo(?:randum)?|telegram|cable|word of mouth|hand)|in (?:person|writing)"
              + "|(?:in|during) (?:a|an|the|our|that|his|her|their) (?:[\\w-]{1,20} ){0,3}(?:meeting|talk"
              + "|call|briefing|letter|e-?mail|memo|memorandum|note|conversation|conference|assembly"
              + "|interview|visit)"
              + "|at (?:a|an|the|our|that|his|her|their) (?:[\\w-]{1,20} ){0,3}(?:meeting|talk|briefing"
              + "|conference|assembly)|orally|verbally)\\b");

  private static final Set<String> AFTER_COMMA = Set.of("that", "about", "to", "whether", "how");

  private static final Set<String> CLAUSE_SUBJECTS =
      TellingWords.words("i you he she they we it there nobody");

  private static final Set<String> POINTED =
      TellingWords.words("at way point time of as regard respect effect extent basis stage");

  private final Clause clause;

  Matter(Clause clause) {
    this.clause = clause;
  }

  /// The words of what was told.
  @Nullable Span told(int next) {
    if (clause.cued != null && !clause.cued.content().isEmpty()) {
      return new Span(
          clause.cued.content().getFirst().start(), clause.cued.content().getLast().end());
    }
    if (clause.kind == TellingKind.SEE || clause.kind == TellingKind.COME) {
      return null;
    }
    int limit = clause.limit();
    int from = opensBare(next) ? next : -1;
    boolean comma = false;
    for (int i = next; from < 0 && i < clause.words.size() && i < next + Clause.FAR; i++) {
      Word word = clause.words.get(i);
      if (word.isStop() || word.start() >= limit) {
        break;
      }
      comma = comma || word.text().equals(",");
      boolean opens =
          (clause.kind == TellingKind.SEND || comma)
              ? AFTER_COMMA.contains(word.norm()) && clause.words.get(i - 1).text().equals(",")
              : TellingWords.OPENERS.contains(word.norm());
      if (opens && !isTime(i) && !isPointing(i)) {
        from = i;
        break;
      }
    }
    if (from < 0) {
      return null;
    }
    int to = from;
    while (to < clause.words.size()
        && !clause.words.get(to).isStop()
        && clause.words.get(to).start() < limit) {
      to++;
    }
    return to > from + 1
        ? new Span(clause.words.get(from).start(), clause.words.get(to - 1).end())
        : null;
  }

  /// "She told me he had left": the clause has no *that* before it.
  private boolean opensBare(int next) {
    if (next + 1 >= clause.words.size()
        || clause.kind != TellingKind.TELL
        || next != afterHearer()) {
      return false;
    }
    String bare = Phrase.bare(clause.words.get(next).norm());
    return CLAUSE_SUBJECTS.contains(bare) && clause.words.get(next + 1).isWord();
  }

  private int afterHearer() {
    Phrase hearer = clause.group.passive() ? null : Phrase.at(clause.words, clause.verb + 1);
    return hearer == null ? clause.verb + 1 : hearer.to();
  }

  /// "In that way", "not that at all".
  private boolean isPointing(int i) {
    return clause.words.get(i).norm().equals("that")
        && i + 1 < clause.words.size()
        && POINTED.contains(clause.words.get(i + 1).norm());
  }

  /// "The mayor's copy" on a paper's own list of who gets one.
  boolean isOwnCopy(@Nullable Phrase paper) {
    return paper != null
        && clause.carrier.kind() == Statement.Kind.OWN
        && !clause.speech.isHearing()
        && clause.speech.document().publisher() == null
        && clause.head(paper).startsWith("cop")
        && clause.possessor(paper) != null;
  }

  private boolean isTime(int i) {
    String norm = clause.words.get(i).norm();
    return (norm.equals("on") || norm.equals("that"))
        && (clause.speech.times().isTime(clause.words, i + 1)
            || clause.speech.times().isTime(clause.words, i + 2));
  }

  /// The paper that somebody was told of: "of the estimate". Null where it is something else.
  @Nullable Phrase paperIn(Span text) {
    for (int i = clause.verb + 1; i + 1 < clause.words.size(); i++) {
      if (clause.words.get(i).start() == text.start()) {
        String opener = clause.words.get(i).norm();
        Phrase phrase =
            opener.equals("of") || opener.equals("on") || opener.equals("about")
                ? Phrase.at(clause.words, i + 1)
                : null;
        return phrase != null && !phrase.isPronoun(clause.words) && phrase.isPaper(clause.words)
            ? phrase
            : null;
      }
    }
    return null;
  }

  @Nullable String through(int until, boolean paper) {
    Span sentence = new Span(clause.words.getFirst().start(), clause.words.getLast().end());
    Matcher matcher =
        THROUGH.matcher(clause.speech.text()).region(sentence.start(), sentence.end());
    String before = null;
    while (matcher.find()) {
      if (matcher.start() >= clause.words.get(clause.verb).end()
          && (matcher.start() < until || paper)) {
        return matcher.group().replaceAll("\\s++", " ");
      }
      if (matcher.end() <= clause.words.get(clause.verb).start()) {
        before = matcher.group().replaceAll("\\s++", " ");
      }
    }
    if (before != null && clause.cued == null) {
      return before;
    }
    return null;
  }
}
