package whence.ask.check;

import whence.model.Span;

/// A word, a number or a time as it stands in a text.
///
/// @param key the same for what says the same: folded, numbers in digits
/// @param capital whether it begins with a capital letter
record Word(Kind kind, String key, String written, Span place, boolean capital) {
  enum Kind {
    WORD,
    /// Too common to tell anything.
    COMMON,
    NUMBER,
    /// Of the day, as hours and minutes.
    CLOCK,
    /// Month and day, `MM-DD`.
    DAY,
    MONTH,
    YEAR,
    /// Of the week, `mon` to `sun`.
    WEEKDAY
  }

  boolean tells() {
    return kind != Kind.COMMON;
  }

  boolean isValue() {
    return switch (kind) {
      case NUMBER, CLOCK, DAY, MONTH, YEAR, WEEKDAY -> true;
      case WORD, COMMON -> false;
    };
  }
}
