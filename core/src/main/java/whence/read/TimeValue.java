package whence.read;

/// What a time expression means before it is resolved.
sealed interface TimeValue {
  /// Known as it stands, in TIMEX3.
  record Fixed(String value) implements TimeValue {}

  /// A month, or a day of one (0 for none), of a year to be found.
  ///
  /// @param shift the year relative to the anchor's where the words say it ("last June"), as -1, 0,
  ///   1; [#NO_SHIFT] where they do not
  record OfYear(int month, int day, int shift) implements TimeValue {}

  /// A date whose year has two digits.
  record ShortYear(int year, int month, int day) implements TimeValue {}

  /// A day of the week. `shift` as in [OfYear].
  record OfWeek(int day, int shift) implements TimeValue {}

  /// So many units from the day of writing, or from the day the text speaks of.
  record Away(int count, String unit, boolean narrative) implements TimeValue {}

  /// The unit that holds the day of writing, or one before or behind it.
  record Unit(String unit, int shift, boolean narrative) implements TimeValue {}

  /// A season. `shift` as in [OfYear].
  record Season(String season, int shift) implements TimeValue {}

  /// Cannot be known.
  record Unknown() implements TimeValue {}

  int NO_SHIFT = 99;

  TimeValue UNKNOWN = new Unknown();
}
