package whence.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.AnalyticConfidence;
import whence.model.Likelihood;
import whence.model.Passage;
import whence.model.Span;

/// Finds words of likelihood, and, apart from them, stated confidence.
public final class Estimative {
  private static final Phrases LIKELIHOOD = Phrases.read("estimative.txt");
  private static final Phrases CONFIDENCE = Phrases.read("confidence.txt");

  private Estimative() {}

  /// The words of likelihood in `content`, longest match, literally and with their negation. No
  /// scale and no numbers.
  public static List<Likelihood> of(String text, Span content) {
    return of(text, content, null);
  }

  /// The same where the document declares `scale` (see [Scales]); words that are not on it stay
  /// without range.
  public static List<Likelihood> of(String text, Span content, @Nullable Scale scale) {
    List<Token> tokens = Token.of(text, content);
    List<Likelihood> all = new ArrayList<>();
    for (Phrases.Found found : LIKELIHOOD.in(tokens)) {
      if (isName(text, tokens, found)) {
        continue;
      }
      Passage words = Passage.of(text, found.span());
      Scale.Range range = scale == null ? null : scale.of(words.text());
      all.add(
          scale == null || range == null
              ? new Likelihood(words, null, null, null)
              : new Likelihood(words, scale.name(), range.low(), range.high()));
    }
    return List.copyOf(all);
  }

  /// The confidence in sourcing and reasoning that `content` states, null where it states none or
  /// more than one level.
  public static @Nullable AnalyticConfidence confidence(String text, Span content) {
    AnalyticConfidence stated = null;
    for (Phrases.Found found : CONFIDENCE.in(Token.of(text, content))) {
      AnalyticConfidence level = AnalyticConfidence.valueOf(found.value());
      if (stated != null && stated != level) {
        return null;
      }
      stated = level;
    }
    return stated;
  }

  /// A lone capitalized word inside a sentence is a name ("Mr. Likely").
  private static boolean isName(String text, List<Token> tokens, Phrases.Found found) {
    return found.last() - found.first() == 1
        && found.first() > 0
        && tokens.get(found.first()).isCapitalized(text)
        && !text.substring(found.span().start(), found.span().end())
            .equals(
                text.substring(found.span().start(), found.span().end())
                    .toUpperCase(java.util.Locale.ROOT))
        && tokens.get(found.first() - 1).isWord();
  }
}
