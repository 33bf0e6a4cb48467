package whence.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Mention;
import whence.model.Span;
import whence.read.Tagger;

/// Finds `X Y said (that) C` and `X Y denied that C`: enough for the tests of what lies around a
/// tagger, on any machine, with no model to load.
final class SayingTagger implements Tagger {
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
        names.add(new Named(source, Mention.Kind.PERSON, 0.9));
        attributions.add(
            new Attribution(
                List.of(source),
                List.of(new Span(matcher.start(2), matcher.end(2))),
                List.of(new Span(matcher.start(4), matcher.end(4))),
                0.75));
      }
    }
    return new Tagging(attributions, names);
  }

  @Override
  public String version() {
    return "saying 1";
  }
}
