package whence.ask;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Time;

/// By when what is foretold, or asked for, falls due.
///
/// A day without a year is the next such day after the saying: what is due lies ahead. Where the
/// saying is undated, such a time has no value.
final class Due {
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12));

  /// A time by which: the groups are end-of, day and month in either order, month and year, year,
  /// feast, a unit of time that is running or next.
  private static final Pattern BY =
      Pattern.compile(
          "(?i)\\b(?:by|before|until|till|prior to|ahead of|later than)\\s{1,4}"
              + "(?<time>(?:the\\s{1,4})?(?<end>(?:end|close|turn)\\s{1,4}of\\s{1,4})?"
              + "(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s{1,4})?"
              + "(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s{1,4}(?:of\\s{1,4})?(?<month>"
              + MONTH
              + ")|(?<month2>"
              + MONTH
              + ")\\s{1,4}(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))(?:,?\\s{1,4}(?<year>\\d{4})\\b)?"
              + "|(?<month3>"
              + MONTH
              + ")(?:,?\\s{1,4}(?<year3>\\d{4})\\b)?"
              + "|(?<year4>(?:19|20|21)\\d{2})\\b"
              + "|(?<feast>easter|christmas|new year)\\b(?:,?\\s{1,4}(?<year5>\\d{4})\\b)?"
              + "|(?:(?<which>this|next|the)\\s{1,4})?(?<unit>week|month|year|day)\\b"
              + "|(?<tomorrow>tomorrow)\\b))");

  private static final Pattern WITHIN =
      Pattern.compile(
          "(?i)\\b(?:within|(?:in|over|during)(?: the (?:next|coming))?)\\s{1,4}(?<time>(?:the next\\s{1,4})?"
              + "(?<number>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\s{1,4}"
              + "(?<unit>day|week|month|year)s?)\\b");

  private Due() {}

  /// When a forecast falls due; null where its text gives no time.
  ///
  /// @param text of the document
  /// @param said when it was said or its document is dated, ISO 8601
  static @Nullable Time of(String text, Statement statement, @Nullable String said) {
    for (Passage part : statement.content()) {
      Time due = in(text, new Span(part.start(), Sentence.end(text, part.end())), said);
      if (due != null) {
        return due;
      }
    }
    return lastAhead(statement, said);
  }

  /// The first time in `where` by which something is to be; null where there is none.
  static @Nullable Time in(String text, Span where, @Nullable String said) {
    String words = Sentence.fold(where.of(text));
    LocalDate from = day(said);
    Matcher by = BY.matcher(words);
    while (by.find()) {
      if (isWhole(by)) {
        return time(text, where, by, value(by, from));
      }
    }
    Matcher within = WITHIN.matcher(words);
    return within.find() ? time(text, where, within, within(within, from)) : null;
  }

  /// "by the year" and "before the week" name no end.
  private static boolean isWhole(Matcher by) {
    return by.group("unit") == null
        || by.group("end") != null
        || "this".equalsIgnoreCase(by.group("which"))
        || "next".equalsIgnoreCase(by.group("which"));
  }

  private static Time time(String text, Span where, Matcher found, @Nullable String value) {
    Span words = new Span(where.start() + found.start("time"), where.start() + found.end("time"));
    return Time.of(Passage.of(text, words), value);
  }

  private static @Nullable String value(Matcher by, @Nullable LocalDate from) {
    boolean end = by.group("end") != null;
    String dayOfMonth = by.group("day") != null ? by.group("day") : by.group("day2");
    if (dayOfMonth != null) {
      int month = month(by.group("month") != null ? by.group("month") : by.group("month2"));
      return date(by.group("year"), month, Integer.parseInt(dayOfMonth), from);
    }
    if (by.group("month3") != null) {
      return month(by.group("year3"), month(by.group("month3")), end, from);
    }
    if (by.group("year4") != null) {
      return by.group("year4") + (end ? "-12-31" : "");
    }
    if (by.group("feast") != null) {
      return feast(by.group("feast").toLowerCase(Locale.ROOT), by.group("year5"), from);
    }
    if (from == null) {
      return null;
    }
    if (by.group("tomorrow") != null) {
      return from.plusDays(1).toString();
    }
    boolean next = "next".equalsIgnoreCase(by.group("which"));
    return switch (by.group("unit").toLowerCase(Locale.ROOT)) {
      case "day" -> from.plusDays(next ? 1 : 0).toString();
      case "week" ->
          from.plusWeeks(next ? 1 : 0)
              .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
              .toString();
      case "month" -> {
        YearMonth month = YearMonth.from(from).plusMonths(next ? 1 : 0);
        yield end || !next ? month.atEndOfMonth().toString() : month.toString();
      }
      default -> {
        int year = from.getYear() + (next ? 1 : 0);
        yield end || !next ? year + "-12-31" : String.valueOf(year);
      }
    };
  }

  private static @Nullable String date(
      @Nullable String year, int month, int day, @Nullable LocalDate from) {
    try {
      if (year != null) {
        return LocalDate.of(Integer.parseInt(year), month, day).toString();
      }
      if (from == null) {
        return null;
      }
      LocalDate date = LocalDate.of(from.getYear(), month, day);
      return (date.isBefore(from) ? LocalDate.of(from.getYear() + 1, month, day) : date).toString();
    } catch (DateTimeException e) {
      return null; // no such day, 31 June
    }
  }

  private static @Nullable String month(
      @Nullable String year, int month, boolean end, @Nullable LocalDate from) {
    YearMonth of;
    if (year != null) {
      of = YearMonth.of(Integer.parseInt(year), month);
    } else if (from == null) {
      return null;
    } else {
      of = YearMonth.of(from.getYear(), month);
      of = of.isBefore(YearMonth.from(from)) ? of.plusYears(1) : of;
    }
    return end ? of.atEndOfMonth().toString() : of.toString();
  }

  private static @Nullable String feast(
      String feast, @Nullable String year, @Nullable LocalDate from) {
    if (year != null) {
      return feast(feast, Integer.parseInt(year)).toString();
    }
    if (from == null) {
      return null;
    }
    LocalDate date = feast(feast, from.getYear());
    return (date.isBefore(from) ? feast(feast, from.getYear() + 1) : date).toString();
  }

  private static LocalDate feast(String feast, int year) {
    return switch (feast) {
      case "easter" -> easter(year);
      case "christmas" -> LocalDate.of(year, 12, 25);
      default -> LocalDate.of(year, 1, 1);
    };
  }

  /// Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus,
  /// *Astronomical Algorithms*, 1991, chapter 8).
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  private static @Nullable String within(Matcher within, @Nullable LocalDate from) {
    if (from == null) {
      return null;
    }
    String words = within.group("number").toLowerCase(Locale.ROOT);
    Integer number = NUMBERS.get(words);
    ChronoUnit unit = ChronoUnit.valueOf(within.group("unit").toUpperCase(Locale.ROOT) + "S");
    return from.plus(number == null ? Integer.parseInt(words) : number, unit).toString();
  }

  private static int month(String word) {
    return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  /// The day of an ISO 8601 value; null where it names none.
  static @Nullable LocalDate day(@Nullable String value) {
    if (value == null || value.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(value.substring(0, 10));
    } catch (DateTimeException e) {
      return null; // a week, or a day of no known month
    }
  }

  /// The last of the times it speaks of: before that it cannot be judged. A time that lies before
  /// the saying is background, not what is foretold.
  private static @Nullable Time lastAhead(Statement statement, @Nullable String said) {
    Time due = null;
    for (Time time : statement.about()) {
      if (!Dates.sorts(time.value())
          || (Dates.sorts(said) && Dates.compareEnds(time.value(), said) < 0)) {
        continue;
      }
      if (due == null || Dates.compareEnds(time.value(), due.value()) > 0) {
        due = time;
      }
    }
    return due;
  }
}
