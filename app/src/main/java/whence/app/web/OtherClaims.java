package whence.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import whence.model.Claim;

/// Claims that a claim may be decided together with.
///
/// @param claim the id of the one in hand
/// @param claims that hold all the words, those in most documents first
public record OtherClaims(String claim, List<Claim> claims) {
  private static final int SHOWN = 8;

  static OtherClaims of(Snapshot at, Claim claim, String words) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return new OtherClaims(
        claim.id(),
        words.isBlank()
            ? List.of()
            : at.weighing().claims().stream()
                .filter(other ->
                    !other.id().equals(claim.id()) && ClaimList.holds(other.text(), wanted))
                .sorted(
                    Comparator.<Claim>comparingInt(other -> -other.documents())
                        .thenComparing(Claim::id))
                .limit(SHOWN)
                .toList());
  }
}
