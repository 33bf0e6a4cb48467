package whence.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Tells whether a content says what is to come.
public final class Forecasts {
  private static final Phrases WORDS = Phrases.read("forecast.txt");

  /// A time ahead, for words that only lean forward ("would … by 2030").
  private static final Phrases AHEAD =
      Phrases.of(
          "by/until/before/after/in/from # \tyes",
          "by/until/before the? end of\tyes",
          "next/coming week/month/year/decade/quarter/years/months/weeks/days/spring/summer/fall/autumn/winter/election\tyes",
          "within/in/over the? next/coming? #/a/one/two/three/four/five/six/ten/few/several days/day/weeks/week/months/month/years/year/decade/decades\tyes",
          "tomorrow\tyes",
          "later this week/month/year\tyes",
          "in the future\tyes",
          "eventually/soon\tyes");

  private Forecasts() {}

  /// Whether `content` is a forecast: it says *will*, *is expected to* and the like, or leans
  /// forward (*would*, *likely to*) and names a time ahead.
  ///
  /// @param cue the words of saying, "predicts" makes what follows a forecast; null where none
  public static boolean isForecast(String text, Span content, @Nullable Span cue) {
    List<Token> tokens = Token.of(text, content);
    boolean leans = false;
    for (Phrases.Found found : WORDS.in(tokens)) {
      if (found.value().equals("yes") && !isQuestion(text, content)) {
        return true;
      }
      leans |= found.value().equals("maybe");
    }
    if (cue != null && predicts(text, cue)) {
      return true;
    }
    return leans && !AHEAD.in(tokens).isEmpty() && !isQuestion(text, content);
  }

  private static boolean isQuestion(String text, Span content) {
    return content.length() > 0 && text.charAt(content.end() - 1) == '?';
  }

  private static boolean predicts(String text, Span cue) {
    for (Token token : Token.of(text, cue)) {
      if (token.norm().startsWith("predict")
          || token.norm().startsWith("forecast")
          || token.norm().startsWith("foresee")
          || token.norm().startsWith("prophes")) {
        return true;
      }
    }
    return false;
  }
}
