package whence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people have made of a claim.
///
/// @param grading null unless somebody graded it
/// @param rejection null unless somebody rejected it
/// @param ties how it stands to others, by those who said so
public record ClaimReview(
    @Nullable Grading grading, @Nullable Rejection rejection, List<Tie> ties) {
  public static final ClaimReview NONE = new ClaimReview(null, null, List.of());

  public ClaimReview {
    ties = List.copyOf(ties);
  }

  /// @param credibility on the Admiralty scale, 1 to 6
  /// @param since how many of its statements the one who graded it had not seen
  public record Grading(int credibility, String by, @Nullable String why, int since) {}

  public record Rejection(String by, @Nullable String why) {}

  /// @param claim the other's id
  /// @param toIt whether this claim stands so to the other, or the other to this
  public record Tie(
      String claim, Relation relation, boolean toIt, String by, @Nullable String why) {}
}
