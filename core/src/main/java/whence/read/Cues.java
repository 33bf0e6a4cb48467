package whence.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import whence.model.Act;
import whence.model.Span;
import whence.model.Stance;

/// What the words of saying tell: what kind of act it is, and how the source stands to the content.
final class Cues {
  private static final Phrases STANCES = Phrases.read("stances.txt");
  private static final Phrases ACTS = Phrases.read("acts.txt");

  private Cues() {}

  /// The strongest stance that the cue's words show; a cue that shows none asserts.
  static Stance stance(String text, List<Span> cue, List<Span> content) {
    Stance strongest = Stance.ASSERTS;
    for (Span span : cue) {
      for (Phrases.Found found : STANCES.in(withRest(text, span, content))) {
        strongest = stronger(strongest, value(found));
      }
    }
    if (strongest == Stance.ASSERTS && !content.isEmpty()) {
      strongest = refusal(text, content.getFirst());
    }
    return strongest;
  }

  /// The cue's words, and the first of a content that goes on from it: "refused | to answer".
  private static List<Token> withRest(String text, Span cue, List<Span> content) {
    List<Token> tokens = new ArrayList<>(Token.of(text, cue));
    for (Span span : content) {
      if (span.start() >= cue.end() && text.substring(cue.end(), span.start()).isBlank()) {
        List<Token> rest = Token.of(text, span);
        if (!rest.isEmpty() && rest.getFirst().norm().equals("to")) {
          tokens.addAll(rest.subList(0, Math.min(4, rest.size())));
        }
      }
    }
    return tokens;
  }

  /// A speaker quoted as saying "I will not comment" declines, though the cue is a plain *said*.
  /// Told indirectly, the same words may be about somebody else's refusal.
  private static Stance refusal(String text, Span content) {
    if (content.length() == 0 || !Quotes.opensAt(text, content.start())) {
      return Stance.ASSERTS;
    }
    List<Token> tokens = Token.of(text, content);
    List<Token> opening = tokens.subList(0, Math.min(tokens.size(), 12));
    return STANCES.in(opening).stream().anyMatch(found -> value(found) == Stance.DECLINES)
        ? Stance.DECLINES
        : Stance.ASSERTS;
  }

  private static Stance value(Phrases.Found found) {
    return Stance.valueOf(found.value().toUpperCase(Locale.ROOT));
  }

  private static Stance stronger(Stance one, Stance other) {
    return Comparator.comparingInt(Cues::weight).compare(one, other) >= 0 ? one : other;
  }

  private static int weight(Stance stance) {
    return switch (stance) {
      case ASSERTS -> 0;
      case ASKS -> 1;
      case DOUBTS -> 2;
      case DENIES -> 3;
      case SILENT -> 4;
      case DECLINES -> 5;
    };
  }

  /// By the cue's last word that names an act; a cue that names none is speech.
  static Act act(String text, List<Span> cue) {
    Act act = Act.SPEECH;
    for (Span span : cue) {
      for (Phrases.Found found : ACTS.in(Token.of(text, span))) {
        act = Act.valueOf(found.value().toUpperCase(Locale.ROOT));
      }
    }
    return act;
  }
}
