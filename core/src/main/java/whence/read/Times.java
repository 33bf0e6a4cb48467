package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Time;
import whence.model.TimeExpression;
import whence.read.TimeResolver.Tense;

/// Finds time expressions and resolves them: dates and times of day against the document's date,
/// "two days later" against the date the text just spoke of. What cannot be known has no value.
public final class Times {
  private static final Set<String> AHEAD_OF_DATE =
      Set.of("early", "late", "mid", "earlier", "later");
  static final Set<String> ENDS =
      Set.of("end", "beginning", "start", "middle", "rest", "close", "course", "turn");
  private static final Set<String> FUTURE = WordLists.set("time-words.txt", "future");
  private static final Set<String> PLANNED =
      Set.of(
          "expected",
          "scheduled",
          "slated",
          "due",
          "set",
          "planned",
          "supposed",
          "going",
          "poised");
  private static final Set<String> PRESENT = Set.of("is", "are", "'re", "am");
  private static final Set<String> PAST = WordLists.set("time-words.txt", "past");

  private final String text;
  private final TimeResolver resolver;
  private final List<TimeExpression> found = new ArrayList<>();
  private @Nullable String narrated;
  private int narratedIn = -10;
  private boolean several;

  private Times(String text, @Nullable String anchorDate) {
    this.text = text;
    this.resolver = new TimeResolver(anchorDate);
  }

  /// The time expressions of `sentences`, in order and not overlapping.
  ///
  /// @param anchorDate the day the document was published, written or sent, in ISO 8601, to any
  ///   precision; null where it is not known, which leaves "yesterday" without a value
  public static List<TimeExpression> of(
      String text, List<Span> sentences, @Nullable String anchorDate) {
    Times times = new Times(text, anchorDate);
    for (int i = 0; i < sentences.size(); i++) {
      times.sentence(sentences.get(i), i);
    }
    return List.copyOf(times.found);
  }

  private void sentence(Span sentence, int number) {
    TimeTokens words = new TimeTokens(text, Token.of(text, sentence));
    CalendarGrammar calendar = new CalendarGrammar(words);
    YearGrammar years = new YearGrammar(words);
    RelativeGrammar relative = new RelativeGrammar(words);
    ClockGrammar clocks = new ClockGrammar(words);
    int behind = 0;
    int i = 0;
    while (i < words.size()) {
      TimeFound one = first(date(calendar, years, i), relative.at(i), clocks.at(i));
      if (one == null || one.first() < behind) {
        i++;
        continue;
      }
      one = withClock(words, one, calendar, relative, clocks);
      add(words, widened(words, one, behind), number);
      behind = one.last();
      i = one.last();
    }
  }

  private static @Nullable TimeFound date(CalendarGrammar days, YearGrammar years, int i) {
    TimeFound found = days.at(i);
    return found == null ? years.at(i) : found;
  }

  private static @Nullable TimeFound first(
      @Nullable TimeFound calendar, @Nullable TimeFound relative, @Nullable TimeFound clock) {
    TimeFound best = clock;
    if (relative != null && (best == null || relative.last() > best.last())) {
      best = relative;
    }
    if (calendar != null && (best == null || calendar.last() >= best.last())) {
      best = calendar;
    }
    return best;
  }

  /// A date and a time of day that stand side by side are one expression.
  private static TimeFound withClock(
      TimeTokens words,
      TimeFound one,
      CalendarGrammar calendar,
      RelativeGrammar relative,
      ClockGrammar clocks) {
    int k = one.last();
    while (k < one.last() + 2 && Set.of(",", "on", "at").contains(words.at(k))) {
      k++;
    }
    if (one.type() == TimeExpression.Type.DATE) {
      TimeFound clock = clocks.at(k);
      return clock == null || clock.first() != k
          ? one
          : new TimeFound(
              one.first(), clock.last(), TimeExpression.Type.TIME, one.value(), clock.clock());
    }
    boolean bare =
        one.type() == TimeExpression.Type.TIME && one.value() instanceof TimeValue.Unknown;
    if (!bare) {
      return one;
    }
    TimeFound date = first(calendar.at(k), relative.at(k), null);
    boolean joins =
        date != null
            && date.first() == k
            && date.type() == TimeExpression.Type.DATE
            && date.clock() == null;
    return date != null && joins
        ? new TimeFound(
            one.first(), date.last(), TimeExpression.Type.TIME, date.value(), one.clock())
        : one;
  }

