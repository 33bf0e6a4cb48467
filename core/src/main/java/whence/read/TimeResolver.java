package whence.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.read.TimeValue.Away;
import whence.read.TimeValue.Fixed;
import whence.read.TimeValue.OfWeek;
import whence.read.TimeValue.OfYear;
import whence.read.TimeValue.Season;
import whence.read.TimeValue.ShortYear;
import whence.read.TimeValue.Unit;

/// Works out values against the day a document was written, and against the day it speaks of.
/// Whatever cannot be known is null.
final class TimeResolver {
  /// Whether a sentence looks back or ahead from a time expression.
  enum Tense {
    PAST,
    FUTURE,
    UNTOLD,
    UNCLEAR
  }

  private final @Nullable LocalDate day;
  private final @Nullable YearMonth month;
  private final int year;

  /// @param anchor `2019-06-10`, with or without a time, `2019-06`, `2019`, or null
  TimeResolver(@Nullable String anchor) {
    LocalDate known = null;
    YearMonth knownMonth = null;
    int knownYear = 0;
    if (anchor != null) {
      try {
        if (anchor.length() >= 10) {
          known = LocalDate.parse(anchor.substring(0, 10));
          knownMonth = YearMonth.from(known);
        } else if (anchor.length() == 7) {
          knownMonth = YearMonth.parse(anchor);
        }
        knownYear = knownMonth != null ? knownMonth.getYear() : Integer.parseInt(anchor);
      } catch (DateTimeException | NumberFormatException e) {
        known = null;
        knownMonth = null;
        knownYear = 0;
      }
    }
    day = known;
    month = knownMonth;
    year = knownYear;
  }

  /// @param narrative the one date that the text just spoke of, as TIMEX3; null where there is none
  ///   or more than one
  @Nullable String value(TimeValue value, Tense tense, @Nullable String narrative) {
    return switch (value) {
      case Fixed fixed -> fixed.value();
      case OfYear ofYear -> ofYear(ofYear, tense, narrative);
      case ShortYear shortYear -> shortYear(shortYear);
      case OfWeek ofWeek -> ofWeek(ofWeek, tense);
      case Away away ->
          away(
              away,
              away.narrative() ? day(narrative) : day,
              away.narrative() ? month(narrative) : month,
              away.narrative() ? year(narrative) : year);
      case Unit unit ->
          unit(
              unit,
              unit.narrative() ? day(narrative) : day,
              unit.narrative() ? month(narrative) : month,
              unit.narrative() ? year(narrative) : year);
      case Season season -> season(season, tense);
      case TimeValue.Unknown _ -> null;
    };
  }

  private @Nullable String ofYear(OfYear value, Tense tense, @Nullable String narrative) {
    if (month == null) {
      return null;
    }
    boolean elsewhere =
        value.shift() == TimeValue.NO_SHIFT
            && narrative != null
            && year(narrative) != 0
            && year(narrative) != year;
    if (elsewhere || tense == Tense.UNCLEAR) {
      return null;
    }
    YearMonth here = month.withMonth(value.month());
    int compared = here.compareTo(month);
    if (compared == 0 && value.day() > 0 && day != null) {
      compared = Integer.compare(value.day(), day.getDayOfMonth());
    }
    int shift =
        switch (value.shift()) {
          case -1 -> compared < 0 && value.day() == 0 ? 0 : -1;
          case 1 -> compared > 0 ? 0 : 1;
          case 0 -> 0;
          default -> nearest(compared, here, tense);
        };
    return written(here.plusYears(shift), value.day());
  }

  /// The year in which a bare date lies: behind for what was, ahead for what will be, else the
  /// nearer one.
  private int nearest(int compared, YearMonth here, Tense tense) {
    if (tense == Tense.PAST && compared > 0) {
      return -1;
    }
    if (tense == Tense.FUTURE && compared < 0) {
      return 1;
    }
    if (tense == Tense.UNTOLD && month != null) {
      int months = here.getMonthValue() - month.getMonthValue();
      return months > 6 ? -1 : months < -9 ? 1 : 0;
    }
    return 0;
  }

