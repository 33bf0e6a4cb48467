package whence.app.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.guard.Decision;
import whence.model.Document;
import whence.model.Sha256;

/// What is new in the case since somebody last looked.
///
/// @param since when that was
/// @param documents that came in after, some of them
/// @param claims that stand on nothing but them
/// @param decisions by other people
public record News(
    Instant since, List<Document> documents, int documentsInAll, int claims, int decisions) {
  private static final int SHOWN = 6;

  /// @param since null for somebody who never looked
  /// @return null where there is nothing new
  static @Nullable News of(Snapshot at, @Nullable Instant since) {
    if (since == null) {
      return null;
    }
    List<Document> came = at.view().after(since);
    Set<Sha256> fresh = came.stream().map(Document::sha256).collect(Collectors.toSet());
    int claims =
        fresh.isEmpty()
            ? 0
            : (int)
                at.weighing().claims().stream()
                    .filter(claim ->
                        claim.statements().stream()
                            .allMatch(id -> fresh.contains(at.lookups().documentOf().get(id))))
                    .count();
    int decisions = 0;
    for (Decision decision : at.view().decisions().reversed()) {
      if (!decision.at().isAfter(since)) {
        break;
      }
      decisions += decision.entry().by().equals(at.view().purpose().person()) ? 0 : 1;
    }
    return came.isEmpty() && decisions == 0
        ? null
        : new News(
            since, came.subList(0, Math.min(SHOWN, came.size())), came.size(), claims, decisions);
  }
}
