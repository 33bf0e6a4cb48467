package whence.model;

/// What came of a forecast.
public enum Outcome {
  HAPPENED,
  DID_NOT,
  /// Nobody has said yet what came of it.
  OPEN,
  /// A person found that nothing tells.
  CANNOT_BE_JUDGED
}
