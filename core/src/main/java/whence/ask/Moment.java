package whence.ask;

import whence.model.Sha256;
import whence.model.Time;

/// An entry of the timeline: one time, on one of two clocks, and the statement it comes from.
///
/// @param time its `value` is never null here
/// @param statement the id of the statement that gives it
/// @param document by hash; `path` is its path
/// @param who the innermost source's name, or the publisher's for an own statement; empty where
///   nobody is named
/// @param text what is said, the exact words
public record Moment(
    Clock clock,
    Time time,
    String statement,
    Sha256 document,
    String path,
    String who,
    String text) {
  public enum Clock {
    /// When what is said is said to have happened.
    HAPPENED,
    /// When it was said.
    SAID
  }
}
