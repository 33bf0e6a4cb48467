package whence.app.command;

import org.jspecify.annotations.Nullable;

/// Days and times as people give them on the command line.
final class Day {
  private Day() {}

  /// The value in ISO 8601, null for null.
  ///
  /// @throws UsageException if it is neither a day nor a time of one
  static @Nullable String of(String option, @Nullable String value) {
    return value == null
        ? null
        : whence.app.decide.Day.of(value)
            .orElseThrow(() ->
                new UsageException(
                    option + " " + value + ": no such day; write 2031-05-04 or 2031-05-04T17:00"));
  }
}
