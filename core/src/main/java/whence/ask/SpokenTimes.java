package whence.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Time;
import whence.model.TimeExpression;

/// The times that one document gives, by place.
final class SpokenTimes {
  private static final int HEAD = 400;

  private static final Pattern NAMED_DATE = Pattern.compile("\\d{4}");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final Pattern DAY_AND_MONTH =
      Pattern.compile(
          "(?i)(?:(?<before>\\d{1,2})(?:st|nd|rd|th)? )?"
              + "(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\.?"
              + "(?: (?<behind>\\d{1,2})(?:st|nd|rd|th)?)?");

  private final String text;
  private final List<TimeExpression> times;

  SpokenTimes(Reading reading) {
    this.text = reading.text().characters();
    String year = yearOfHead(reading);
    this.times =
        reading.times().stream()
            .filter(time -> time.time().start() != null)
            .map(time -> year == null ? time : inYear(time, year))
            .sorted(Comparator.comparingInt(time -> Objects.requireNonNull(time.time().start())))
            .toList();
  }

  /// The first whole date at the head of a paper whose own date nobody knows; null for others.
  private static @Nullable String yearOfHead(Reading reading) {
    if (reading.document().date() != null) {
      return null;
    }
    return reading.times().stream()
        .map(TimeExpression::time)
        .filter(time -> time.start() != null && time.start() < HEAD)
        .map(Time::value)
        .filter(value -> value != null && value.length() >= 10 && Dates.sorts(value))
        .findFirst()
        .orElse(null);
  }

  /// A day without a year is the last one before the paper was written.
  private static TimeExpression inYear(TimeExpression expression, String written) {
    Time time = expression.time();
    String value = time.value() == null ? dayOfAnyYear(time.text()) : time.value();
    if (value == null || !value.startsWith("XXXX-")) {
      return expression;
    }
    int year = Integer.parseInt(written.substring(0, 4));
    String rest = value.substring(4);
    boolean later = (written.substring(0, 4) + rest).compareTo(written) > 0;
    return new TimeExpression(
        new Time(time.text(), (later ? year - 1 : year) + rest, time.start(), time.end()),
        expression.type());
  }

  /// *28 August* as `XXXX-08-28`; null for anything else.
  private static @Nullable String dayOfAnyYear(@Nullable String words) {
    Matcher day = DAY_AND_MONTH.matcher(words == null ? "" : words);
    if (!day.matches() || (day.group("before") == null && day.group("behind") == null)) {
      return null;
    }
    String number = day.group("before") != null ? day.group("before") : day.group("behind");
    int month = MONTHS.indexOf(day.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    return String.format(Locale.ROOT, "XXXX-%02d-%02d", month, Integer.parseInt(number));
  }

  /// The nearest time around a place with no blank line between, the one behind it first.
  @Nullable Time timeAround(Span at, int reach) {
    int from = Math.max(text.lastIndexOf("\n\n", at.start()), at.start() - reach);
    int blank = text.indexOf("\n\n", at.end());
    int to = Math.min(blank < 0 ? text.length() : blank, at.end() + 12);
    Time before = null;
    for (TimeExpression each : times.subList(timesBefore(from), times.size())) {
      Time time = each.time();
      int start = Objects.requireNonNull(time.start());
      if (start >= to) {
        break;
      }
      if (Dates.sorts(time.value()) && each.type() == TimeExpression.Type.DATE) {
        if (start >= at.start()) {
          return time;
        }
        before = time;
      }
    }
    return before;
  }

  /// The dates within a stretch, ISO 8601.
  Set<String> dates(Span stretch) {
    Set<String> dates = new TreeSet<>();
    for (TimeExpression each : times.subList(timesBefore(stretch.start()), times.size())) {
      if (Objects.requireNonNull(each.time().start()) >= stretch.end()) {
        break;
      }
      if (Dates.sorts(each.time().value())) {
        dates.add(Objects.requireNonNull(each.time().value()));
      }
    }
    return dates;
  }

  /// How many times begin before a place.
  private int timesBefore(int place) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Objects.requireNonNull(times.get(middle).time().start()) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether a time begins with a word.
  boolean isTime(List<Word> words, int at) {
    if (at >= words.size()) {
      return false;
    }
    int start = words.get(at).start();
    int end = words.get(at).end();
    for (TimeExpression each : times.subList(timesBefore(start - 40), times.size())) {
      if (Objects.requireNonNull(each.time().start()) > end) {
        return false;
      }
      if (start <= Objects.requireNonNull(each.time().end())) {
        return true;
      }
    }
    return false;
  }

  /// The time in a sentence that a verb goes with: the nearest behind it, before `until`; else the
  /// nearest before it.
  ///
  /// @param turn whether it is said in a hearing, where only a date with its year is sure
  @Nullable Time time(Span sentence, int verb, int until, boolean turn) {
    Time before = null;
    for (TimeExpression each : times.subList(timesBefore(sentence.start()), times.size())) {
      Time time = each.time();
      int start = Objects.requireNonNull(time.start());
      if (start >= sentence.end()) {
        break;
      }
      if (start < sentence.start()
          || (turn && !NAMED_DATE.matcher(Objects.requireNonNullElse(time.text(), "")).find())
          || !Dates.sorts(time.value())
          || (each.type() != TimeExpression.Type.DATE && each.type() != TimeExpression.Type.TIME)) {
        continue;
      }
      if (start >= verb) {
        return start < until ? time : before;
      }
      before = time;
    }
    return before;
  }
}
