package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whence.model.Claim;
import whence.model.Judgements;
import whence.model.Reading;
import whence.model.Relation;
import whence.model.Reliability;
import whence.model.SourceKind;
import whence.model.Weighing;

/// What people decided comes out of weighing.
class JudgementsTest {
  private static final String PAID = "the Veritas Fund paid the mayor of Northgate in secret";
  private static final String BOUGHT = "Ostrander bought a house by the river with it";

  private final Pile pile = new Pile();
  private String first = "";
  private String second = "";
  private String third = "";
  private String house = "";

  @BeforeEach
  void write() {
    Pile.Draft one =
        pile.write("a.txt", "She said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    Pile.Draft two =
        pile.write("b.txt", "According to Harrow, " + PAID + ".")
            .by("The Star")
            .says("Harrow", SourceKind.PERSON, PAID);
    Pile.Draft three =
        pile.write("c.txt", "In the words of Delgado, " + PAID + ". And " + BOUGHT + ".")
            .by("The Mail")
            .says("Luis Delgado", SourceKind.PERSON, PAID)
            .own(BOUGHT);
    first = one.id(0);
    second = two.id(0);
    third = three.id(0);
    house = three.id(1);
  }

  private static Judgements judgements(List<Set<String>> together, List<Judgements.Apart> apart) {
    return new Judgements(together, apart, List.of(), List.of(), List.of(), List.of());
  }

  private static Judgements sources(Judgements.Sources... sources) {
    return new Judgements(List.of(), List.of(), List.of(), List.of(sources), List.of(), List.of());
  }

  private static Judgements related(Set<String> one, Set<String> other, Relation relation) {
    return new Judgements(
        List.of(),
        List.of(),
        List.of(new Judgements.Related(one, other, relation)),
        List.of(),
        List.of(),
        List.of());
  }

  private Weighing weigh(Judgements judgements) {
    Weighing weighing = new Weigher().weigh(() -> pile.readings().stream(), _ -> false, judgements);
    List<Reading> shuffled = new ArrayList<>(pile.readings());
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(shuffled, new Random(i));
      assertEquals(weighing, new Weigher().weigh(shuffled::stream, _ -> false, judgements));
    }
    return weighing;
  }

  private static Claim claim(Weighing weighing, String statement) {
    return weighing.claims().stream()
        .filter(claim -> claim.statements().contains(statement))
        .findFirst()
        .orElseThrow();
  }

  private static String origins(Weighing weighing, String statement) {
    Claim.Origins origins = claim(weighing, statement).origins();
    return origins.atLeast() + " to " + origins.atMost();
  }

  @Test
  void mergedClaimsAreOne() {
    assertEquals(2, weigh(Judgements.NONE).claims().size());
    Weighing merged = weigh(judgements(List.of(Set.of(second, house)), List.of()));
    assertEquals(1, merged.claims().size());
    assertEquals(
        new TreeSet<>(Set.of(first, second, third, house)),
        new TreeSet<>(merged.claims().getFirst().statements()));
  }

  @Test
  void splitStatementsAreApartEvenInTheSameWords() {
    Weighing split =
        weigh(
            judgements(
                List.of(), List.of(new Judgements.Apart(Set.of(third), Set.of(first, second)))));
    assertEquals(3, split.claims().size());
    assertEquals(List.of(third), claim(split, third).statements());
    assertEquals(2, claim(split, first).statements().size());
  }

  @Test
  void whatIsKeptApartIsNotMergedThroughAThird() {
    Weighing weighing =
        weigh(
            judgements(
                List.of(Set.of(first, house), Set.of(house, third)),
                List.of(new Judgements.Apart(Set.of(third), Set.of(first)))));
    assertTrue(!claim(weighing, first).statements().contains(third));
  }

  @Test
  void peopleSayWhichNamesAreOneSources() {
    assertEquals("2 to 3", origins(weigh(Judgements.NONE), first));
    assertEquals(
        "2 to 2",
        origins(weigh(sources(new Judgements.Sources("Harrow", "Ann Harrow", true))), first));
    assertEquals(
        "3 to 3",
        origins(weigh(sources(new Judgements.Sources("Ann Harrow", "Harrow", false))), first));
    assertEquals(
        "1 to 1",
        origins(
            weigh(
                sources(
                    new Judgements.Sources("Harrow", "Ann Harrow", true),
                    new Judgements.Sources("Luis Delgado", "Harrow", true))),
            first));
  }

  @Test
  void peopleSayWhichClaimsAreRivals() {
    Weighing rivals =
        weigh(related(Set.of(first, second, third), Set.of(house), Relation.CONTRADICTS));
    assertEquals(List.of(claim(rivals, house).id()), claim(rivals, first).contradicts());
    assertEquals(List.of(claim(rivals, first).id()), claim(rivals, house).contradicts());
  }

  @Test
  void peopleSayThatRivalsAreNone() {
    Pile.Draft not =
        pile.write(
                "d.txt", "He wrote: the Veritas Fund never paid the mayor of Northgate in secret.")
            .by("The Post")
            .says(
                "Tor Mercer",
                SourceKind.PERSON,
                "the Veritas Fund never paid the mayor of Northgate in secret");
    assertEquals(1, claim(weigh(Judgements.NONE), first).contradicts().size());
    Weighing none = weigh(related(Set.of(not.id(0)), Set.of(first), Relation.UNRELATED));
    assertEquals(List.of(), claim(none, first).contradicts());
    assertEquals(List.of(), claim(none, not.id(0)).contradicts());
  }

  @Test
  void howReliableASourceIsStandsBesideItAndChangesNothing() {
    Judgements.Rated rated =
        new Judgements.Rated("Harrow", Reliability.B, "ann", "right three times");
    Judgements judgements =
        new Judgements(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Judgements.Sources("Harrow", "Ann Harrow", true)),
            List.of(rated),
            List.of());
    Weighing weighing = weigh(judgements);
    Claim claim = claim(weighing, first);
    Explanation explanation =
        new Explain(weighing, judgements)
            .of(claim, Evidence.of(pile.readings().stream(), claim.statements()));
    assertEquals(
        List.of("Ann Harrow"),
        explanation.origins().stream()
            .filter(origin -> rated.equals(origin.rated()))
            .map(Explanation.Origin::name)
            .toList());
  }
}
