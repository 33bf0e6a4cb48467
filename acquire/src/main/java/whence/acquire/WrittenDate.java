package whence.acquire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A calendar date as people write it in English, with its year in full.
///
/// @param start of its words in the text searched
/// @param value ISO 8601: a month, a day, or a day with its time; null where the words leave the
///   day open (03/04/2019)
record WrittenDate(int start, int end, @Nullable String value) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  private static final String CLOCK =
      "(?:,?\\s{1,3}(?:at\\s)?(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?(?:\\s?([ap])\\.?m\\b\\.?)?)?";

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?i)\\b" + MONTH + "\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})\\b" + CLOCK);

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,3}(?:of\\s)?"
              + MONTH
              + ",?[\\s-]{1,3}(\\d{4})\\b"
              + CLOCK);

  private static final Pattern ISO =
      Pattern.compile(
          "\\b(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d{1,9})?"
              + "(Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])");

  private static final Pattern FIGURES =
      Pattern.compile("\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})\\b");

  private static final Pattern MONTH_ONLY =
      Pattern.compile("(?i)\\b" + MONTH + ",?\\s{1,3}(\\d{4})\\b");

  /// The first date in `text`; null if there is none.
  static @Nullable WrittenDate in(String text) {
    WrittenDate first = null;
    for (WrittenDate found :
        new @Nullable WrittenDate[] {
          monthFirst(text), dayFirst(text), iso(text), figures(text), month(text)
        }) {
      if (found != null
          && (first == null
              || found.start() < first.start()
              || (found.start() == first.start() && found.end() > first.end()))) {
        first = found;
      }
    }
    return first;
  }

  private static @Nullable WrittenDate monthFirst(String text) {
    Matcher m = MONTH_FIRST.matcher(text);
    return m.find() ? dated(m, m.group(3), month(m, 1), m.group(2), 4) : null;
  }

  private static @Nullable WrittenDate dayFirst(String text) {
    Matcher m = DAY_FIRST.matcher(text);
    return m.find() ? dated(m, m.group(3), month(m, 2), m.group(1), 4) : null;
  }

  private static @Nullable WrittenDate iso(String text) {
    Matcher m = ISO.matcher(text);
    if (!m.find()) {
      return null;
    }
    String date = day(m.group(1), Integer.parseInt(m.group(2)), m.group(3));
    if (date == null) {
      return null;
    }
    String hour = m.group(4);
    String second = m.group(6);
    String zone = m.group(7);
    String time =
        hour == null
            ? ""
            : "T"
                + hour
                + ":"
                + m.group(5)
                + (second == null ? "" : ":" + second)
                + (zone == null ? "" : zone);
    return new WrittenDate(m.start(), m.end(), date + time);
  }

  private static @Nullable WrittenDate figures(String text) {
    Matcher m = FIGURES.matcher(text);
    if (!m.find()) {
      return null;
    }
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(2));
    String value = null;
    if (first > 12 && second <= 12) {
      value = day(m.group(3), second, m.group(1));
    } else if (second > 12 && first <= 12) {
      value = day(m.group(3), first, m.group(2));
    } else if (first == second) {
      value = day(m.group(3), first, m.group(2));
    } else if (first > 12) {
      return null;
    }
    return new WrittenDate(m.start(), m.end(), value);
  }

  private static @Nullable WrittenDate month(String text) {
    Matcher m = MONTH_ONLY.matcher(text);
    if (!m.find() || !isYear(m.group(2))) {
      return null;
    }
    return new WrittenDate(
        m.start(), m.end(), String.format(Locale.ROOT, "%s-%02d", m.group(2), month(m, 1)));
  }

  private static int month(Matcher m, int group) {
    return 1 + MONTHS.indexOf(m.group(group).substring(0, 3).toLowerCase(Locale.ROOT));
  }

  private static @Nullable WrittenDate dated(
      Matcher m, String year, int month, String day, int clock) {
    String date = day(year, month, day);
    if (date == null) {
      return null;
    }
    String time = time(m.group(clock), m.group(clock + 1), m.group(clock + 2), m.group(clock + 3));
    return time == null
        ? new WrittenDate(m.start(), endOfDay(m, clock), date)
        : new WrittenDate(m.start(), m.end(), date + "T" + time);
  }

  /// Without a clock time, the words end with the year.
  private static int endOfDay(Matcher m, int clock) {
    return m.group(clock) == null ? m.end() : m.end(clock - 1);
  }

  private static @Nullable String time(
      @Nullable String hour,
      @Nullable String minute,
      @Nullable String second,
      @Nullable String half) {
    if (hour == null || minute == null) {
      return null;
    }
    int hours = Integer.parseInt(hour);
    if (half != null) {
      hours = hours % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    try {
      LocalTime time =
          LocalTime.of(
              hours, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
      return second == null
          ? String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute())
          : String.format(
              Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String day(String year, int month, String day) {
    try {
      return isYear(year)
          ? LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)).toString()
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isYear(String year) {
    int number = Integer.parseInt(year);
    return number >= 1700 && number <= 2199;
  }
}
