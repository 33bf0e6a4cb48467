package whence.app.decide;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// Days and times as people give them.
public final class Day {
  private Day() {}

  /// In ISO 8601: `2031-05-04` or `2031-05-04T17:00`; empty if it is neither a day nor a time of
  /// one.
  public static Optional<String> of(String given) {
    String value = given.strip();
    try {
      return Optional.of(
          value.contains("T")
              ? LocalDateTime.parse(value).toString()
              : LocalDate.parse(value).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
