package whence.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Passage;
import whence.model.Region;
import whence.model.Span;
import whence.model.Stance;
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

  private static final Set<String> SAID = Set.of("said", "added", "continued");

  private final Speech speech;
  private final List<Found> found = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();
  private final LastPaper last = new LastPaper();
  private int lastTold = -2;

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
    int before = found.size();
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
    if (found.size() > before) {
      lastTold = index;
    } else if (index == lastTold + 1 && !found.isEmpty()) {
      goesOn(outer, found.getLast());
    }
  }

  /// "She told the board that … She said …": perhaps to the board too.
  private void goesOn(Statement outer, Found told) {
    String by = told.by();
    boolean says =
        outer.cue().size() == 1
            && SAID.contains(outer.cue().getFirst().text().toLowerCase(Locale.ROOT))
            && outer.stance() == Stance.ASSERTS
            && outer.region() != Region.TURN;
    if (!says
        || by == null
        || told.to().isEmpty()
        || told.fact() != Fact.RECEIVED
        || told.certainty() != Certainty.STATED
        || !by.equals(speech.meant().name(outer.innermost()))) {
      return;
    }
    Passage cue = outer.cue().getFirst();
    found.add(
        new Found(
            new Span(cue.start(), cue.end()),
            by,
            told.to(),
            told.when(),
            told.through(),
            Fact.RECEIVED,
            Certainty.STATED,
            outer,
            outer,
            outer.contentText(),
            "",
            null,
            false,
            true));
  }
}
