package whence.model;

/// How the record has it that somebody was told.
public enum Certainty {
  STATED,
  DENIED,
  /// Somebody was asked about it and nothing answers.
  ASKED,
  UNKNOWN
}
