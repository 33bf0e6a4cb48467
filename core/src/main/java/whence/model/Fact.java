package whence.model;

/// What happened to something told: four facts, none of which follows from the one before.
public enum Fact {
  SENT,
  RECEIVED,
  READ,
  UNDERSTOOD
}
