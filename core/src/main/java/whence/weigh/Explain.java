package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Judgements;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;

/// Draws why a claim stands as it does from the weighing and the statements behind it, by the same
/// working as the figures themselves.
public final class Explain {
  private final Kinship kinship;
  private final SourceNames people;
  private final Map<String, Claim> claims = new HashMap<>();

  public Explain(Weighing weighing) {
    this(weighing, Judgements.NONE);
  }

  /// @param judgements that the weighing was made with
  public Explain(Weighing weighing, Judgements judgements) {
    this.people = new SourceNames(judgements);
    this.kinship = new Kinship(weighing.reuse(), weighing.families());
    weighing.claims().forEach(claim -> claims.put(claim.id(), claim));
  }

  /// @param evidence by statement id; [Evidence#of] gathers it. A statement it does not hold is
  ///   left out (a view may not show it)
  public Explanation of(Claim claim, Map<String, Evidence> evidence) {
    List<Told> support = new ArrayList<>();
    List<Explanation.Telling> against = new ArrayList<>();
    List<Explanation.Telling> beside = new ArrayList<>();
    for (String id : claim.statements()) {
      Evidence found = evidence.get(id);
      if (found != null) {
        switch (found.statement().stance()) {
          case ASSERTS -> support.add(Told.of(found.statement(), found.document()));
          case DENIES, DOUBTS -> against.add(telling(found, List.of()));
          case DECLINES, SILENT, ASKS -> beside.add(telling(found, List.of()));
        }
      }
    }
    Provenance provenance = new Provenance(support, kinship, people);
    List<Explanation.Origin> origins =
        provenance.roots().stream()
            .map(root ->
                new Explanation.Origin(
                    root.name(),
                    root.kind(),
                    root.count(),
                    root.why(),
                    root.rated(),
                    fold(root.tellings(), provenance, evidence)))
            .toList();
    Comparator<Explanation.Telling> order =
        Comparator.comparing(Explanation.Telling::path, CodePoints.ORDER)
            .thenComparing(Explanation.Telling::extent)
            .thenComparing(Explanation.Telling::statement, CodePoints.ORDER);
    against.sort(order);
    beside.sort(order);
    return new Explanation(claim, origins, against, beside, rivals(claim));
  }

  /// Puts the tellings of one text under the one in the family's origin, else the first by path.
  private List<Explanation.Telling> fold(
      List<Told> tellings, Provenance provenance, Map<String, Evidence> evidence) {
    Map<Integer, List<Told>> byText = new LinkedHashMap<>();
    for (Told telling : tellings) {
      int text = provenance.texts().of(provenance.tellings().indexOf(telling));
      byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(telling);
    }
    List<Explanation.Telling> folded = new ArrayList<>();
    for (List<Told> same : byText.values()) {
      Sha256 head = kinship.head(same.getFirst().document());
      Told first =
          same.stream()
              .filter(told -> told.document().equals(head))
              .findFirst()
              .orElse(same.getFirst());
      List<Explanation.Copy> copies =
          same.stream()
              .filter(told -> !told.id().equals(first.id()))
              .map(told ->
                  new Explanation.Copy(
                      telling(evidenceOf(told, evidence), List.of()),
                      Objects.requireNonNullElse(
                          kinship.direction(first.document(), told.document()),
                          Reuse.Direction.UNKNOWN)))
              .toList();
      folded.add(telling(evidenceOf(first, evidence), copies));
    }
    return folded;
  }

  private static Evidence evidenceOf(Told told, Map<String, Evidence> evidence) {
    return Objects.requireNonNull(evidence.get(told.id()));
  }

  private List<Explanation.Rival> rivals(Claim claim) {
    return claim.contradicts().stream()
        .map(claims::get)
        .filter(Objects::nonNull)
        .map(rival ->
            new Explanation.Rival(rival.id(), rival.text(), rival.origins(), rival.grade()))
        .toList();
  }

  private static Explanation.Telling telling(Evidence evidence, List<Explanation.Copy> copies) {
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
        copies);
  }
}
