package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.SourceKind;
import whence.model.Statement;
import whence.model.Weighing;

/// Draws why a claim stands as it does from the weighing and the statements behind it.
public final class Explain {
  private final Map<String, Claim> claims = new HashMap<>();

  public Explain(Weighing weighing) {
    weighing.claims().forEach(claim -> claims.put(claim.id(), claim));
  }

  /// @param evidence by statement id; [Evidence#of] gathers it. A statement it does not hold is
  ///   left out (a view may not show it)
  public Explanation of(Claim claim, Map<String, Evidence> evidence) {
    List<Explanation.Telling> support = new ArrayList<>();
    List<Explanation.Telling> against = new ArrayList<>();
    List<Explanation.Telling> beside = new ArrayList<>();
    for (String id : claim.statements()) {
      Evidence found = evidence.get(id);
      if (found != null) {
        Statement statement = found.statement();
        List<Explanation.Telling> place =
            switch (statement.stance()) {
              case ASSERTS -> support;
              case DENIES, DOUBTS -> against;
              case DECLINES, SILENT, ASKS -> beside;
            };
        place.add(telling(found));
      }
    }
    Comparator<Explanation.Telling> order =
        Comparator.comparing(Explanation.Telling::path, CodePoints.ORDER)
            .thenComparing(Explanation.Telling::extent)
            .thenComparing(Explanation.Telling::statement);
    support.sort(order);
    against.sort(order);
    beside.sort(order);
    List<Explanation.Origin> origins =
        support.stream()
            .map(telling ->
                new Explanation.Origin(
                    telling.path(),
                    SourceKind.UNKNOWN,
                    Explanation.Count.PERHAPS,
                    "",
                    List.of(telling)))
            .toList();
    return new Explanation(claim, origins, against, beside, rivals(claim));
  }

  private List<Explanation.Rival> rivals(Claim claim) {
    return claim.contradicts().stream()
        .map(claims::get)
        .filter(rival -> rival != null)
        .map(rival ->
            new Explanation.Rival(rival.id(), rival.text(), rival.origins(), rival.grade()))
        .toList();
  }

  private static Explanation.Telling telling(Evidence evidence) {
    Statement statement = evidence.statement();
    return new Explanation.Telling(
        statement.id(),
        statement.document(),
        evidence.document().path(),
        evidence.page(),
        statement.stance(),
        statement.chain(),
        statement.content(),
        statement.extent(),
        List.of());
  }
}
