package whence.app.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of time as an ISO 8601 value means it, to its end: a year, a month, a day, an hour or
/// a minute. Clocks of places are taken as they are read there.
///
/// @param start seconds since 1970-01-01T00:00
/// @param end exclusive
record Stretch(long start, long end) {
  private static final Pattern VALUE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2})(?::?(\\d{2}).*)?)?)?)?");

  /// Empty for what is no such value, or no day that there was.
  static Optional<Stretch> of(String value) {
    Matcher parts = VALUE.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(parts.group(1));
      if (parts.group(2) == null) {
        return Optional.of(days(Year.of(year).atDay(1), Year.of(year).atDay(1).plusYears(1)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (parts.group(3) == null) {
        return Optional.of(days(month.atDay(1), month.plusMonths(1).atDay(1)));
      }
      LocalDate day = month.atDay(Integer.parseInt(parts.group(3)));
      if (parts.group(4) == null) {
        return Optional.of(days(day, day.plusDays(1)));
      }
      LocalDateTime hour = day.atTime(Integer.parseInt(parts.group(4)), 0);
      if (parts.group(5) == null) {
        return Optional.of(new Stretch(seconds(hour), seconds(hour.plusHours(1))));
      }
      LocalDateTime minute = hour.plusMinutes(Integer.parseInt(parts.group(5)));
      return Optional.of(new Stretch(seconds(minute), seconds(minute.plus(1, ChronoUnit.MINUTES))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Stretch days(LocalDate from, LocalDate to) {
    return new Stretch(seconds(from.atStartOfDay()), seconds(to.atStartOfDay()));
  }

  private static long seconds(LocalDateTime at) {
    return at.toEpochSecond(ZoneOffset.UTC);
  }

  long length() {
    return end - start;
  }

  boolean touches(Stretch other) {
    return start < other.end && other.start < end;
  }
}
