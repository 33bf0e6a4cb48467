package whence.model;

import org.jspecify.annotations.Nullable;

/// A point or stretch of time, as written and as resolved.
///
/// @param text the words, null where the time comes from metadata
/// @param value TIMEX3 / ISO 8601, null where it cannot be known
/// @param start of the words in the document's text, null where the time comes from metadata
/// @param end exclusive
public record Time(
    @Nullable String text, @Nullable String value, @Nullable Integer start, @Nullable Integer end) {
  public static Time fromMetadata(String value) {
    return new Time(null, value, null, null);
  }

  public static Time of(Passage words, @Nullable String value) {
    return new Time(words.text(), value, words.start(), words.end());
  }
}