  /// Takes in "early", "the end of the" and the like before a date.
  private static TimeFound widened(TimeTokens words, TimeFound one, int behind) {
    if (one.type() != TimeExpression.Type.DATE) {
      return one;
    }
    int first = one.first();
    if (words.is(first - 1, AHEAD_OF_DATE) && first - 1 >= behind) {
      first--;
    }
    int k = first - 1;
    k = words.at(k).equals("the") ? k - 1 : k;
    if (words.at(k).equals("of") && words.is(k - 1, ENDS) && k - 1 >= behind) {
      first = words.at(k - 2).equals("the") && k - 2 >= behind ? k - 2 : k - 1;
    }
    return one.from(first);
  }

  private void add(TimeTokens words, TimeFound one, int number) {
    Tense tense = tense(words, one);
    boolean near = number - narratedIn <= 1 && !several;
    boolean explicit =
        one.value() instanceof TimeValue.Fixed
            && one.type() != TimeExpression.Type.DURATION
            && one.type() != TimeExpression.Type.SET;
    boolean ofYear = one.value() instanceof TimeValue.OfYear;
    String narrative = near || (ofYear && number - narratedIn <= 1) ? narrated : null;
    String value = resolver.value(one.value(), tense, narrative);
    boolean continues = one.value() instanceof TimeValue.Away away && away.narrative();
    boolean dated =
        value != null
            && (explicit
                || ofYear
                || one.value() instanceof TimeValue.Away
                || one.value() instanceof TimeValue.ShortYear);
    if (one.clock() != null && one.type() == TimeExpression.Type.TIME) {
      value =
          value == null
              ? (one.value() instanceof TimeValue.Unknown ? "XXXX-XX-XX" + one.clock() : null)
              : value.length() == 10 ? value + one.clock() : null;
    }
    List<Token> tokens = words.tokens();
    Span span = new Span(tokens.get(one.first()).start(), tokens.get(one.last() - 1).end());
    found.add(new TimeExpression(Time.of(Passage.of(text, span), value), one.type()));
    if (dated
        && value != null
        && (one.type() == TimeExpression.Type.DATE || one.type() == TimeExpression.Type.TIME)) {
      several =
          !continues && number - narratedIn <= 1 && narrated != null && !value.equals(narrated);
      narrated = value;
      narratedIn = number;
    }
  }

  /// Which way the words around an expression point.
  private static Tense tense(TimeTokens words, TimeFound one) {
    for (int k = one.first() - 1; k >= 0 && k > one.first() - 12; k--) {
      Tense told = told(words, k);
      if (told != Tense.UNTOLD) {
        return told;
      }
    }
    for (int k = one.last(); k < words.size() && k < one.last() + 12; k++) {
      Tense told = told(words, k);
      if (told != Tense.UNTOLD) {
        return told;
      }
    }
    return Tense.UNTOLD;
  }

  private static Tense told(TimeTokens words, int k) {
    String norm = words.at(k);
    if (FUTURE.contains(norm)) {
      return Tense.FUTURE;
    }
    if (PLANNED.contains(norm)) {
      boolean present =
          words.is(k - 1, PRESENT) || words.is(k - 2, PRESENT) || words.at(k - 1).equals("'s");
      boolean past = words.is(k - 1, Set.of("was", "were", "been", "had"));
      return present ? Tense.FUTURE : past ? Tense.UNCLEAR : Tense.UNTOLD;
    }
    boolean ended = norm.length() > 4 && norm.endsWith("ed") && !norm.endsWith("eed");
    return PAST.contains(norm) || ended ? Tense.PAST : Tense.UNTOLD;
  }
}
