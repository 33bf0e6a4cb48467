package whence.model;

/// A statement as a decision holds on to it: by its id while it is read as it was, by its words
/// afterwards.
///
/// @param statement its id at the time
public record StatementAnchor(String statement, Anchor anchor) {
  public static StatementAnchor to(Reading reading, Statement statement) {
    return new StatementAnchor(statement.id(), Anchor.to(reading, statement));
  }
}
