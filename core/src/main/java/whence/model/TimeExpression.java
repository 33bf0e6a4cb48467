package whence.model;

/// A time expression found in a text. Its `time` always has words and offsets.
public record TimeExpression(Time time, Type type) {
  public enum Type {
    DATE,
    TIME,
    DURATION,
    SET
  }
}
