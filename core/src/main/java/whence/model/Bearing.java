package whence.model;

/// How a claim stands to a question.
public enum Bearing {
  FOR,
  AGAINST,
  /// It does not bear on the question, whatever the words look like.
  NONE
}
