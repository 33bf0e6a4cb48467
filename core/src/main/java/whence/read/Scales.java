package whence.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Which scale of likelihood words a document declares to use.
public final class Scales {
  private static final Phrases NAMES =
      Phrases.of(
          "icd 203\tICD 203",
          "icd203\tICD 203",
          "intelligence community directive 203\tICD 203",
          "intelligence community directive ( icd ) 203\tICD 203",
          "phia\tPHIA",
          "professional head of? intelligence assessment\tPHIA",
          "probability yardstick\tPHIA",
          "not/without/nor/never/unlike _5 icd 203\t-",
          "not/without/nor/never/unlike _5 phia/yardstick\t-",
          "not/without/nor/never/unlike _5 probability yardstick\t-");

  /// How many printed rows make a printed table.
  private static final int ROWS = 4;

  private static final int WITHIN_TOKENS = 10;

  private Scales() {}

  /// The one scale that a text names or prints; null where it declares none, or more than one.
  public static @Nullable Scale declaredIn(String text) {
    List<Token> tokens = Token.of(text, new Span(0, text.length()));
    Set<String> named = new HashSet<>();
    for (Phrases.Found found : NAMES.in(tokens)) {
      named.add(found.value());
    }
    List<Scale> declared = new ArrayList<>();
    for (Scale scale : Scale.ALL) {
      if (named.contains(scale.name()) || (named.isEmpty() && printed(scale, tokens))) {
        declared.add(scale);
      }
    }
    return declared.size() == 1 ? declared.getFirst() : null;
  }

  /// Whether at least four of the scale's ranges stand behind their words.
  private static boolean printed(Scale scale, List<Token> tokens) {
    String[] lines =
        scale.ranges().keySet().stream().sorted().map(w -> w + "\t" + w).toArray(String[]::new);
    Set<Scale.Range> rows = new HashSet<>();
    for (Phrases.Found found : Phrases.of(lines).in(tokens)) {
      Scale.Range range = scale.ranges().get(found.value());
      if (range != null && numbersFollow(tokens, found.last(), range)) {
        rows.add(range);
      }
    }
    return rows.size() >= ROWS;
  }

  private static boolean numbersFollow(List<Token> tokens, int from, Scale.Range range) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = from; i < Math.min(tokens.size(), from + WITHIN_TOKENS); i++) {
      if (tokens.get(i).isNumber()) {
        for (String part : tokens.get(i).norm().split("[-.,:/]")) {
          if (!part.isEmpty() && part.length() < 4 && part.chars().allMatch(Character::isDigit)) {
            numbers.add(Integer.parseInt(part));
          }
        }
      }
      if (numbers.size() >= 2) {
        break;
      }
    }
    return numbers.size() >= 2
        && numbers.get(0) == Math.round(range.low() * 100)
        && numbers.get(1) == Math.round(range.high() * 100);
  }
}
