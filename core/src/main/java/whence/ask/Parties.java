package whence.ask;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Link;
import whence.model.Region;
import whence.model.Span;

/// Who tells and who is told, in a clause.
final class Parties {
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
    return !TellingWords.NO_HEARER.contains(clause.head(phrase)) && !phrase.isPaper(clause.words);
  }

  boolean isPerson(Phrase phrase) {
    if (phrase.isPronoun(clause.words)) {
      return !Set.of("it", "this", "that", "which", "these", "those")
          .contains(phrase.first(clause.words));
    }
    Word first = clause.words.get(phrase.from());
    return !phrase.isPaper(clause.words)
        && !TellingWords.NO_HEARER.contains(clause.head(phrase))
        && ((first.isCapital() && phrase.from() > 0)
            || TellingWords.DETERMINERS.contains(first.norm())
            || clause.speech.meant().mention(clause.span(phrase)) != null);
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
    List<String> names = names(phrase);
    return names.isEmpty() ? null : names.getFirst();
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
    if (phrase.isPronoun(clause.words)) {
      String norm = phrase.first(clause.words);
      String name =
          switch (norm) {
            case "i", "me", "we", "us", "myself" ->
                clause.speaker.isEmpty() || readsOut(span) ? null : clause.speaker;
            case "you" ->
                readsOut(span)
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
