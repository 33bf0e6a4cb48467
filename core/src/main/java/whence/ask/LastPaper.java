package whence.ask;

import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// The paper that a document spoke of last: what *it* may mean.
final class LastPaper {
  private int index = Integer.MIN_VALUE;
  private @Nullable Span at;

  /// Of the statement that spoke of it, or went on about it.
  int index() {
    return index;
  }

  /// Its words; null before any.
  @Nullable Span at() {
    return at;
  }

  void spokenOf(int statement, Span words) {
    index = statement;
    at = words;
  }

  void goesOn(int statement) {
    index = statement;
  }
}
