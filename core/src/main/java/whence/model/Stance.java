package whence.model;

/// How a source stands to the content of its statement.
public enum Stance {
  ASSERTS,
  DENIES,
  DOUBTS,
  /// Refused to comment.
  DECLINES,
  /// Did not answer.
  SILENT,
  ASKS
}
