package whence.model;

/// What kind of saying a statement is.
public enum Act {
  SPEECH,
  WRITING,
  FINDING,
  BELIEF,
  INTENTION,
  DECISION,
  PERCEPTION,
  /// The author's own assertion.
  REPORT
}
