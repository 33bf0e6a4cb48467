package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Sha256;
import whence.model.Stance;

/// Makes claims of groups of statements: who supports and denies each, its origins, its grade.
final class Claims {
  private static final int ID_DIGITS = 16;
  private static final int CANNOT_BE_JUDGED = 6;

  private final Kinship kinship;
  private final SourceNames people;
  private final Withdrawals withdrawals;
  private final GradeRules rules;

  Claims(Kinship kinship, SourceNames people, Withdrawals withdrawals, GradeRules rules) {
    this.kinship = kinship;
    this.people = people;
    this.withdrawals = withdrawals;
    this.rules = rules;
  }

  /// By id.
  List<Claim> of(List<SameClaims.Group> groups) {
    List<String> ids = groups.stream().map(Claims::id).toList();
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      claims.add(claim(ids.get(i), groups.get(i), groups, ids));
    }
    claims.sort(Comparator.comparing(Claim::id, CodePoints.ORDER));
    return claims;
  }

  /// From the lowest id of the statements that could found the claim: other documents change it
  /// only if they say the same thing.
  private static String id(SameClaims.Group group) {
    String lowest =
        group.members().stream()
            .filter(Weighed::founds)
            .map(weighed -> weighed.told().id())
            .min(CodePoints.ORDER)
            .orElse(group.founder().told().id());
    return "c" + Sha256.of("claim\n" + lowest).hex().substring(0, ID_DIGITS);
  }

  private Claim claim(
      String id, SameClaims.Group group, List<SameClaims.Group> groups, List<String> ids) {
    List<Told> support = told(group, Stance.ASSERTS);
    List<Told> denials = told(group, Stance.DENIES);
    SortedMap<String, Integer> withdrawn = withdrawn(group);
    Provenance provenance = new Provenance(support, kinship, people, group.inOtherWords());
    List<Told> against =
        Stream.concat(
                denials.stream(),
                group.rivals().stream()
                    .flatMap(rival -> told(groups.get(rival), Stance.ASSERTS).stream()))
            .toList();
    int opposed =
        against.isEmpty()
            ? 0
            : new Provenance(against, kinship, people, group.inOtherWords()).atLeast();
    return new Claim(
        id,
        group.founder().content(),
        group.members().stream()
            .map(Weighed::told)
            .sorted(
                Comparator.comparing(Told::path, CodePoints.ORDER)
                    .thenComparing(Told::place)
                    .thenComparing(Told::id, CodePoints.ORDER))
            .map(Told::id)
            .toList(),
        (int) group.members().stream().map(weighed -> weighed.told().document()).distinct().count(),
        origins(provenance, withdrawn),
        grade(provenance, support, opposed, withdrawn),
        denials.stream().map(Told::id).sorted(CodePoints.ORDER).toList(),
        group.rivals().stream()
            .map(rival -> Objects.requireNonNull(ids.get(rival)))
            .sorted(CodePoints.ORDER)
            .toList(),
        told(group, Stance.DOUBTS).stream().map(Told::id).sorted(CodePoints.ORDER).toList(),
        against.isEmpty() || support.isEmpty()
            ? List.of()
            : new SelfContradictions(kinship, people)
                .of(sides(id, support, denials, group, groups, ids)),
        List.copyOf(group.inOtherWords()));
  }

  private SelfContradictions.Sides sides(
      String id,
      List<Told> support,
      List<Told> denials,
      SameClaims.Group group,
      List<SameClaims.Group> groups,
      List<String> ids) {
    SortedMap<String, List<Told>> rivals = new TreeMap<>(CodePoints.ORDER);
    for (int rival : group.rivals()) {
      rivals.put(ids.get(rival), told(groups.get(rival), Stance.ASSERTS));
    }
    return new SelfContradictions.Sides(id, support, denials, rivals);
  }

  private static Grades.Standing standing(Provenance provenance, List<Told> support, int opposed) {
    boolean backed =
        support.stream().anyMatch(told -> told.backing().stream().anyMatch(Grades::backs));
    boolean weak =
        support.stream()
            .anyMatch(told -> told.backing().stream().anyMatch(each -> !Grades.backs(each)));
    return new Grades.Standing(
        provenance.atLeast(), provenance.atMost(), opposed, backed, weak && !backed);
  }

  /// Those that count: who has it from a withdrawn source is on neither side.
  private List<Told> told(SameClaims.Group group, Stance stance) {
    return group.members().stream()
        .map(Weighed::told)
        .filter(told -> told.stance() == stance && withdrawals.of(told).isEmpty())
        .toList();
  }

  /// How many of the assertions of a claim stand on which withdrawn source.
  private SortedMap<String, Integer> withdrawn(SameClaims.Group group) {
    SortedMap<String, Integer> withdrawn = new TreeMap<>(CodePoints.ORDER);
    group.members().stream()
        .map(Weighed::told)
        .filter(told -> told.stance() == Stance.ASSERTS)
        .flatMap(told -> withdrawals.of(told).stream())
        .forEach(each -> withdrawn.merge(each.source(), 1, Integer::sum));
    return withdrawn;
  }

  private static Claim.Origins origins(
      Provenance provenance, SortedMap<String, Integer> withdrawn) {
    List<String> why = new ArrayList<>();
    if (provenance.atMost() > 0 || withdrawn.isEmpty()) {
      why.addAll(provenance.why());
    } else {
      why.add("All that supported it comes from a source that was withdrawn.");
    }
    withdrawn.forEach((source, statements) ->
        why.add(
            source
                + " was withdrawn: "
                + statements
                + (statements == 1 ? " statement counts" : " statements count")
                + " no more."));
    return new Claim.Origins(provenance.atLeast(), provenance.atMost(), why);
  }

  private Claim.Grade grade(
      Provenance provenance,
      List<Told> support,
      int opposed,
      SortedMap<String, Integer> withdrawn) {
    return support.isEmpty() && !withdrawn.isEmpty()
        ? new Claim.Grade(
            CANNOT_BE_JUDGED,
            "All that supported it comes from a source that was withdrawn, so that it cannot be judged.")
        : rules.grade(standing(provenance, support, opposed));
  }
}
