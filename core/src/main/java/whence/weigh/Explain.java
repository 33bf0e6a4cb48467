package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
  private final Withdrawals withdrawals;
  private final Map<String, Claim> claims = new HashMap<>();

  public Explain(Weighing weighing) {
    this(weighing, Judgements.NONE);
  }

  /// @param judgements that the weighing was made with
  public Explain(Weighing weighing, Judgements judgements) {
    this.people = new SourceNames(judgements);
    this.withdrawals = new Withdrawals(judgements);
    this.kinship = new Kinship(weighing.reuse(), weighing.families());
    weighing.claims().forEach(claim -> claims.put(claim.id(), claim));
  }

  /// @param evidence by statement id; [Evidence#of] gathers it. A statement it does not hold is
  ///   left out (a view may not show it)
  public Explanation of(Claim claim, Map<String, Evidence> evidence) {
    List<Told> support = new ArrayList<>();
    List<Explanation.Telling> against = new ArrayList<>();
    List<Explanation.Telling> doubts = new ArrayList<>();
    List<Explanation.Telling> beside = new ArrayList<>();
    Map<Judgements.Withdrawn, List<Explanation.Telling>> withdrawn = new HashMap<>();
    for (String id : claim.statements()) {
      Evidence found = evidence.get(id);
      Judgements.Withdrawn gone =
          found == null ? null : withdrawals.of(found.statement(), found.document()).orElse(null);
      if (found != null && gone != null) {
        withdrawn.computeIfAbsent(gone, _ -> new ArrayList<>()).add(telling(found, List.of()));
      } else if (found != null) {
        switch (found.statement().stance()) {
          case ASSERTS -> support.add(Told.of(found.statement(), found.document()));
          case DENIES -> against.add(telling(found, List.of()));
          case DOUBTS -> doubts.add(telling(found, List.of()));
          case DECLINES, SILENT, ASKS -> beside.add(telling(found, List.of()));
        }
      }
    }
    Provenance provenance =
        new Provenance(support, kinship, people, Set.copyOf(claim.inOtherWords()));
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
    doubts.sort(order);
    beside.sort(order);
    return new Explanation(
        claim,
        origins,
        against,
        beside,
        rivals(claim),
        doubts,
        claim.selfContradictions().stream().map(each -> contradiction(each, evidence)).toList(),
        withdrawn.entrySet().stream()
            .map(each ->
                new Explanation.Withdrawn(
                    each.getKey(), each.getValue().stream().sorted(order).toList()))
            .sorted(Comparator.comparing(each -> each.source().source(), CodePoints.ORDER))
            .toList());
  }

  /// Ids of the statements that explaining a claim takes: its own, and what its sources said to the
  /// contrary elsewhere.
  public static Set<String> statements(Claim claim) {
    Set<String> ids = new TreeSet<>(claim.statements());
    claim
        .selfContradictions()
        .forEach(each -> each.against().forEach(said -> ids.add(said.statement())));
    return ids;
  }

  private static Explanation.SelfContradiction contradiction(
      Claim.SelfContradiction it, Map<String, Evidence> evidence) {
    return new Explanation.SelfContradiction(
        it.source(),
        it.sure(),
        it.why(),
        dated(it.says(), evidence),
        dated(it.against(), evidence));
  }

  private static List<Explanation.Dated> dated(
      List<Claim.Said> said, Map<String, Evidence> evidence) {
    return said.stream()
        .filter(each -> evidence.containsKey(each.statement()))
        .map(each ->
            new Explanation.Dated(
                telling(Objects.requireNonNull(evidence.get(each.statement())), List.of()),
                each.claim(),
                each.on()))
        .sorted(
            Comparator.comparing(Explanation.Dated::on, Comparator.nullsLast(CodePoints.ORDER))
                .thenComparing(each -> each.telling().path(), CodePoints.ORDER)
                .thenComparing(each -> each.telling().extent())
                .thenComparing(each -> each.telling().statement(), CodePoints.ORDER))
        .toList();
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
