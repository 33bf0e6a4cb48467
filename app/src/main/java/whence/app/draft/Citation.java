package whence.app.draft;

import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.StatementAnchor;

/// What a text of a report rests on: a statement, or words of a document that no statement covers.
///
/// @param number by which the text points to it, as in `[@2]`
/// @param statement its id when it was cited, null for words as such
/// @param anchor by which it is found after the document was read anew
public record Citation(int number, @Nullable String statement, Anchor anchor) {
  /// Null for words as such.
  public @Nullable StatementAnchor held() {
    return statement == null ? null : new StatementAnchor(statement, anchor);
  }
}
