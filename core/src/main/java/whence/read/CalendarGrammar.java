package whence.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.read.TimeValue.Fixed;
import whence.read.TimeValue.OfYear;
import whence.read.TimeValue.ShortYear;

/// Recognizes days and months of the calendar.
final class CalendarGrammar {
  private static final Set<String> BEFORE_MONTH = WordLists.set("time-words.txt", "before-month");
  private static final Set<String> PLAIN_MONTHS =
      Set.of("january", "february", "july", "september", "october", "november", "december");

  private final TimeTokens words;

  CalendarGrammar(TimeTokens words) {
    this.words = words;
  }

  /// The longest date that begins at token `i`, null for none.
  @Nullable TimeFound at(int i) {
    TimeFound found = dated(i);
    return found == null ? numeric(i) : found;
  }

  /// "Friday, 10 June 2019", "June 10", "June 2019", "24 May 76".
  private @Nullable TimeFound dated(int i) {
    int k = i;
    if (words.isCapitalized(k)
        && (TimeWords.weekday(words.at(k)) > 0 || TimeWords.shortWeekday(words.at(k)) > 0)) {
      k++;
      while (words.at(k).equals(",") || words.at(k).equals(".")) {
        k++;
      }
      if (words.at(k).equals("the")) {
        k++;
      }
    }
    boolean weekday = k > i;
    if (words.month(k) > 0) {
      return monthFirst(i, k, weekday);
    }
    int day = words.day(k);
    if (day == 0 || words.isStuck(k)) {
      return null;
    }
    int m = words.at(k + 1).equals("of") ? k + 2 : k + 1;
    if (words.month(m) == 0) {
      return null;
    }
    int month = words.month(m);
    int last = behindDot(m);
    int y = words.at(last).equals(",") ? last + 1 : last;
    if (words.year(y) > 0) {
      return TimeFound.date(i, y + 1, day(words.year(y), month, day));
    }
    boolean shortYear =
        words.isPlainNumber(last)
            && words.at(last).length() == 2
            && TimeWords.isShortMonth(words.at(m));
    boolean apostrophe =
        words.at(last).equals("'")
            && words.isPlainNumber(last + 1)
            && words.at(last + 1).length() == 2;
    if (shortYear
        || (words.isPlainNumber(last)
            && words.at(last).length() == 2
            && !words.at(last + 1).matches("percent|%"))) {
      return TimeFound.date(
          i, last + 1, new ShortYear(Integer.parseInt(words.at(last)), month, day));
    }
    if (apostrophe) {
      return TimeFound.date(
          i, last + 2, new ShortYear(Integer.parseInt(words.at(last + 1)), month, day));
    }
    return TimeFound.date(i, last, new OfYear(month, day, TimeValue.NO_SHIFT));
  }

  private @Nullable TimeFound monthFirst(int i, int m, boolean weekday) {
    int month = words.month(m);
    int k = behindDot(m);
    int day = words.day(k);
    boolean range = isDayRange(words.at(k));
    if (words.at(k).equals("the") && words.day(k + 1) > 0) {
      k++;
      day = words.day(k);
    }
    if (day > 0 || range) {
      int y = words.at(k + 1).equals(",") ? k + 2 : k + 1;
      boolean dated = words.year(y) > 0 && !words.is(y + 1, YearGrammar.COUNTED);
      if (range) {
        return TimeFound.date(
            i,
            dated ? y + 1 : k + 1,
            dated ? range(words.year(y), month, words.at(k)) : TimeValue.UNKNOWN);
      }
      return dated
          ? TimeFound.date(i, y + 1, day(words.year(y), month, day))
          : TimeFound.date(i, k + 1, new OfYear(month, day, TimeValue.NO_SHIFT));
    }
    int y = words.at(k).equals(",") || words.at(k).equals("of") ? k + 1 : k;
    if (words.year(y) > 0 && !words.is(y + 1, YearGrammar.COUNTED)) {
      return TimeFound.date(
          i, y + 1, new Fixed(String.format(Locale.ROOT, "%04d-%02d", words.year(y), month)));
    }
    String norm = words.at(m);
    boolean plain =
        PLAIN_MONTHS.contains(norm)
            && !(words.isCapitalized(m + 1)
                && words.month(m + 1) == 0
                && !words.is(m - 1, BEFORE_MONTH));
    boolean told =
        words.is(m - 1, BEFORE_MONTH)
            && norm.length() > 2
            && !(norm.equals("may") && words.is(m - 1, Set.of("and", "to", "as")));
    if (weekday
        || words.isStuck(m)
        || !(plain || told)
        || (norm.length() <= 3 && !norm.equals("may"))) {
      return null;
    }
    int shift =
        switch (words.at(m - 1)) {
          case "last" -> -1;
          case "next" -> 1;
          case "this" -> 0;
          default -> TimeValue.NO_SHIFT;
        };
    return TimeFound.date(
        shift == TimeValue.NO_SHIFT ? i : i - 1, m + 1, new OfYear(month, 0, shift));
  }

