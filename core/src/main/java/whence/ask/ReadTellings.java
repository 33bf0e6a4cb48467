package whence.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Time;

/// The tellings that one document's sentences report.
final class ReadTellings {
  /// A telling before it has an id.
  ///
  /// @param told the statement of what was told, null where it has none of its own
  /// @param paperAt where the paper is described, null for the document itself and for none
  /// @param itself whether what was told is what the document says
  record Found(
      Span at,
      @Nullable String by,
      List<String> to,
      @Nullable Time when,
      @Nullable String through,
      Fact fact,
      Certainty certainty,
      Statement statement,
      @Nullable Statement told,
      String text,
      String paper,
      @Nullable Span paperAt,
      boolean itself,
      boolean suggested) {}

  private final Speech speech;
  private final List<Found> found = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();
  private final LastPaper last = new LastPaper();

  private ReadTellings(Speech speech) {
    this.speech = speech;
  }

  static List<Found> in(Speech speech) {
    ReadTellings reading = new ReadTellings(speech);
    for (int i = 0; i < speech.outermost().size(); i++) {
      reading.read(i);
    }
    return reading.found;
  }

  private void read(int index) {
    Statement outer = speech.outermost().get(index);
    Span sentence = speech.sentence(outer);
    List<Word> words = Word.of(sentence.of(speech.text()), sentence.start());
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (TellingWords.PAPERS.contains(word.norm())
          && !word.norm().equals("page")
          && (i == 0 || !words.get(i - 1).norm().equals("by"))) {
        Phrase phrase = Phrase.before(words, i + 1);
        last.spokenOf(
            index,
            phrase == null
                ? new Span(word.start(), word.end())
                : new Span(words.get(phrase.from()).start(), word.end()));
      }
      if (!seen.contains(word.start())) {
        TellingKind kind = TellingKind.of(word.norm());
        if (kind != null && seen.add(word.start())) {
          Clause clause = new Clause(speech, last, index, words, i, kind);
          new TellingVerb(clause, last, found).read();
        }
      }
    }
  }
}
