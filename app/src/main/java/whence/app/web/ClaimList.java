package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import whence.model.Claim;

/// One page of the claims that a person asked for.
///
/// @param words all of which a claim must hold; empty for any
/// @param kind `all`, `contested`, `single` (one origin), `several`, `rejected`
/// @param grade 1 to 6, 0 for any
/// @param number of this page, from 1
/// @param pages how many there are
public record ClaimList(
    String words,
    String kind,
    int grade,
    List<Claim> claims,
    int all,
    int number,
    int pages,
    boolean current) {
  private static final int ON_A_PAGE = 50;

  static final List<String> KINDS = List.of("all", "several", "single", "contested", "rejected");

  static ClaimList of(Snapshot at, String words, String kind, int grade, int number) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    List<Claim> found = new ArrayList<>();
    for (Claim claim : at.weighing().claims()) {
      if (is(at, claim, kind)
          && (grade == 0 || claim.grade().credibility() == grade)
          && holds(claim.text(), wanted)) {
        found.add(claim);
      }
    }
    found.sort(
        Comparator.<Claim>comparingInt(claim -> -claim.origins().atLeast())
            .thenComparingInt(claim -> -claim.documents())
            .thenComparingInt(claim -> -claim.statements().size())
            .thenComparing(Claim::id));
    int pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int shown = Math.clamp(number, 1, pages);
    return new ClaimList(
        words,
        kind,
        grade,
        found.subList((shown - 1) * ON_A_PAGE, Math.min(found.size(), shown * ON_A_PAGE)),
        found.size(),
        shown,
        pages,
        at.current());
  }

  private static boolean is(Snapshot at, Claim claim, String kind) {
    boolean rejected = at.review(claim).rejection() != null;
    if (kind.equals("rejected") || rejected) {
      return rejected && kind.equals("rejected");
    }
    return switch (kind) {
      case "contested" -> !claim.deniedBy().isEmpty() || !claim.contradicts().isEmpty();
      case "single" -> claim.origins().atMost() == 1;
      case "several" -> claim.origins().atLeast() > 1;
      default -> true;
    };
  }

  /// Whether a text holds all the words, which are in lower case.
  static boolean holds(String text, String[] words) {
    String low = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!low.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
