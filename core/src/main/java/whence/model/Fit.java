package whence.model;

/// How evidence stands to a hypothesis.
public enum Fit {
  CONSISTENT,
  INCONSISTENT,
  NEUTRAL,
  NOT_APPLICABLE
}
