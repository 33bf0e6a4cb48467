package whence.app.web;

import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.model.Link;
import whence.model.Review;
import whence.model.Statement;

/// A statement as the margin tells of it.
///
/// @param claim that it belongs to, null for none
/// @param colour of its source, 0 to 7
public record Card(Statement statement, Review review, @Nullable Claim claim, int colour) {
  static Card of(Snapshot at, Statement statement, int colour) {
    String claim = at.claimOf().get(statement.id());
    return new Card(
        statement,
        at.view().review(statement),
        claim == null ? null : at.claims().get(claim),
        colour);
  }

  /// Whoever is nearest to what is said, empty where nobody is named.
  public static String who(Statement statement) {
    Link innermost = statement.innermost();
    return innermost.name() != null
        ? innermost.name()
        : innermost.as() != null ? innermost.as() : "";
  }
}
