package whence.ask;

/// How what somebody says stands to a proposition, as far as its words tell.
public enum Stand {
  AGREES,
  DISPUTES,
  /// It is about the same matter; which way it speaks cannot be told.
  UNSURE,
  /// It puts the question again, or says that somebody did.
  REPEATS,
  /// It is about something else.
  UNRELATED
}
