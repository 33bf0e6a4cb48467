package whence.read;

import java.util.List;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Text;
import whence.model.TimeExpression;

/// Reads one document: its text in, its statements out. A pure function of document and text.
public final class Reader {
  /// Names this program's part in a reading; raised whenever the same model would read differently.
  private static final String PROGRAM = "reader 4";

  private final Tagger tagger;

  public Reader(Tagger tagger) {
    this.tagger = tagger;
  }

  /// Names what reads: program and model. A reading by another is stale.
  public String version() {
    return PROGRAM + " " + tagger.version();
  }

  public Reading read(Document document, Text text) {
    if (document.status() == Document.Status.NOT_READ) {
      return new Reading(document, text, List.of(), List.of(), version());
    }
    String characters = text.characters();
    Layout layout = Layout.of(text, document.mediaType());
    List<Span> sentences = Sentences.of(characters, layout);
    List<Span> prose =
        sentences.stream().filter(sentence -> isProse(characters, sentence)).toList();
    List<Spoken> spoken = Spoken.in(document, text, layout, sentences);
    Tagger.Voice voice = spoken.isEmpty() ? Tagger.Voice.AUTHOR : Tagger.Voice.SPEAKER;
    Tagger.Tagging tagging = tagger.tag(characters, prose, voice);
    String anchor = document.date() == null ? null : document.date().value();
    List<TimeExpression> times = Times.of(characters, sentences, anchor);
    Names names = Names.of(characters, tagging.names());
    List<Saying> sayings =
        new Outermost(text, layout, sentences).of(tagging.attributions(), spoken);
    List<Saying> nested = new Nesting(tagger, characters, sentences).read(sayings);
    List<Statement> statements =
        new Statements(document, text, layout, sentences, names, times, spoken).of(nested);
    return new Reading(document, text, times, statements, version());
  }

  /// Whether a sentence has letters enough to say something: tables of figures, rules and a hostile
  /// megabyte of brackets have not, and cost as much to tag.
  private static boolean isProse(String text, Span sentence) {
    int letters = 0;
    int others = 0;
    for (int i = sentence.start(); i < sentence.end(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || Character.isSurrogate(c)) {
        letters++;
      } else if (!Character.isWhitespace(c)) {
        others++;
      }
    }
    return letters * 2 >= others;
  }
}
