package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.model.Claim;
import whence.model.CodePoints;

/// Who contradicts themself: the same source says a claim, and denies it or says a rival of it.
///
/// Sources are one by the working of [Provenance] over both sides together. Groups and unnamed
/// sources are left out: nobody knows whether the same of them spoke twice.
final class SelfContradictions {
  private final Kinship kinship;
  private final SourceNames people;

  SelfContradictions(Kinship kinship, SourceNames people) {
    this.kinship = kinship;
    this.people = people;
  }

  /// The two sides of a claim.
  ///
  /// @param id of the claim
  /// @param rivals tellings that assert a rival, by its id
  record Sides(
      String id, List<Told> support, List<Told> denials, SortedMap<String, List<Told>> rivals) {}

  /// A telling with its source and the claim it belongs to.
  private record Voice(Told told, String claim, boolean supports, Identities.Speaker speaker) {
    Claim.Said said() {
      return new Claim.Said(told.id(), claim, told.said());
    }
  }

  /// By the source's name, those that are sure first.
  List<Claim.SelfContradiction> of(Sides sides) {
    Map<String, String> claimOf = new HashMap<>();
    List<Told> all = new ArrayList<>();
    sides.support().forEach(told -> claimOf.put(told.id(), sides.id()));
    sides.denials().forEach(told -> claimOf.put(told.id(), sides.id()));
    all.addAll(sides.support());
    all.addAll(sides.denials());
    sides
        .rivals()
        .forEach((claim, tellings) -> {
          for (Told told : tellings) {
            if (claimOf.putIfAbsent(told.id(), claim) == null) {
              all.add(told);
            }
          }
        });
    Set<String> supporting = sides.support().stream().map(Told::id).collect(Collectors.toSet());
    Provenance provenance = new Provenance(all, kinship, people, Set.of());
    SortedMap<String, List<Voice>> bySource = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < provenance.tellings().size(); i++) {
      Told told = provenance.tellings().get(i);
      Identities.Speaker speaker = provenance.speaker(i);
      if (speaker.identified()) {
        bySource
            .computeIfAbsent(speaker.key(), _ -> new ArrayList<>())
            .add(
                new Voice(
                    told,
                    Objects.requireNonNull(claimOf.get(told.id())),
                    supporting.contains(told.id()),
                    speaker));
      }
    }
    List<Claim.SelfContradiction> found = new ArrayList<>();
    for (List<Voice> voices : bySource.values()) {
      alone(sides.id(), voices, found);
      for (String other : voices.getFirst().speaker().mayBe()) {
        perhaps(sides.id(), voices, bySource.getOrDefault(other, List.of()), found);
      }
    }
    found.sort(
        Comparator.comparing((Claim.SelfContradiction each) -> !each.sure())
            .thenComparing(Claim.SelfContradiction::source, CodePoints.ORDER));
    return found;
  }

  private void alone(String claim, List<Voice> voices, List<Claim.SelfContradiction> found) {
    List<Voice> says = side(voices, true);
    List<Voice> against = apart(side(voices, false), says);
    if (says.isEmpty() || against.isEmpty()) {
      return;
    }
    String name = voices.getFirst().speaker().name();
    boolean sure = isSure(voices);
    found.add(
        contradiction(
            name,
            sure,
            says,
            against,
            sure
                ? name + " " + words(claim, says, against)
                : "Somebody called "
                    + name
                    + " "
                    + words(claim, says, against)
                    + " A surname alone tells no person: this may be one, or may be two."));
  }

  private void perhaps(
      String claim, List<Voice> brief, List<Voice> full, List<Claim.SelfContradiction> found) {
    for (boolean first : new boolean[] {true, false}) {
      List<Voice> says = side(first ? brief : full, true);
      List<Voice> against = apart(side(first ? full : brief, false), says);
      if (!says.isEmpty() && !against.isEmpty()) {
        String surname = brief.getFirst().speaker().name();
        String name = full.getFirst().speaker().name();
        found.add(
            contradiction(
                surname,
                false,
                says,
                against,
                surname
                    + " may be "
                    + name
                    + ". If so, "
                    + name
                    + " "
                    + words(claim, says, against)));
      }
    }
  }

  /// Whether those who bear this name are surely one: two documents that give a surname alone may
  /// speak of two people.
  private static boolean isSure(List<Voice> voices) {
    boolean surname =
        voices.stream()
            .allMatch(voice -> {
              Told.Hop hop = voice.told().hops().isEmpty() ? null : voice.told().hops().getLast();
              return hop != null
                  && !hop.office()
                  && !hop.plain().contains(" ")
                  && switch (hop.kind()) {
                    case PERSON, UNKNOWN, ANONYMOUS -> true;
                    case ORGANIZATION, DOCUMENT, GROUP -> false;
                  };
            });
    return !surname
        || voices.stream().map(voice -> voice.told().document()).distinct().count() == 1;
  }

  private static List<Voice> side(List<Voice> voices, boolean supporting) {
    return voices.stream().filter(voice -> voice.supports() == supporting).toList();
  }

  /// Those that are not cut from the very words of one on the other side, and do not stand in a
  /// copy of its text: what copies print otherwise, the source has not said.
  private List<Voice> apart(List<Voice> voices, List<Voice> from) {
    return voices.stream()
        .filter(voice ->
            from.stream()
                .noneMatch(other ->
                    other.told().document().equals(voice.told().document())
                        ? other.told().place().overlaps(voice.told().place())
                        : kinship
                            .head(other.told().document())
                            .equals(kinship.head(voice.told().document()))))
        .toList();
  }

  private static Claim.SelfContradiction contradiction(
      String source, boolean sure, List<Voice> says, List<Voice> against, String why) {
    return new Claim.SelfContradiction(
        source,
        sure,
        says.stream().map(Voice::said).toList(),
        against.stream().map(Voice::said).toList(),
        why);
  }

  private static String words(String claim, List<Voice> says, List<Voice> against) {
    boolean denies = against.stream().anyMatch(voice -> voice.claim().equals(claim));
    boolean rivals = against.stream().anyMatch(voice -> !voice.claim().equals(claim));
    return "is on record saying it ("
        + when(says)
        + ") and "
        + (denies ? "denying it" : "")
        + (denies && rivals ? ", or " : "")
        + (rivals ? "saying what cannot be true together with it" : "")
        + " ("
        + when(against)
        + ").";
  }

  private static String when(List<Voice> voices) {
    List<String> dates =
        voices.stream()
            .map(voice -> Objects.requireNonNullElse(voice.told().said(), "undated"))
            .distinct()
            .sorted(CodePoints.ORDER)
            .toList();
    return dates.size() <= 3
        ? String.join(", ", dates)
        : String.join(", ", dates.subList(0, 3)) + " and " + (dates.size() - 3) + " other days";
  }
}
