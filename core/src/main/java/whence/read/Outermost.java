package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.model.Region;
import whence.model.Span;
import whence.model.Statement.Kind;
import whence.model.Text;

/// The outermost level of a document's saying: turns of a transcript, parts of a mail, what an
/// article attributes, and what its author asserts.
final class Outermost {
  /// An attribution less sure than this is not taken.
  private static final double LEAST_SCORE = 0.18;

  /// A speaker's name in capitals within a quotation.
  private static final Pattern LABEL =
      Pattern.compile(
          "[\"\u201C]?(\\p{Lu}[\\p{Lu}.'\u2019-]{1,20}(?: \\p{Lu}[\\p{Lu}.'\u2019-]{0,20}){0,3}):\\s+(?=\\S)");

  private final String text;
  private final Layout layout;
  private final List<Span> sentences;
  private final Set<Integer> sentenceStarts;

  Outermost(Text text, Layout layout, List<Span> sentences) {
    this.text = text.characters();
    this.layout = layout;
    this.sentences = sentences;
    this.sentenceStarts = sentences.stream().map(Span::start).collect(Collectors.toSet());
  }

  /// @param spoken sentences that the document's form says who speaks; empty for an article
  List<Saying> of(List<Tagger.Attribution> attributions, List<Spoken> spoken) {
    List<Saying> tagged =
        attributions.stream()
            .filter(attribution -> attribution.score() >= LEAST_SCORE)
            .map(attribution -> Told.withoutTold(text, attribution))
            .filter(this::isComplete)
            .map(attribution -> Saying.of(attribution, region(attribution)))
            .map(saying -> saying.citing(Citing.in(text, saying, sentences)))
            .sorted(Saying.ORDER)
            .toList();
    List<Saying> all = spoken.isEmpty() ? article(tagged) : turns(spoken, tagged);
    return all.stream().sorted(Saying.ORDER).toList();
  }

  /// Something is said, by a cue or in quotation marks; a refusal or a silence says what was asked
  /// only now and then.
  private boolean isComplete(Tagger.Attribution attribution) {
    if (!attribution.content().isEmpty()) {
      return !attribution.cue().isEmpty() || isQuotedSentence(attribution.content().getFirst());
    }
    return !attribution.source().isEmpty()
        && switch (Cues.stance(text, attribution.cue(), List.of())) {
          case DECLINES, SILENT, DENIES -> true;
          case ASSERTS, DOUBTS, ASKS -> false;
        };
  }

  /// A quotation that begins with its sentence, and no mere title or phrase in quotation marks.
  private boolean isQuotedSentence(Span content) {
    long words = Token.of(text, content).stream().filter(Token::isWord).count();
    return words >= 4
        && Quotes.opensAt(text, content.start())
        && sentenceStarts.contains(content.start());
  }

  private Region region(Tagger.Attribution attribution) {
    List<Span> where = attribution.content().isEmpty() ? attribution.cue() : attribution.content();
    return layout.regionAt(where.getFirst().start());
  }

  private List<Saying> turns(List<Spoken> spoken, List<Saying> tagged) {
    TreeMap<Integer, List<Saying>> byCue = new TreeMap<>();
    for (Saying saying : tagged) {
      if (!saying.cue().isEmpty()) {
        byCue.computeIfAbsent(saying.cue().getFirst().start(), _ -> new ArrayList<>()).add(saying);
      }
    }
    List<Saying> sayings = new ArrayList<>();
    for (Spoken one : spoken) {
      List<Saying> inner = new ArrayList<>();
      byCue.subMap(one.sentence().start(), one.sentence().end()).values().forEach(inner::addAll);
      sayings.add(
          new Saying(
              Kind.ATTRIBUTED,
              one.region(),
              one.label() == null ? List.of() : List.of(one.label()),
              List.of(),
              List.of(one.sentence()),
              null,
              one.speaker(),
              0.95,
              inner));
    }
    if (spoken.getFirst().region() == Region.TURN) {
      // A transcript may stand in a report, with sentences of its own around it.
      Cover turns = new Cover();
      spoken.forEach(one -> turns.add(one.sentence()));
      tagged.stream()
          .filter(saying ->
              Stream.concat(saying.cue().stream(), saying.content().stream())
                  .noneMatch(turns::overlaps))
          .forEach(sayings::add);
    }
    return sayings;
  }

  private List<Saying> article(List<Saying> tagged) {
    List<Saying> all = new ArrayList<>(tagged);
    Cover attributed = new Cover();
    for (Saying saying : tagged) {
      saying.content().forEach(attributed::add);
      saying.cue().forEach(attributed::add);
      saying.source().forEach(attributed::add);
    }
    for (Span sentence : sentences) {
      if (attributed.overlaps(sentence)) {
        continue;
      }
      Region region = layout.regionAt(sentence.start());
      if (Quotes.quoteWhole(text, sentence)) {
        all.add(quotation(sentence));
      } else if (isAssertion(sentence, region)) {
        all.add(own(Kind.OWN, region, sentence, 0.9));
      }
    }
    return all;
  }

  /// A quotation without a cue; one that prints who speaks ("LEE: I never saw it") has its source.
  private Saying quotation(Span sentence) {
    Matcher label = LABEL.matcher(text).region(sentence.start(), sentence.end());
    if (!label.lookingAt()) {
      return own(Kind.ATTRIBUTED, Region.QUOTATION, sentence, 0.6);
    }
    Span source = new Span(label.start(1), label.end(1));
    Span content = new Span(label.end(), sentence.end());
    return new Saying(
        Kind.ATTRIBUTED,
        Region.QUOTATION,
        List.of(source),
        List.of(),
        List.of(content),
        null,
        null,
        0.6,
        List.of());
  }

  private static Saying own(Kind kind, Region region, Span sentence, double score) {
    return new Saying(
        kind, region, List.of(), List.of(), List.of(sentence), null, null, score, List.of());
  }

  private boolean isAssertion(Span sentence, Region region) {
    if (region == Region.HEADER) {
      return false;
    }
    long words = Token.of(text, sentence).stream().filter(Token::isWord).count();
    char last = text.charAt(Quotes.inside(text, sentence).end() - 1);
    return words >= 4 && (region == Region.HEADLINE || ".!)\u2019'".indexOf(last) >= 0);
  }

  /// Stretches of the text, asked whether they overlap others.
  private static final class Cover {
    private final TreeMap<Integer, Integer> ends = new TreeMap<>();

    void add(Span span) {
      ends.merge(span.start(), span.end(), Math::max);
    }

    boolean overlaps(Span span) {
      Map.Entry<Integer, Integer> before = ends.lowerEntry(span.end());
      while (before != null) {
        if (before.getValue() > span.start()) {
          return true;
        }
        if (span.start() - before.getKey() > Sentences.LONGEST) {
          return false;
        }
        before = ends.lowerEntry(before.getKey());
      }
      return false;
    }
  }
}
