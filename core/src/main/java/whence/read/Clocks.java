package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Time;
import whence.model.TimeExpression;

/// The two clocks of a saying: when it was said, and when it is about.
final class Clocks {
  /// How far from a sentence's start, and how far behind its words of saying, a time still goes
  /// with the saying, in characters.
  private static final int AT_HEAD = 12;

  private static final int BEHIND_CUE = 30;

  private final @Nullable Time documentDate;
  private final TreeMap<Integer, TimeExpression> times = new TreeMap<>();
  private final TreeMap<Integer, Span> sentences = new TreeMap<>();

  Clocks(@Nullable Time documentDate, List<Span> sentences, List<TimeExpression> times) {
    this.documentDate = documentDate;
    for (TimeExpression expression : times) {
      Integer start = expression.time().start();
      if (start != null) {
        this.times.put(start, expression);
      }
    }
    sentences.forEach(sentence -> this.sentences.put(sentence.start(), sentence));
  }

  /// When it was said: for the author's own words the document's date, in a transcript or mail what
  /// its form tells, and elsewhere the time that goes with the cue.
  @Nullable Time said(Saying saying) {
    Saying.Speaker speaker = saying.speaker();
    if (speaker != null) {
      return speaker.said();
    }
    if (saying.kind() == Statement.Kind.OWN) {
      return documentDate;
    }
    if (saying.cue().isEmpty()) {
      return null;
    }
    Span cue = saying.cue().getFirst();
    Map.Entry<Integer, Span> sentence = sentences.floorEntry(cue.start());
    if (sentence == null) {
      return null;
    }
    Time nearest = null;
    int distance = Integer.MAX_VALUE;
    for (TimeExpression expression :
        times.subMap(sentence.getValue().start(), sentence.getValue().end()).values()) {
      Span span = span(expression);
      boolean point =
          expression.type() == TimeExpression.Type.DATE
              || expression.type() == TimeExpression.Type.TIME;
      int away = Math.max(span.start() - cue.end(), cue.start() - span.end());
      if (point && away < distance && goesWithCue(span, saying, sentence.getValue())) {
        nearest = expression.time();
        distance = away;
      }
    }
    return nearest;
  }

  /// "On Monday Lee said", "Lee on Monday said", "said on Monday", "said Lee on Monday": at the
  /// head of the sentence, between source and cue, or right behind them; and no part of what is
  /// said or of who says it.
  private static boolean goesWithCue(Span time, Saying saying, Span sentence) {
    for (List<Span> part : List.of(saying.content(), saying.source())) {
      if (part.stream().anyMatch(span -> span.overlaps(time))) {
        return false;
      }
    }
    Span cue = saying.cue().getFirst();
    int sourceEnd = saying.source().isEmpty() ? cue.end() : saying.source().getFirst().end();
    boolean atHead = time.start() - sentence.start() <= AT_HEAD && time.end() <= cue.start();
    boolean between = sourceEnd <= time.start() && time.end() <= cue.start();
    int behind = time.start() - Math.max(cue.end(), sourceEnd);
    return atHead || between || (behind >= 0 && behind <= BEHIND_CUE);
  }

  private static Span span(TimeExpression expression) {
    Integer start = expression.time().start();
    Integer end = expression.time().end();
    return start == null || end == null ? new Span(0, 0) : new Span(start, end);
  }

  List<Time> about(Saying saying) {
    List<Time> about = new ArrayList<>();
    for (Span content : saying.content()) {
      for (TimeExpression expression : times.subMap(content.start(), content.end()).values()) {
        if (content.contains(span(expression))) {
          about.add(expression.time());
        }
      }
    }
    return about;
  }
}
