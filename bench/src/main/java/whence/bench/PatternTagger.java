package whence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Mention;
import whence.model.Span;
import whence.read.Tagger;

/// Finds `X said that C` and `X denied that C`: statements to weigh by the ten thousand without
/// waiting for a model, and a reader whose time is all its grammars'.
final class PatternTagger implements Tagger {
  private static final Pattern SAYING =
      Pattern.compile("(\\p{Lu}\\w+(?: \\p{Lu}\\w+)?) (said|denied|reported)( that)? ([^.?!]+)");

  @Override
  public Tagging tag(String text, List<Span> sentences, Voice voice) {
    List<Attribution> attributions = new ArrayList<>();
    List<Named> names = new ArrayList<>();
    for (Span sentence : sentences) {
      Matcher matcher = SAYING.matcher(text).region(sentence.start(), sentence.end());
      if (matcher.find()) {
        Span source = new Span(matcher.start(1), matcher.end(1));
        names.add(new Named(source, Mention.Kind.PERSON, 1));
        attributions.add(
            new Attribution(
                List.of(source),
                List.of(new Span(matcher.start(2), matcher.end(2))),
                List.of(new Span(matcher.start(4), matcher.end(4))),
                1));
      }
    }
    return new Tagging(attributions, names);
  }

  @Override
  public String version() {
    return "pattern 1";
  }
}
