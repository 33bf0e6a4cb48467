package whence.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.read.TimeValue.Away;
import whence.read.TimeValue.Fixed;
import whence.read.TimeValue.OfWeek;
import whence.read.TimeValue.Unit;

/// Recognizes time expressions that hang on another time, and durations and sets.
final class RelativeGrammar {
  private static final Map<String, String> PARTS =
      Map.of(
          "morning",
          "TMO",
          "afternoon",
          "TAF",
          "evening",
          "TEV",
          "night",
          "TNI",
          "mornings",
          "TMO",
          "nights",
          "TNI");
  private static final Map<String, Integer> DAYS =
      Map.of("yesterday", -1, "today", 0, "tonight", 0, "tomorrow", 1);
  private static final Map<String, Integer> SHIFTS = Map.of("last", -1, "this", 0, "next", 1);
  private static final Set<String> VAGUE = WordLists.set("time-words.txt", "vague");
  private static final Set<String> BEFORE_DURATION =
      WordLists.set("time-words.txt", "before-duration");
  private static final Set<String> NARRATED =
      Set.of(
          "later",
          "earlier",
          "after",
          "before",
          "afterward",
          "afterwards",
          "previously",
          "beforehand");
  private static final Map<String, String> ADVERBS =
      Map.of(
          "daily",
          "P1D",
          "weekly",
          "P1W",
          "monthly",
          "P1M",
          "yearly",
          "P1Y",
          "annually",
          "P1Y",
          "nightly",
          "P1D",
          "hourly",
          "PT1H",
          "quarterly",
          "P3M");

  private final TimeTokens words;

  RelativeGrammar(TimeTokens words) {
    this.words = words;
  }

  @Nullable TimeFound at(int i) {
    TimeFound found = deictic(i);
    if (found == null) {
      found = every(i);
    }
    if (found == null) {
      found = weekday(i);
    }
    if (found == null) {
      found = shifted(i);
    }
    if (found == null) {
      found = narrated(i);
    }
    return found == null ? counted(i) : found;
  }

  /// "yesterday", "tomorrow morning", "last night", "this morning".
  private @Nullable TimeFound deictic(int i) {
    String norm = words.at(i);
    if (norm.equals("the")
        && words.at(i + 1).equals("day")
        && words.is(i + 2, Set.of("before", "after"))
        && words.is(i + 3, Set.of("yesterday", "tomorrow"))) {
      boolean before = words.at(i + 3).equals("yesterday");
      return TimeFound.date(i, i + 4, new Away(before ? -2 : 2, "D", false));
    }
    Integer day = DAYS.get(norm);
    if (day != null) {
      if (norm.equals("today")
          && words.isCapitalized(i)
          && (words.isCapitalized(i - 1) || words.isCapitalized(i + 1))
          && i > 0) {
        return null;
      }
      if (norm.equals("tonight")) {
        return TimeFound.time(i, i + 1, new Away(0, "D", false), "TNI");
      }
      String part = PARTS.get(words.at(i + 1));
      return part == null
          ? TimeFound.date(i, i + 1, new Away(day, "D", false))
          : TimeFound.time(i, i + 2, new Away(day, "D", false), part);
    }
    String part = PARTS.get(words.at(i + 1));
    if (part != null
        && words.is(i, Set.of("this", "last"))
        && (norm.equals("this") || part.equals("TNI"))) {
      return TimeFound.time(i, i + 2, new Away(norm.equals("last") ? -1 : 0, "D", false), part);
    }
    return null;
  }

  /// "every Friday", "each week", "every two weeks", "Fridays", "daily", "twice a week".
  private @Nullable TimeFound every(int i) {
    String norm = words.at(i);
    if (norm.equals("every") || norm.equals("each")) {
      int day = words.isCapitalized(i + 1) ? TimeWords.weekday(words.at(i + 1)) : 0;
      if (day > 0) {
        return TimeFound.set(i, i + 2, new Fixed("XXXX-WXX-" + day));
      }
      String part = PARTS.get(words.at(i + 1));
      if (part != null) {
        return TimeFound.set(i, i + 2, new Fixed("XXXX-XX-XX" + part));
      }
      boolean other = words.at(i + 1).equals("other") || words.at(i + 1).equals("single");
      int count =
          other ? (words.at(i + 1).equals("other") ? 2 : 1) : TimeWords.number(words.at(i + 1));
      int u = other || (count > 0 && norm.equals("every")) ? i + 2 : i + 1;
      String unit = TimeWords.unit(words.at(u));
      boolean second = words.at(u).startsWith("second");
      if (!unit.isEmpty() && !second) {
        return TimeFound.set(i, u + 1, new Fixed(period(u == i + 2 ? count : 1, unit)));
      }
      return null;
    }
    int day = words.isCapitalized(i) ? TimeWords.weekdays(norm) : 0;
    if (day > 0 && !words.at(i).endsWith("'s")) {
      return TimeFound.set(i, i + 1, new Fixed("XXXX-WXX-" + day));
    }
    String adverb = ADVERBS.get(norm);
    if (adverb != null && !words.isCapitalized(i)) {
      return TimeFound.set(i, i + 1, new Fixed(adverb));
    }
    boolean rate =
        words.is(i, Set.of("once", "twice")) && words.is(i + 1, Set.of("a", "an", "every", "each"));
    String unit = TimeWords.unit(words.at(i + 2));
    return rate && !unit.isEmpty() ? TimeFound.set(i, i + 3, new Fixed(period(1, unit))) : null;
  }