  private int behindDot(int m) {
    boolean dot = words.at(m + 1).equals(".") && TimeWords.isShortMonth(words.at(m));
    return dot ? m + 2 : m + 1;
  }

  private static TimeValue day(int year, int month, int day) {
    try {
      return new Fixed(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) {
      return TimeValue.UNKNOWN;
    }
  }

  private static boolean isDayRange(String norm) {
    int dash = norm.indexOf('-');
    return dash > 0
        && dash <= 2
        && norm.length() <= dash + 3
        && norm.chars().allMatch(c -> c == '-' || Token.isDigit((char) c));
  }

  private static TimeValue range(int year, int month, String days) {
    String[] ends = days.split("-");
    return day(year, month, Integer.parseInt(ends[0])) instanceof Fixed from
            && ends.length == 2
            && !ends[1].isEmpty()
            && day(year, month, Integer.parseInt(ends[1])) instanceof Fixed to
        ? new Fixed(from.value() + "/" + to.value())
        : TimeValue.UNKNOWN;
  }

  /// "2019-06-10", "2019-06-10T10:30Z", "6/10/2019".
  private @Nullable TimeFound numeric(int i) {
    String norm = words.at(i);
    if (norm.length() < 6 || !Token.isDigit(norm.charAt(0)) || words.isStuck(i)) {
      return null;
    }
    if (norm.length() >= 10 && norm.charAt(4) == '-' && norm.charAt(7) == '-') {
      try {
        String date = LocalDate.parse(norm.substring(0, 10)).toString();
        boolean timed = norm.length() > 12 && norm.charAt(10) == 't';
        if (norm.length() == 10) {
          return TimeFound.date(i, i + 1, new Fixed(date));
        }
        return timed
            ? TimeFound.time(i, i + 1, new Fixed(date), norm.substring(10).toUpperCase(Locale.ROOT))
            : null;
      } catch (DateTimeException e) {
        return null;
      }
    }
    char mark = norm.indexOf('/') > 0 ? '/' : '.';
    String[] parts = norm.split(mark == '/' ? "/" : "\\.", -1);
    if (parts.length != 3
        || parts[0].length() > 2
        || parts[1].length() > 2
        || parts[1].isEmpty()
        || (parts[2].length() != 4 && !(mark == '/' && parts[2].length() == 2))) {
      return null;
    }
    int first = TimeWords.number(parts[0]);
    int second = TimeWords.number(parts[1]);
    int year = TimeWords.number(parts[2]);
    if (first < 1
        || second < 1
        || year < 0
        || Math.min(first, second) > 12
        || Math.max(first, second) > 31) {
      return null;
    }
    if (first <= 12 && second <= 12 && first != second) {
      return TimeFound.date(i, i + 1, TimeValue.UNKNOWN);
    }
    int month = first > 12 ? second : first;
    int day = first > 12 ? first : second;
    return TimeFound.date(
        i, i + 1, parts[2].length() == 4 ? day(year, month, day) : new ShortYear(year, month, day));
  }
}
