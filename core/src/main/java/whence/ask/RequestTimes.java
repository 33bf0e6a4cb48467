package whence.ask;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Time;
import whence.model.TimeExpression;

/// When somebody was asked for comment, and until when.
final class RequestTimes {
  private static final Pattern ASKED_ON =
      Pattern.compile(
          "(?i)\\b(?:(?:put|submitted|left|made|delivered) (?:\\w+ ){0,3}(?:questions?|requests?|messages?|calls?|letters?)|sent|asked|wrote|written|e-?mailed|posted|contacted|telephoned)\\b[^,.;]{0,60}$");
  private static final Pattern NTH =
      Pattern.compile(
          "(?i)\\b(?:wrote|written|sent|asked|e-?mailed)\\b[^.;]{0,60}? (?<time>on the (?<day>\\d{1,2})(?:st|nd|rd|th))\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?i)\\b(?:(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?: ?(?<half>[ap])\\.?m\\b)?|(?<hour2>1[0-2]|\\d) ?(?<half2>[ap])\\.?m\\b|(?<noon>noon))");
  private static final Pattern DEADLINE =
      Pattern.compile("(?i)\\b(?:by|before|no later than|deadline)\\b");

  private final RequestText text;

  RequestTimes(RequestText text) {
    this.text = text;
  }

  /// When they were asked, as the sentence tells: the time behind "sent" or "wrote", or when
  /// somebody refused to speak.
  @Nullable Time asked(Span span, String sentence, Matcher trigger, String about) {
    Matcher nth = NTH.matcher(sentence);
    if (nth.find()) {
      Span words = new Span(span.start() + nth.start("time") + 3, span.start() + nth.end("time"));
      return Time.of(
          Passage.of(text.text, words),
          dayOfMonth(Integer.parseInt(nth.group("day")), words.start()));
    }
    for (TimeExpression each : text.times) {
      Time time = each.time();
      if (!isIn(time, span)
          || each.type() == TimeExpression.Type.DURATION
          || (!about.isEmpty() && about.contains(String.valueOf(time.text())))) {
        continue;
      }
      int start = Objects.requireNonNull(time.start()) - span.start();
      int end = Objects.requireNonNull(time.end()) - span.start();
      if (ASKED_ON.matcher(sentence.substring(0, start)).find()) {
        return time;
      }
      String before = sentence.substring(0, start).strip();
      boolean adverb =
          start >= trigger.end()
              && !before.matches(
                  "(?i).*\\b(?:before|after|since|of|from|in|during|by|the|that|a|an|until|until the|deadline)$")
              && sentence.substring(end).matches("^[.,”\"]?.{0,2}$");
      boolean rightBefore = end <= trigger.start() && trigger.start() - end < 3;
      if (adverb || rightBefore) {
        return time;
      }
    }
    return null;
  }

  private @Nullable String dayOfMonth(int day, int at) {
    Statement statement = text.statement(new Span(at, at + 1), at);
    Time time =
        statement != null && statement.said() != null ? statement.said() : text.document.date();
    java.time.LocalDate said = time == null ? null : Due.day(time.value());
    if (said == null || day < 1 || day > 28) {
      return null;
    }
    return (day <= said.getDayOfMonth() ? said : said.minusMonths(1))
        .withDayOfMonth(day)
        .toString();
  }

  /// When the mail was written in which somebody is asked.
  @Nullable Time written(Statement statement, Span span, String sentence, Matcher trigger) {
    Time asked = asked(span, sentence, trigger, "");
    return asked != null || !text.isMail ? asked : statement.said();
  }

  /// When somebody spoke: "told reporters … on Friday".
  @Nullable Time occasion(Span sentence) {
    for (TimeExpression each : text.times) {
      Time time = each.time();
      if (isIn(time, sentence)) {
        String before =
            text.folded.substring(sentence.start(), Objects.requireNonNull(time.start()));
        if (before.matches(
                "(?i).*\\b(?:reporters|interview|conference|briefing|journalists)\\b[^,;]{0,60}$")
            && !before.matches("(?i).*\\b(?:that|whether)\\b.*")) {
          return time;
        }
      }
    }
    return null;
  }

  @Nullable Time deadline(Span span, String sentence) {
    Matcher deadline = DEADLINE.matcher(sentence);
    while (deadline.find()) {
      Span rest =
          new Span(
              span.start() + deadline.start(),
              Math.min(span.end(), span.start() + deadline.end() + 80));
      Time day = timeIn(rest);
      if (day == null || !Dates.sorts(day.value())) {
        continue;
      }
      String words = rest.of(text.folded);
      Matcher clock = CLOCK.matcher(words);
      String value = Objects.requireNonNull(day.value());
      if (value.length() == 10 && clock.find()) {
        int start =
            rest.start()
                + Math.min(clock.start(), Objects.requireNonNull(day.start()) - rest.start());
        int end = Math.max(rest.start() + clock.end(), Objects.requireNonNull(day.end()));
        return Time.of(Passage.of(text.text, new Span(start, end)), value + "T" + hour(clock));
      }
      return day;
    }
    return null;
  }

  @Nullable Time timeIn(Span where) {
    return text.times.stream()
        .filter(each -> each.type() != TimeExpression.Type.DURATION)
        .map(TimeExpression::time)
        .filter(time -> isIn(time, where))
        .findFirst()
        .orElse(null);
  }

  private static String hour(Matcher clock) {
    if (clock.group("noon") != null) {
      return "12:00";
    }
    boolean full = clock.group("hour") != null;
    int hour = Integer.parseInt(full ? clock.group("hour") : clock.group("hour2"));
    String half = full ? clock.group("half") : clock.group("half2");
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return "%02d:%s".formatted(hour, full ? clock.group("minute") : "00");
  }

  private static boolean isIn(Time time, Span where) {
    return time.start() != null
        && time.end() != null
        && time.start() >= where.start()
        && time.end() <= where.end();
  }
}
