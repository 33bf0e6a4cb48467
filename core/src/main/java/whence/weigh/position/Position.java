package whence.weigh.position;

/// What a document makes of a claim.
public enum Position {
  /// It is about something else.
  UNRELATED,
  /// It tells it as so.
  AGREES,
  /// It tells it as not so, or tells the contrary.
  DISPUTES,
  /// It tells of it, or of who says it, and takes no side.
  DISCUSSES
}
