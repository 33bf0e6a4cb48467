package whence.ask;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts times in ISO 8601 and TIMEX3 values into order.
final class Dates {
  private static final Pattern SORTABLE =
      Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2}(?:T\\d{2}(?::?\\d{2}.*)?)?)?)?");

  /// Sorts behind every digit and separator that a value can go on with.
  private static final String BEHIND = "~";

  private Dates() {}

  /// Whether a value is a year, a month, a day, or a time of one.
  static boolean sorts(@Nullable String value) {
    return value != null && SORTABLE.matcher(value).matches();
  }

  /// By when they begin; the longer stretch first of two that begin together.
  static int compareStarts(@Nullable String left, @Nullable String right) {
    return orEmpty(left).compareTo(orEmpty(right));
  }

  /// By when they end.
  static int compareEnds(@Nullable String left, @Nullable String right) {
    return (orEmpty(left) + BEHIND).compareTo(orEmpty(right) + BEHIND);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
