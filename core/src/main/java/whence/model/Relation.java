package whence.model;

/// How a person says that one claim stands to another.
public enum Relation {
  /// They cannot both be true.
  CONTRADICTS,
  /// If the one is true, the other is likelier.
  SUPPORTS,
  /// Neither says anything about the other, however alike they are put.
  UNRELATED
}
