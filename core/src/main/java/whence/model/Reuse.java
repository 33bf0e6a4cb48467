package whence.model;

import java.util.List;

/// Text of one document that stands in another.
///
/// @param from the one reused where the direction is known, else the earlier by path
/// @param share the part of `to` found in `from`, 0 to 1
/// @param passages which stretch of `from` stands where in `to`, by place in `from`
public record Reuse(
    Sha256 from, Sha256 to, Direction direction, Kind kind, double share, List<Match> passages) {
  public enum Direction {
    KNOWN,
    LIKELY,
    UNKNOWN
  }

  public enum Kind {
    /// Most of either document.
    COPY,
    /// Three sentences or more.
    PARTIAL,
    /// Less.
    QUOTATION
  }

  /// Two ranges that hold the same text, edits aside.
  public record Match(int fromStart, int fromEnd, int toStart, int toEnd) {}

  public Reuse {
    passages = List.copyOf(passages);
  }
}
