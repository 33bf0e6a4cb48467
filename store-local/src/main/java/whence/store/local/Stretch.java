package whence.store.local;

import java.util.ArrayList;
import java.util.List;
import whence.model.Reading;
import whence.model.Span;

/// A few sentences that stand together: enough to tell what they are about, and little enough to be
/// about one thing. What is looked for is compared with stretches; what is shown of one is the
/// member nearest to it.
///
/// @param span from the first sentence's start to the last one's end
/// @param members what can be found in it, in the order in which it was found
record Stretch(Span span, List<Searchable> members) {
  /// Sentences are put together up to so many characters.
  private static final int LONG = 400;

  /// A text of so many characters, a note or a headline with a line below, is one stretch.
  private static final int SHORT_TEXT = 600;

  Stretch {
    members = List.copyOf(members);
  }

  /// All of a reading's text that is not white space, in order.
  static List<Stretch> of(Reading reading) {
    String text = reading.text().characters();
    List<Span> spans = spans(text, Searchable.sentences(text));
    List<List<Searchable>> members = new ArrayList<>();
    spans.forEach(span -> members.add(new ArrayList<>()));
    for (Searchable searchable : Searchable.of(reading)) {
      members.get(holder(spans, searchable.passage().start())).add(searchable);
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      stretches.add(new Stretch(spans.get(i), members.get(i)));
    }
    return stretches;
  }

  private static List<Span> spans(String text, List<Span> sentences) {
    boolean isShort = text.length() <= SHORT_TEXT;
    List<Span> spans = new ArrayList<>();
    for (Span sentence : sentences) {
      Span last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && (isShort || belongs(text, last, sentence))) {
        spans.set(spans.size() - 1, new Span(last.start(), sentence.end()));
      } else {
        spans.add(sentence);
      }
    }
    return spans;
  }

  /// Neither a blank line nor a line's end where a sentence ends comes between: of a list with a
  /// sentence a line, every line stands by itself.
  private static boolean belongs(String text, Span stretch, Span sentence) {
    if (sentence.end() - stretch.start() > LONG) {
      return false;
    }
    String between = text.substring(stretch.end(), sentence.start());
    long lineEnds = between.chars().filter(c -> c == '\n').count();
    return lineEnds == 0
        || (lineEnds == 1 && Character.isLetterOrDigit(text.charAt(stretch.end() - 1)));
  }

  /// The last span that starts at or before `place`, or else the first.
  private static int holder(List<Span> spans, int place) {
    int low = 0;
    int high = spans.size() - 1;
    int found = 0;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).start() <= place) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }
}
