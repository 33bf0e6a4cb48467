package whence.model;

/// Confidence in sourcing and reasoning as stated ("with moderate confidence"). It says nothing of
/// the event's likelihood.
public enum AnalyticConfidence {
  HIGH,
  MODERATE,
  LOW
}