  /// "Monday", "last Tuesday", "this coming Friday", "Monday night".
  private @Nullable TimeFound weekday(int i) {
    int shift = TimeValue.NO_SHIFT;
    int k = i;
    Integer told = SHIFTS.get(words.at(k));
    if (told != null) {
      shift = told;
      k++;
      if (words.is(k, Set.of("past", "coming"))) {
        shift = words.at(k).equals("past") ? -1 : 1;
        k++;
      }
    }
    int day = words.isCapitalized(k) ? TimeWords.weekday(words.at(k)) : 0;
    boolean abbreviated = false;
    if (day == 0
        && words.isCapitalized(k)
        && words.at(k + 1).equals(".")
        && words.is(k - 1, Set.of("on", "last", "next", "this"))) {
      day = TimeWords.shortWeekday(words.at(k));
      abbreviated = day > 0;
    }
    if (day == 0 || isName(k)) {
      return null;
    }
    int last = abbreviated ? k + 2 : k + 1;
    TimeValue value = new OfWeek(day, shift);
    String part = PARTS.get(words.at(last));
    return part == null ? TimeFound.date(i, last, value) : TimeFound.time(i, last + 1, value, part);
  }

  /// "Black Friday", "Super Tuesday", "Freaky Friday", "Ruby Tuesday", "Good Friday".
  private boolean isName(int i) {
    return words.is(
            i - 1,
            Set.of(
                "black", "super", "good", "bloody", "easter", "ash", "palm", "cyber", "ruby",
                "holy", "maundy", "news", "sunday"))
        && words.isCapitalized(i - 1);
  }

  /// "last week", "this year", "the end of the month", "earlier this week", "the past two years".
  private @Nullable TimeFound shifted(int i) {
    String norm = words.at(i);
    boolean article = norm.equals("the") || norm.equals("these") || norm.equals("those");
    int k = article ? i + 1 : i;
    String head = words.at(k);
    boolean spanning =
        Set.of("past", "last", "next", "coming", "previous", "following", "first", "preceding")
            .contains(head);
    if (spanning) {
      int c = words.at(k + 1).equals("couple") && words.at(k + 2).equals("of") ? k + 2 : k + 1;
      int count = TimeWords.number(words.at(c));
      boolean vague = VAGUE.contains(words.at(c)) || c > k + 1;
      String unit = TimeWords.unit(words.at(c + 1));
      if (!unit.isEmpty() && (vague || count > 0) && !words.at(c).equals("a")) {
        return TimeFound.duration(
            i, c + 2, vague ? TimeValue.UNKNOWN : new Fixed(period(count, unit)));
      }
    }
    if (norm.equals("the") && words.at(i - 1).equals("of") && words.is(i - 2, Times.ENDS)) {
      String whole = TimeWords.unit(head);
      if (Set.of("W", "MO", "Y", "E", "C").contains(whole) && !head.endsWith("s")) {
        return TimeFound.date(i, i + 2, new Unit(whole, 0, false));
      }
    }
    String unit = TimeWords.unit(words.at(k + 1));
    boolean plural = words.at(k + 1).endsWith("s");
    if (words.at(k + 1).equals("weekend") && words.is(k, Set.of("this", "last", "next"))) {
      return TimeFound.date(k, k + 2, new Unit("WE", SHIFTS.getOrDefault(head, 0), false));
    }
    if (words.at(k + 1).equals("quarter") && words.is(k, Set.of("this", "last", "next"))) {
      return TimeFound.date(k, k + 2, new Unit("Q", SHIFTS.getOrDefault(head, 0), false));
    }
    if (unit.isEmpty()
        || unit.equals("S")
        || unit.equals("M")
        || (unit.equals("H") && !head.equals("last"))
        || words.at(k + 1).equals("second")) {
      return null;
    }
    if (plural) {
      boolean vague = Set.of("recent", "past", "coming", "previous", "last").contains(head);
      return vague ? TimeFound.date(i, k + 2, TimeValue.UNKNOWN) : null;
    }
    boolean narrative =
        (article && Set.of("next", "following", "previous", "same", "preceding").contains(head))
            || head.equals("that");
    if (narrative) {
      int shift =
          Set.of("next", "following").contains(head)
              ? 1
              : head.equals("same") || head.equals("that") ? 0 : -1;
      return TimeFound.date(i, k + 2, new Unit(unit, shift, true));
    }
    if (head.equals("past") && article) {
      return TimeFound.duration(i, k + 2, new Fixed(period(1, unit)));
    }
    if (article && (head.equals("current") || head.equals("coming"))) {
      return TimeFound.date(i, k + 2, new Unit(unit, head.equals("current") ? 0 : 1, false));
    }
    Integer shift = SHIFTS.get(head);
    if (shift == null || (unit.equals("D") && shift != 1) || unit.equals("H")) {
      return null;
    }
    if (unit.equals("D")) {
      return null;
    }
    return TimeFound.date(i, k + 2, new Unit(unit, shift, false));
  }

