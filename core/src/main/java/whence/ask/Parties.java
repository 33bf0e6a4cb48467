package whence.ask;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Link;
import whence.model.Region;
import whence.model.Span;
import whence.model.SpeakerRole;

/// Who tells and who is told, in a clause.
final class Parties {
  private static final int NEAR = 8;
  private static final Set<String> LABELS = Set.of("answer", "question", "q", "a");

  private static final Set<String> OWN = Set.of("my", "our", "your", "his", "her", "their");

  private final Clause clause;

  Parties(Clause clause) {
    this.clause = clause;
  }

  /// Behind "to", or "to inform", in what is left of the clause.
  @Nullable Phrase receiver(int from) {
    for (int i = from;
        i < clause.words.size() && i < from + Clause.FAR && !clause.words.get(i).isStop();
        i++) {
      if (!clause.words.get(i).norm().equals("to")) {
        continue;
      }
      if (i > from && TellingWords.BEFORE_TO.contains(clause.words.get(i - 1).norm())) {
        return null;
      }
      int next = i + 1;
      boolean inform =
          next < clause.words.size() && TellingWords.TELL.contains(clause.words.get(next).norm());
      Phrase receiver = Phrase.at(clause.words, inform ? next + 1 : next);
      return receiver != null && isPerson(receiver) ? receiver : null;
    }
    return null;
  }

  boolean isHearer(Phrase phrase) {
    if (phrase.isPronoun(clause.words)) {
      return !Set.of("it", "this", "that", "which", "these", "those")
          .contains(phrase.first(clause.words));
    }
    return hears(phrase) && !phrase.isPaper(clause.words);
  }

  boolean isPerson(Phrase phrase) {
    if (phrase.isPronoun(clause.words)) {
      return !Set.of("it", "this", "that", "which", "these", "those")
          .contains(phrase.first(clause.words));
    }
    Word first = clause.words.get(phrase.from());
    return !phrase.isPaper(clause.words)
        && hears(phrase)
        && ((first.isCapital() && phrase.from() > 0)
            || TellingWords.DETERMINERS.contains(first.norm())
            || clause.speech.meant().mention(clause.span(phrase)) != null);
  }

  /// Whom "by" names a few words on: "told again that day by the clerk".
  @Nullable String agentBehind(int from) {
    for (int i = from; i < clause.words.size() && i < from + NEAR; i++) {
      Word word = clause.words.get(i);
      if (word.isStop() || TellingWords.OPENERS.contains(word.norm())) {
        return null;
      }
      Phrase agent = word.norm().equals("by") ? Phrase.at(clause.words, i + 1) : null;
      if (agent != null) {
        return isPerson(agent) ? agentName(agent) : null;
      }
    }
    return null;
  }

  /// Whose attention: "my", "the board's".
  @Nullable Phrase owner(int from, int attention) {
    boolean mine = attention == from + 1 && OWN.contains(clause.words.get(from).norm());
    boolean named = clause.words.get(attention - 1).norm().endsWith("'s");
    return mine || (named && attention > from) ? new Phrase(from, attention) : null;
  }

  @Nullable String teller() {
    if (clause.cued != null && !clause.cued.source().isEmpty()) {
      return named(clause.cued.innermost());
    }
    return clause.group.subject() == null ? null : agentName(clause.group.subject());
  }

  @Nullable String named(Link link) {
    String name = clause.speech.meant().name(link);
    String plain = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return TellingWords.NOBODY.contains(plain)
            || plain.startsWith("no ")
            || TellingWords.ANYBODY.contains(plain)
        ? null
        : name;
  }

  @Nullable String agentName(Phrase phrase) {
    if (clause.speech.times().isTime(clause.words, phrase.from())) {
      return null;
    }
    List<String> names = names(phrase);
    return names.isEmpty() ? null : names.getFirst();
  }

  /// A transcript read out: "Answer: Well, I told them".
  private boolean isTranscript() {
    for (int i = 0; i + 1 < clause.words.size() && i < 4; i++) {
      if (LABELS.contains(clause.words.get(i).norm())
          && clause.words.get(i + 1).text().equals(":")) {
        return true;
      }
    }
    return false;
  }

  private boolean isOwner(Phrase phrase) {
    return phrase.to() - phrase.from() == 1 && OWN.contains(phrase.first(clause.words));
  }

  /// A name may end like an abstract noun.
  private boolean hears(Phrase phrase) {
    return TellingWords.hears(clause.head(phrase))
        || (clause.words.get(phrase.to() - 1).isCapital()
            && !TellingWords.NO_HEARER.contains(clause.head(phrase)));
  }

  /// A witness's *you* is anybody, but between the witness and whoever asks: "I told you".
  private boolean isAnybody() {
    if (clause.speech.outermost().get(clause.index).speakerRole() != SpeakerRole.WITNESS) {
      return false;
    }
    Phrase subject = clause.group.subject();
    boolean mine = subject != null && Set.of("i", "we").contains(subject.first(clause.words));
    boolean toMe = false;
    for (int i = clause.verb + 1; i < clause.words.size() && i <= clause.verb + 2; i++) {
      toMe = toMe || Set.of("me", "us").contains(clause.words.get(i).norm());
    }
    boolean tells = clause.kind == TellingKind.TELL || clause.kind == TellingKind.TELL_TO;
    return !(mine || (toMe && tells));
  }

  /// Whether words stand in what a speaker in a hearing reads out: its *I* is another's.
  private boolean readsOut(Span at) {
    return clause.speech.outermost().get(clause.index).region() == Region.TURN
        && clause.speech.isQuoted(at.start());
  }

  /// Whether somebody tells who is not the one who says so.
  private boolean tellsAsThird() {
    Phrase subject = clause.group.subject();
    return subject != null && !subject.isPronoun(clause.words);
  }

  /// Who a phrase is about; empty where that stays open.
  List<String> names(Phrase phrase) {
    if (phrase.isOne(clause.words)) {
      return List.of();
    }
    Span span = clause.span(phrase);
    if (phrase.isPronoun(clause.words) || isOwner(phrase)) {
      String norm = phrase.first(clause.words);
      String name =
          switch (norm) {
            case "i", "me", "we", "us", "myself", "my", "our" ->
                clause.speaker.isEmpty() || readsOut(span) || isTranscript()
                    ? null
                    : clause.speaker;
            case "you", "your" ->
                readsOut(span) || isAnybody()
                    ? null
                    : clause.speech.meant().addressee(clause.carrier, clause.index);
            case "he", "she" -> clause.speech.meant().pronoun(clause.carrier, span, clause.index);
            case "him", "her" -> clause.speech.meant().object(clause.carrier, tellsAsThird());
            default -> null;
          };
      return name == null ? List.of() : List.of(name);
    }
    String mention = clause.speech.meant().mention(span);
    if (mention != null) {
      return List.of(mention);
    }
    String text = span.of(clause.speech.text()).replaceAll("[\\s>]++", " ");
    String plain =
        text.endsWith("'s") || text.endsWith("’s") ? text.substring(0, text.length() - 2) : text;
    return TellingWords.ANYBODY.contains(phrase.head(clause.words)) ? List.of() : List.of(plain);
  }
}
