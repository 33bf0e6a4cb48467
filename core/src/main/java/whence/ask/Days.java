package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds days as English writes them: "3 February 2025", "February 3rd", "the 3rd of February".
final class Days {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";

  static final String DAY =
      "(?:(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?"
          + MONTH
          + "|"
          + MONTH
          + "\\s(\\d{1,2})(?:st|nd|rd|th)?)(?![\\d:])(?:,?\\s(\\d{4}))?";

  private static final Pattern PATTERN = Pattern.compile("\\b" + DAY);

  /// @param start where it stands
  /// @param year null where the text gives none
  record Day(int start, int month, int day, @Nullable String year) {
    /// Whether a date is that day, as far as the text says.
    boolean is(@Nullable String value) {
      return value != null
          && value.length() >= 10
          && value.startsWith(String.format(Locale.ROOT, "%02d-%02d", month, day), 5)
          && (year == null || value.startsWith(year));
    }

    /// `02-03`, as the months and days of dates are written.
    String ofYear() {
      return String.format(Locale.ROOT, "%02d-%02d", month, day);
    }
  }

  private Days() {}

  static List<Day> in(String text) {
    List<Day> days = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(text);
    while (matcher.find()) {
      String day = matcher.group(1) != null ? matcher.group(1) : matcher.group(4);
      String month = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
      if (Integer.parseInt(day) <= 31) {
        days.add(new Day(matcher.start(), number, Integer.parseInt(day), matcher.group(5)));
      }
    }
    return days;
  }
}