  /// "days later", "weeks ago", "years earlier".
  private @Nullable TimeFound narrated(int i) {
    String unit = TimeWords.unit(words.at(i));
    boolean plural = words.at(i).endsWith("s") && !unit.isEmpty();
    if (plural && words.is(i + 1, Set.of("ago", "later", "earlier"))) {
      return TimeFound.date(i, i + 2, TimeValue.UNKNOWN);
    }
    return null;
  }

  /// "three weeks ago", "two months earlier", "six weeks", "a year".
  private @Nullable TimeFound counted(int i) {
    int k = i;
    int count = TimeWords.number(words.at(k));
    boolean article = words.at(k).equals("a") || words.at(k).equals("an");
    boolean vague =
        VAGUE.contains(words.at(k))
            || (article && VAGUE.contains(words.at(k + 1)))
            || words.at(k).equals("half");
    if (words.at(k).equals("half")
        && words.is(k + 1, Set.of("a", "an"))
        && TimeWords.unit(words.at(k + 2)).equals("H")) {
      return TimeFound.duration(i, k + 3, new Fixed("PT30M"));
    }
    if (article && vague) {
      k++;
    }
    if (words.at(k).equals("couple") && words.at(k + 1).equals("of")) {
      k++;
    }
    if ((count < 0 && !vague)
        || words.at(i).equals("half")
        || (count >= 0 && words.tokens().get(i).isNumber() && words.isStuck(i))) {
      return null;
    }
    int u = k + 1;
    boolean half =
        words.at(u).equals("and") && words.at(u + 1).equals("a") && words.at(u + 2).equals("half");
    u = half ? u + 3 : u;
    if (words.is(
        u,
        Set.of(
            "full",
            "long",
            "straight",
            "consecutive",
            "whole",
            "more",
            "calendar",
            "additional"))) {
      u++;
    }
    String unit = TimeWords.unit(words.at(u));
    boolean plural = words.at(u).endsWith("s");
    if (unit.isEmpty()
        || words.at(u).equals("second")
        || (words.at(u).equals("minute") && article)) {
      return null;
    }
    String next = words.at(u + 1);
    TimeValue unknown = TimeValue.UNKNOWN;
    boolean known = !vague && !half;
    if (next.equals("ago")) {
      return TimeFound.date(i, u + 2, known ? new Away(-count, unit, false) : unknown);
    }
    if (next.equals("from") && words.is(u + 2, Set.of("now", "today"))) {
      return TimeFound.date(i, u + 3, known ? new Away(count, unit, false) : unknown);
    }
    if (NARRATED.contains(next)) {
      boolean back = Set.of("earlier", "before", "previously", "beforehand").contains(next);
      boolean plain = Set.of("later", "earlier", "previously").contains(next);
      boolean other = !plain && !words.at(u + 2).isEmpty() && !".,;)".contains(words.at(u + 2));
      return TimeFound.date(
          i, u + 2, known && !other ? new Away(back ? -count : count, unit, true) : unknown);
    }
    if (next.equals("old")
        || next.equals("olds")
        || (plural && next.equals("of") && words.at(u + 2).equals("age"))) {
      return null;
    }
    boolean single = article || words.at(k).equals("one");
    if (single && !words.is(i - 1, BEFORE_DURATION)) {
      return null;
    }
    if (single && words.tokens().size() > i && i > 1 && words.tokens().get(i - 1).isNumber()) {
      return null;
    }
    if (vague) {
      return TimeFound.duration(i, u + 1, unknown);
    }
    return TimeFound.duration(
        i, u + 1, new Fixed(half ? halved(count, unit) : period(count, unit)));
  }

  private static String halved(int count, String unit) {
    return switch (unit) {
      case "Y" -> "P" + (count * 12 + 6) + "M";
      case "H" -> "PT" + (count * 60 + 30) + "M";
      case "E" -> "P" + (count * 10 + 5) + "Y";
      default -> period(count, unit).replaceFirst("([0-9]+)", "$1.5");
    };
  }

  /// So many units as an ISO 8601 duration.
  static String period(int count, String unit) {
    return switch (unit) {
      case "S", "M", "H" -> String.format(Locale.ROOT, "PT%d%s", count, unit);
      case "MO" -> String.format(Locale.ROOT, "P%dM", count);
      case "E" -> String.format(Locale.ROOT, "P%dY", count * 10L);
      case "C" -> String.format(Locale.ROOT, "P%dY", count * 100L);
      default -> String.format(Locale.ROOT, "P%d%s", count, unit);
    };
  }
}
