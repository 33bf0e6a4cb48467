package whence.model;

/// A name in a text. Two people named alike are two candidates; `name` is as far as this document
/// alone resolves it.
public record Mention(String name, Kind kind, int start, int end) {
  public enum Kind {
    PERSON,
    ORGANIZATION,
    PLACE,
    DOCUMENT,
    EVENT,
    OTHER
  }
}
