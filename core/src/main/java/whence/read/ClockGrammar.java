package whence.read;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recognizes times of day.
final class ClockGrammar {
  private static final Set<String> ZONES = WordLists.set("time-words.txt", "zones");
  private static final Set<String> AT = WordLists.set("time-words.txt", "at");

  private final TimeTokens words;

  ClockGrammar(TimeTokens words) {
    this.words = words;
  }

  /// A time of day that begins at token `i`: its `clock` is set, its value unknown.
  @Nullable TimeFound at(int i) {
    String norm = words.at(i);
    if (norm.isEmpty()) {
      return null;
    }
    if ((norm.equals("noon") || norm.equals("midnight")) && !words.isCapitalized(i)) {
      return found(i, i + 1, norm.equals("noon") ? "T12:00" : "T24:00");
    }
    if (!Token.isDigit(norm.charAt(0)) || words.isStuck(i)) {
      return null;
    }
    int digits = 0;
    while (digits < norm.length() && Token.isDigit(norm.charAt(digits))) {
      digits++;
    }
    if (digits == 4
        && (norm.substring(4).equals("z")
            || (norm.length() == 4 && words.is(i + 1, Set.of("hours", "hrs", "zulu"))))) {
      String clock = clock(norm.substring(0, 2), norm.substring(2, 4), "", "");
      boolean zulu = norm.endsWith("z") || words.at(i + 1).equals("zulu");
      return clock == null
          ? null
          : found(i, norm.length() == 4 ? i + 2 : i + 1, zulu ? clock + "Z" : clock);
    }
    if (digits > 2) {
      return null;
    }
    String hour = norm.substring(0, digits);
    String rest = norm.substring(digits);
    String minute = "00";
    boolean minuted =
        rest.length() >= 3
            && (rest.charAt(0) == ':' || rest.charAt(0) == '.')
            && Token.isDigit(rest.charAt(1))
            && Token.isDigit(rest.charAt(2));
    boolean colon = minuted && rest.charAt(0) == ':';
    if (minuted) {
      minute = rest.substring(1, 3);
      rest = rest.substring(3);
      if (rest.length() == 3 && rest.charAt(0) == ':') {
        rest = "";
      }
    }
    String half = half(rest);
    int last = i + 1;
    if (half.isEmpty() && rest.isEmpty()) {
      half = half(words.at(i + 1));
      last = half.isEmpty() ? i + 1 : i + 2;
      if (!half.isEmpty()
          && words.at(i + 1).length() == 2
          && words.isCapitalized(i + 1) != words.at(i + 1).equals(words.at(i + 1))
          && words.is(i + 1, Set.of("am"))
          && !Character.isUpperCase(words.text().charAt(words.tokens().get(i + 1).start()))
          && words.at(i + 2).matches("[a-z]*ing|i|not|a")) {
        return null;
      }
    } else if (half.isEmpty()) {
      return null;
    }
    if (half.isEmpty() && words.at(i + 1).equals("o'clock")) {
      return found(i, i + 2, null);
    }
    boolean zoned = words.is(last, ZONES) && isShouted(last);
    boolean told = colon && (words.is(i - 1, AT) || zoned);
    if (half.isEmpty() && !told) {
      return null;
    }
    String clock = clock(hour, minute, half, zoned ? words.at(last) : "");
    return clock == null ? null : found(i, zoned ? last + 1 : last, clock);
  }

  private boolean isShouted(int i) {
    String word =
        words.text().substring(words.tokens().get(i).start(), words.tokens().get(i).end());
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static TimeFound found(int first, int last, @Nullable String clock) {
    return new TimeFound(
        first, last, whence.model.TimeExpression.Type.TIME, TimeValue.UNKNOWN, clock);
  }

  private static String half(String word) {
    return switch (word) {
      case "am", "a.m.", "a.m" -> "am";
      case "pm", "p.m.", "p.m" -> "pm";
      default -> "";
    };
  }

  private static @Nullable String clock(String hour, String minute, String half, String zone) {
    int h = Integer.parseInt(hour);
    int m = Integer.parseInt(minute);
    boolean valid = m < 60 && (half.isEmpty() ? h < 25 : h >= 1 && h <= 12);
    if (!valid) {
      return null;
    }
    if (half.equals("pm") && h < 12) {
      h += 12;
    } else if (half.equals("am") && h == 12) {
      h = 0;
    }
    boolean universal =
        zone.equals("gmt") || zone.equals("utc") || zone.equals("z") || zone.equals("zulu");
    return String.format(Locale.ROOT, "T%02d:%02d%s", h, m, universal ? "Z" : "");
  }
}
