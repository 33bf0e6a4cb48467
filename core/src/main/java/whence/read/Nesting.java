package whence.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import whence.model.Region;
import whence.model.Span;

/// Finds what is said within what is said, by reading contents again as texts of their own: a
/// tagger marks the outermost attribution only.
final class Nesting {
  /// "A says that B says that C says": deeper than this nobody follows.
  private static final int DEEPEST = 3;

  /// A content of fewer characters holds no attribution.
  private static final int SHORTEST = 20;

  /// Less sure than this, what is found within a content is not taken: read out of its
  /// surroundings, much looks like saying.
  private static final double LEAST_SCORE = 0.18;

  private final Tagger tagger;
  private final String text;
  private final TreeMap<Integer, Span> sentences = new TreeMap<>();

  Nesting(Tagger tagger, String text, List<Span> sentences) {
    this.tagger = tagger;
    this.text = text;
    sentences.forEach(sentence -> this.sentences.put(sentence.start(), sentence));
  }

  List<Saying> read(List<Saying> sayings) {
    return read(sayings, DEEPEST);
  }

  /// Reads a level sentence by sentence, each by itself: beside the other sentences of a quotation
  /// one looks like mere quotation.
  private List<Saying> read(List<Saying> sayings, int deeper) {
    List<Span> stretches = new ArrayList<>();
    for (Saying saying : sayings) {
      if (isToBeRead(saying)) {
        for (Span content : saying.content()) {
          stretches.addAll(bySentence(Quotes.inside(text, content)));
        }
      }
    }
    stretches.removeIf(stretch -> stretch.length() < SHORTEST);
    stretches.sort(Comparator.naturalOrder());
    List<Tagger.Attribution> found = new ArrayList<>();
    if (deeper > 0) {
      tagger
          .tagEach(text, disjoint(stretches), Tagger.Voice.SPEAKER)
          .forEach(tagging -> found.addAll(tagging.attributions()));
    }
    List<Saying> read = new ArrayList<>();
    for (Saying saying : sayings) {
      List<Saying> inner = new ArrayList<>(saying.inner());
      if (isToBeRead(saying)) {
        for (Tagger.Attribution attribution : found) {
          Saying candidate = Saying.of(Told.withoutTold(text, attribution), Region.BODY);
          if (isWithin(candidate, saying)) {
            inner.add(candidate);
          }
        }
      }
      read.add(saying.with(inner.isEmpty() ? inner : read(inner, deeper - 1)));
    }
    return read;
  }

  /// A turn's sentences and a mail's have been read as what they are.
  private static boolean isToBeRead(Saying saying) {
    return saying.kind() == whence.model.Statement.Kind.ATTRIBUTED && saying.speaker() == null;
  }

  /// Within one content piece, with words of saying of its own and something said, and not the
  /// whole of it over again.
  private static boolean isWithin(Saying inner, Saying outer) {
    return inner.score() >= LEAST_SCORE
        && !inner.cue().isEmpty()
        && !inner.content().isEmpty()
        && outer.content().stream().anyMatch(piece -> piece.contains(inner.extent()))
        && !outer.content().equals(inner.content());
  }

  private List<Span> bySentence(Span content) {
    List<Span> parts = new ArrayList<>();
    Integer first = sentences.floorKey(content.start());
    for (Span sentence :
        sentences.subMap(first == null ? content.start() : first, content.end()).values()) {
      int start = Math.max(sentence.start(), content.start());
      int end = Math.min(sentence.end(), content.end());
      if (start < end) {
        parts.add(new Span(start, end));
      }
    }
    return parts;
  }

  private static List<Span> disjoint(List<Span> sorted) {
    List<Span> disjoint = new ArrayList<>();
    for (Span span : sorted) {
      if (disjoint.isEmpty() || disjoint.getLast().end() <= span.start()) {
        disjoint.add(span);
      }
    }
    return disjoint;
  }
}
