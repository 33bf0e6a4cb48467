package whence.app.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.ask.Gap;
import whence.model.Claim;
import whence.model.Document;

/// The case at a glance.
///
/// @param grades claims by Admiralty credibility, 1 to 6, at 0 to 5
/// @param unread some of the documents that were not wholly read
/// @param contested claims that somebody denies or that a rival contradicts, the best known first
/// @param news since the person last looked, null where there are none
/// @param single claims on one origin that stand in several documents, the most carried first
public record Overview(
    String name,
    boolean current,
    int documents,
    Tally statements,
    int claims,
    List<Integer> grades,
    List<Document> unread,
    int unreadInAll,
    List<Claim> contested,
    int contestedInAll,
    List<Claim> single,
    int singleInAll,
    @Nullable News news,
    Gaps gaps) {
  /// How many gaps there are of each kind.
  ///
  /// @param awaited whether they are being worked out
  /// @param known false where the inquiry's file is not as it must be, too
  public record Gaps(boolean awaited, boolean known, Map<Gap.Kind, Integer> numbers) {
    static final Gaps AWAITED = new Gaps(true, false, Map.of());
    static final Gaps UNKNOWN = new Gaps(false, false, Map.of());

    static Gaps of(Inquired inquired) {
      Map<Gap.Kind, Integer> numbers = new EnumMap<>(Gap.Kind.class);
      inquired.gaps().forEach(gap -> numbers.merge(gap.kind(), 1, Integer::sum));
      return new Gaps(false, true, numbers);
    }
  }

  private static final int SHOWN = 8;
  private static final int CARRIED = 2;

  static Overview of(String name, Snapshot at, @Nullable Instant since, Gaps gaps) {
    List<Integer> grades = new ArrayList<>(List.of(0, 0, 0, 0, 0, 0));
    List<Claim> contested = new ArrayList<>();
    List<Claim> single = new ArrayList<>();
    int claims = 0;
    for (Claim claim : at.weighing().claims()) {
      if (at.review(claim).rejection() != null) {
        continue;
      }
      claims++;
      int grade = claim.grade().credibility() - 1;
      grades.set(grade, grades.get(grade) + 1);
      if (!claim.deniedBy().isEmpty() || !claim.contradicts().isEmpty()) {
        contested.add(claim);
      } else if (claim.origins().atMost() == 1 && claim.documents() >= CARRIED) {
        single.add(claim);
      }
    }
    Comparator<Claim> known =
        Comparator.<Claim>comparingInt(claim -> claim.origins().atLeast() == 0 ? 1 : 0)
            .thenComparingInt(claim -> -claim.documents())
            .thenComparingInt(claim -> -claim.statements().size())
            .thenComparing(Claim::id);
    List<Document> unread =
        at.view().documents().stream()
            .filter(document -> document.status() != Document.Status.READ)
            .toList();
    contested.sort(known);
    single.sort(known);
    return new Overview(
        name,
        at.current(),
        at.view().documents().size(),
        at.tally(),
        claims,
        grades,
        unread.subList(0, Math.min(SHOWN, unread.size())),
        unread.size(),
        contested.stream().limit(SHOWN).toList(),
        contested.size(),
        single.stream().limit(SHOWN).toList(),
        single.size(),
        News.of(at, since),
        gaps);
  }
}
