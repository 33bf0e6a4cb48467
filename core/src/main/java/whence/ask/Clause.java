package whence.ask;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Statement;

/// One verb of telling in its sentence.
final class Clause {
  /// So many words behind a verb still go with it.
  static final int FAR = 14;

  private static final Set<String> LEADING =
      TellingWords.words("so and but well now okay ok right yes no then sorry again");

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

  /// In a hearing an answer may cut a question off before its mark.
  private boolean opensAsQuestion() {
    SpeakerRole role = speech.outermost().get(index).speakerRole();
    if (role != SpeakerRole.COUNSEL && role != SpeakerRole.CHAIR) {
      return false;
    }
    int i = 0;
    while (i < words.size()
        && i < 6
        && (LEADING.contains(words.get(i).norm()) || !words.get(i).isWord())) {
      i++;
    }
    if (i + 1 >= words.size()) {
      return false;
    }
    String first = words.get(i).norm();
    String second = words.get(i + 1).norm();
    return (TellingWords.BE.contains(first)
            || TellingWords.HAVE.contains(first)
            || TellingWords.DO.contains(first)
            || TellingWords.MODAL.contains(first))
        && (TellingWords.PRONOUNS.contains(Phrase.bare(second))
            || TellingWords.DETERMINERS.contains(second)
            || second.equals("there")
            || words.get(i + 1).isCapital());
  }

  boolean endsInQuestion() {
    return opensAsQuestion()
        || words.getLast().text().equals("?")
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
