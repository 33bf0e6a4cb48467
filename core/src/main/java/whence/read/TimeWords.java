package whence.read;

import java.util.List;
import java.util.Map;

/// The vocabulary of time expressions.
final class TimeWords {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("jan", 1),
          Map.entry("february", 2),
          Map.entry("feb", 2),
          Map.entry("march", 3),
          Map.entry("mar", 3),
          Map.entry("april", 4),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("jun", 6),
          Map.entry("july", 7),
          Map.entry("jul", 7),
          Map.entry("august", 8),
          Map.entry("aug", 8),
          Map.entry("september", 9),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("october", 10),
          Map.entry("oct", 10),
          Map.entry("november", 11),
          Map.entry("nov", 11),
          Map.entry("december", 12),
          Map.entry("dec", 12));

  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static final Map<String, Integer> SHORT_WEEKDAYS =
      Map.ofEntries(
          Map.entry("mon", 1),
          Map.entry("tue", 2),
          Map.entry("tues", 2),
          Map.entry("wed", 3),
          Map.entry("thu", 4),
          Map.entry("thur", 4),
          Map.entry("thurs", 4),
          Map.entry("fri", 5),
          Map.entry("sat", 6),
          Map.entry("sun", 7));

  private static final Map<String, Integer> NUMERALS =
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
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("ninety", 90),
          Map.entry("hundred", 100));

  private static final Map<String, String> UNITS =
      Map.of(
          "second", "S", "minute", "M", "hour", "H", "day", "D", "week", "W", "month", "MO", "year",
          "Y", "decade", "E", "century", "C");

  private static final Map<String, String> SEASONS =
      Map.of("spring", "SP", "summer", "SU", "fall", "FA", "autumn", "FA", "winter", "WI");

  private TimeWords() {}

  /// 1 to 12, 0 for no month.
  static int month(String norm) {
    return MONTHS.getOrDefault(norm, 0);
  }

  static boolean isShortMonth(String norm) {
    return norm.length() <= 4
        && month(norm) > 0
        && !norm.equals("may")
        && !norm.equals("june")
        && !norm.equals("july");
  }

  /// 1 (Monday) to 7, 0 for no weekday.
  static int weekday(String norm) {
    return WEEKDAYS.indexOf(norm) + 1;
  }

  /// The same for "Fri" and the like.
  static int shortWeekday(String norm) {
    return SHORT_WEEKDAYS.getOrDefault(norm, 0);
  }

  /// 1 to 7 for "Mondays".
  static int weekdays(String norm) {
    return norm.endsWith("days") ? weekday(norm.substring(0, norm.length() - 1)) : 0;
  }

  /// A number in words or plain digits, -1 for neither.
  static int number(String norm) {
    Integer named = NUMERALS.get(norm);
    if (named != null) {
      return named;
    }
    if (norm.isEmpty() || norm.length() > 5) {
      return -1;
    }
    for (int i = 0; i < norm.length(); i++) {
      if (!Token.isDigit(norm.charAt(i))) {
        return -1;
      }
    }
    return Integer.parseInt(norm);
  }

  /// `S M H D W MO Y E C`, empty for no unit; plural and singular alike.
  static String unit(String norm) {
    String one =
        norm.equals("centuries")
            ? "century"
            : norm.endsWith("s") ? norm.substring(0, norm.length() - 1) : norm;
    return UNITS.getOrDefault(one, "");
  }

  static String season(String norm) {
    return SEASONS.getOrDefault(norm, "");
  }
}
