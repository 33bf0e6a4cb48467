package whence.model;

/// How much evidence matters for a hypothesis.
public enum Relevance {
  HIGH,
  MEDIUM,
  LOW
}
