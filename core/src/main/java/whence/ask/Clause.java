package whence.ask;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Statement;

/// One verb of telling in its sentence.
final class Clause {
  /// So many words behind a verb still go with it.
  static final int FAR = 14;

  final Speech speech;
  final int index;
  final List<Word> words;
  final int verb;
  final TellingKind kind;
  final Statement carrier;
  final @Nullable Statement cued;
  final VerbGroup group;
  final String speaker;
  private final LastPaper last;

  /// @param index of the outermost statement
  /// @param verb index of its word
  Clause(Speech speech, LastPaper last, int index, List<Word> words, int verb, TellingKind kind) {
    this.speech = speech;
    this.last = last;
    this.index = index;
    this.words = words;
    this.verb = verb;
    this.kind = kind;
    int at = words.get(verb).start();
    this.cued = speech.cuedBy(at);
    this.carrier = Objects.requireNonNullElse(speech.carrier(at), speech.outermost().get(index));
    this.group = VerbGroup.before(words, verb);
    this.speaker = speech.meant().speaker(carrier, cued);
  }

  String head(Phrase phrase) {
    return phrase.head(words);
  }

  @Nullable Phrase possessor(Phrase phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (words.get(i).norm().endsWith("'s")) {
        return new Phrase(phrase.from(), i + 1);
      }
    }
    return null;
  }

  /// A paper by its words, or "it" soon behind one.
  boolean isThing(Phrase phrase) {
    if (phrase.isPronoun(words)) {
      String norm = phrase.first(words);
      return (norm.equals("it") || norm.equals("this") || norm.equals("that"))
          && last.at() != null
          && index - last.index() <= (carrier.speakerRole() == null ? 3 : 6);
    }
    return phrase.isPaper(words) || (head(phrase).equals("page") || head(phrase).equals("copy"));
  }

  Span span(Phrase phrase) {
    return new Span(words.get(phrase.from()).start(), words.get(phrase.to() - 1).end());
  }

  boolean opensContent(int next) {
    return next < words.size() && words.get(next).norm().equals("that");
  }

  boolean endsInQuestion() {
    return words.getLast().text().equals("?")
        || (words.size() > 1 && words.get(words.size() - 2).text().equals("?"));
  }

  /// Where the words end that hold the telling: what stands behind them is another's.
  int limit() {
    int at = words.get(verb).start();
    return carrier.content().stream()
        .filter(_ -> carrier.content().getFirst().start() <= at)
        .mapToInt(Passage::end)
        .filter(end -> end > at)
        .max()
        .orElse(Integer.MAX_VALUE);
  }
}
