package whence.read;

import org.jspecify.annotations.Nullable;
import whence.model.TimeExpression;

/// A time expression within the tokens of a sentence.
///
/// @param first token
/// @param last one past its last token
/// @param clock time of day as `T10:30`, `TMO`, … behind the date; null for none
record TimeFound(
    int first, int last, TimeExpression.Type type, TimeValue value, @Nullable String clock) {
  static TimeFound date(int first, int last, TimeValue value) {
    return new TimeFound(first, last, TimeExpression.Type.DATE, value, null);
  }

  static TimeFound duration(int first, int last, TimeValue value) {
    return new TimeFound(first, last, TimeExpression.Type.DURATION, value, null);
  }

  static TimeFound set(int first, int last, TimeValue value) {
    return new TimeFound(first, last, TimeExpression.Type.SET, value, null);
  }

  static TimeFound time(int first, int last, TimeValue value, String clock) {
    return new TimeFound(first, last, TimeExpression.Type.TIME, value, clock);
  }

  TimeFound from(int earlier) {
    return new TimeFound(earlier, last, type, value, clock);
  }
}
