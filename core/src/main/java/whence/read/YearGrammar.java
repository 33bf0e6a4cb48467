package whence.read;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.read.TimeValue.Fixed;

/// Recognizes years, decades, centuries, quarters and seasons.
final class YearGrammar {
  private static final Set<String> BEFORE_YEAR = WordLists.set("time-words.txt", "before-year");
  private static final Set<String> DETERMINERS = WordLists.set("time-words.txt", "determiners");
  private static final Set<String> ORDINALS = Set.of("first", "second", "third", "fourth");
  static final Set<String> COUNTED = WordLists.set("time-words.txt", "counted");

  private final TimeTokens words;

  YearGrammar(TimeTokens words) {
    this.words = words;
  }

  /// The date that begins at token `i`, null for none.
  @Nullable TimeFound at(int i) {
    TimeFound found = quarter(i);
    if (found == null) {
      found = season(i);
    }
    if (found == null) {
      found = decade(i);
    }
    return found == null ? year(i) : found;
  }

  /// "in 2019", "the 2016 election", "2015-2019".
  private @Nullable TimeFound year(int i) {
    String norm = words.at(i);
    if (norm.length() == 9
        && norm.charAt(4) == '-'
        && isYear(norm.substring(0, 4))
        && isYear(norm.substring(5))
        && !words.isStuck(i)) {
      return TimeFound.date(i, i + 1, new Fixed(norm.replace('-', '/')));
    }
    int year = words.year(i);
    if (year == 0 || words.isStuck(i) || words.is(i + 1, COUNTED)) {
      return null;
    }
    boolean modern = year >= 1900 && year <= 2099;
    boolean told =
        words.is(i - 1, BEFORE_YEAR)
            && (modern || words.is(i - 1, Set.of("in", "since", "year", "circa")));
    if (words.at(i - 1).equals("for")
        || words.at(i - 1).equals("to")
        || words.at(i - 1).equals("or")
        || words.at(i - 1).equals("of")) {
      told = modern && year >= 1950;
    }
    if (words.at(i - 1).equals("and") || words.at(i - 1).equals("or")) {
      told = words.year(i - 2) > 0;
    }
    boolean named =
        modern
            && year >= 1950
            && words.is(i - 1, DETERMINERS)
            && i + 1 < words.size()
            && words.tokens().get(i + 1).isWord();
    boolean parenthesized = modern && words.at(i - 1).equals("(") && words.at(i + 1).equals(")");
    boolean opened = modern && i == 0 && words.at(1).equals(",");
    return told || named || parenthesized || opened
        ? TimeFound.date(i, i + 1, new Fixed(norm))
        : null;
  }

  private static boolean isYear(String digits) {
    int year = TimeWords.number(digits);
    return year >= 1500 && year <= 2100;
  }

  /// "the 1990s", "mid-1990s", "the 19th century".
  private @Nullable TimeFound decade(int i) {
    String norm = words.at(i);
    boolean full = norm.length() == 5 && norm.endsWith("0s") && isYear(norm.substring(0, 4));
    if (full && !words.isStuck(i)) {
      return TimeFound.date(i, i + 1, new Fixed(norm.substring(0, 3)));
    }
    boolean shortened = norm.length() == 3 && norm.endsWith("0s") && Token.isDigit(norm.charAt(0));
    if (shortened
        && (words.at(i - 1).equals("'") || words.is(i - 1, Set.of("the", "early", "late", "mid")))
        && !words.is(i - 2, Set.of("his", "her", "their", "my"))) {
      boolean clear = norm.charAt(0) >= '3';
      return TimeFound.date(
          words.at(i - 1).equals("'") ? i - 1 : i,
          i + 1,
          clear ? new Fixed("19" + norm.charAt(0)) : TimeValue.UNKNOWN);
    }
    boolean ordinal =
        norm.length() == 4
            && (norm.endsWith("th") || norm.endsWith("st"))
            && Token.isDigit(norm.charAt(0))
            && Token.isDigit(norm.charAt(1));
    if (ordinal && words.at(i + 1).equals("century")) {
      int century = Integer.parseInt(norm.substring(0, 2));
      return TimeFound.date(i, i + 2, new Fixed(String.format(Locale.ROOT, "%02d", century - 1)));
    }
    return null;
  }

  /// "the first quarter of 2019", "Q3 2019".
  private @Nullable TimeFound quarter(int i) {
    String norm = words.at(i);
    int number = 0;
    int last = i + 1;
    if (norm.length() == 2
        && norm.charAt(0) == 'q'
        && norm.charAt(1) >= '1'
        && norm.charAt(1) <= '4') {
      number = norm.charAt(1) - '0';
    } else if (ORDINALS.contains(norm) && words.at(i + 1).equals("quarter")) {
      number = norm.equals("first") ? 1 : norm.equals("second") ? 2 : norm.equals("third") ? 3 : 4;
      last = i + 2;
    }
    if (number == 0) {
      return null;
    }
    int y = words.at(last).equals("of") ? last + 1 : last;
    return words.year(y) > 0
        ? TimeFound.date(i, y + 1, new Fixed(words.at(y) + "-Q" + number))
        : null;
  }

  /// "summer 2015", "the fall of 2015", "this spring", "in the spring".
  private @Nullable TimeFound season(int i) {
    boolean shifted = words.is(i, Set.of("this", "last", "next"));
    int s = shifted ? i + 1 : i;
    String season = TimeWords.season(words.at(s));
    if (season.isEmpty()) {
      return null;
    }
    int y = words.at(s + 1).equals("of") ? s + 2 : s + 1;
    if (words.year(y) > 0) {
      return TimeFound.date(i, y + 1, new Fixed(words.at(y) + "-" + season));
    }
    if (shifted) {
      int shift = words.at(i).equals("last") ? -1 : words.at(i).equals("next") ? 1 : 0;
      return TimeFound.date(i, s + 1, new TimeValue.Season(season, shift));
    }
    boolean told =
        words.at(i - 1).equals("the")
            && words.is(i - 2, Set.of("in", "during", "by", "until", "since", "through"))
            && !words.at(i + 1).equals("of");
    return told ? TimeFound.date(i, i + 1, TimeValue.UNKNOWN) : null;
  }
}