  private static @Nullable String written(YearMonth month, int day) {
    if (day == 0) {
      return month.toString();
    }
    return month.isValidDay(day) ? month.atDay(day).toString() : null;
  }

  private @Nullable String shortYear(ShortYear value) {
    if (year == 0) {
      return null;
    }
    int full = year / 100 * 100 + value.year();
    if (full > year) {
      full -= 100;
    }
    try {
      return LocalDate.of(full, value.month(), value.day()).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable String ofWeek(OfWeek value, Tense tense) {
    if (day == null || tense == Tense.UNCLEAR) {
      return null;
    }
    int back = Math.floorMod(day.getDayOfWeek().getValue() - value.day(), 7);
    int ahead = back == 0 ? 0 : 7 - back;
    return switch (value.shift()) {
      case -1 -> day.minusDays(back == 0 ? 7 : back).toString();
      case 1 -> ahead > 3 || ahead == 0 ? day.plusDays(ahead == 0 ? 7 : ahead).toString() : null;
      case 0 ->
          tense == Tense.PAST ? day.minusDays(back).toString() : day.plusDays(ahead).toString();
      default ->
          tense == Tense.FUTURE ? day.plusDays(ahead).toString() : day.minusDays(back).toString();
    };
  }

  private static @Nullable String away(
      Away away, @Nullable LocalDate day, @Nullable YearMonth month, int year) {
    int count = away.count();
    return switch (away.unit()) {
      case "D" -> day == null ? null : day.plusDays(count).toString();
      case "W" -> day == null ? null : week(day.plusWeeks(count));
      case "MO" -> month == null ? null : month.plusMonths(count).toString();
      case "Y" -> year == 0 ? null : year(year + count);
      case "E" -> year == 0 || count > 50 || count < -50 ? null : decade(year + count * 10);
      default -> null;
    };
  }

  private static @Nullable String unit(
      Unit unit, @Nullable LocalDate day, @Nullable YearMonth month, int year) {
    int shift = unit.shift();
    return switch (unit.unit()) {
      case "D" -> day == null ? null : day.plusDays(shift).toString();
      case "W" -> day == null ? null : week(day.plusWeeks(shift));
      case "WE" -> day == null ? null : week(day.plusWeeks(shift)) + "-WE";
      case "MO" -> month == null ? null : month.plusMonths(shift).toString();
      case "Q" -> month == null ? null : quarter(month.plusMonths(3L * shift));
      case "Y" -> year == 0 ? null : year(year + shift);
      case "E" -> year == 0 ? null : decade(year + shift * 10);
      case "C" -> year == 0 ? null : String.format(Locale.ROOT, "%02d", year / 100 + shift);
      default -> null;
    };
  }

  private @Nullable String season(Season season, Tense tense) {
    if (month == null) {
      return null;
    }
    int first =
        switch (season.season()) {
          case "SP" -> 3;
          case "SU" -> 6;
          case "FA" -> 9;
          default -> 12;
        };
    int now = month.getMonthValue();
    boolean winter = season.season().equals("WI");
    if (winter) {
      return null;
    }
    int shift =
        switch (season.shift()) {
          case -1 -> now > first + 2 ? 0 : -1;
          case 1 -> now < first ? 0 : 1;
          default -> tense == Tense.PAST && now < first ? -1 : 0;
        };
    return year(year + shift) + "-" + season.season();
  }

  private static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static String quarter(YearMonth month) {
    return year(month.getYear()) + "-Q" + ((month.getMonthValue() + 2) / 3);
  }

  private static String year(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }

  private static String decade(int year) {
    return year(year).substring(0, 3);
  }

  private static @Nullable LocalDate day(@Nullable String value) {
    try {
      return value == null || value.length() < 10 || value.indexOf('/') >= 0
          ? null
          : LocalDate.parse(value.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable YearMonth month(@Nullable String value) {
    try {
      return value == null || value.length() < 7 || value.indexOf('/') >= 0
          ? null
          : YearMonth.parse(value.substring(0, 7));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int year(@Nullable String value) {
    if (value == null || value.length() < 4 || value.indexOf('/') >= 0) {
      return 0;
    }
    return Math.max(0, TimeWords.number(value.substring(0, 4)));
  }
}
