package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static whence.weigh.Pile.anonymous;
import static whence.weigh.Pile.named;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Claim;
import whence.model.SourceKind;
import whence.model.Stance;

class SelfContradictionsTest {
  private static final String PAID = "the Veritas Fund paid the mayor of Northgate in secret";
  private static final String NOT_PAID =
      "the Veritas Fund did not pay the mayor of Northgate in secret";

  private final Pile pile = new Pile();

  @Test
  void whoSaysItAndLaterDeniesItIsShownWithBothDays() {
    Pile.Draft said =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .on("2031-03-04")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    Pile.Draft denied =
        pile.write("b.txt", "Harrow denied that " + PAID + ".")
            .on("2032-05-06")
            .denies("Ann Harrow", PAID);
    Claim claim = pile.claim(said.id(0));
    Claim.SelfContradiction only = claim.selfContradictions().getFirst();
    assertEquals(1, claim.selfContradictions().size());
    assertEquals("Ann Harrow", only.source());
    assertTrue(only.sure());
    assertEquals(List.of(new Claim.Said(said.id(0), claim.id(), "2031-03-04")), only.says());
    assertEquals(List.of(new Claim.Said(denied.id(0), claim.id(), "2032-05-06")), only.against());
    assertEquals(
        "Ann Harrow is on record saying it (2031-03-04) and denying it (2032-05-06).", only.why());
  }

  @Test
  void whoSaysARivalIsLinkedFromBothClaims() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    Pile.Draft other =
        pile.write("b.txt", "Harrow said " + NOT_PAID + ".")
            .says("Ann Harrow", SourceKind.PERSON, NOT_PAID);
    Claim claim = pile.claim(one.id(0));
    Claim rival = pile.claim(other.id(0));
    assertEquals(List.of(rival.id()), claim.contradicts());
    Claim.SelfContradiction here = claim.selfContradictions().getFirst();
    Claim.SelfContradiction there = rival.selfContradictions().getFirst();
    assertEquals(here.says(), there.against());
    assertEquals(here.against(), there.says());
    assertEquals(rival.id(), here.against().getFirst().claim());
  }

  @Test
  void aSurnameInTwoDocumentsMayBeTwoPeople() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".").says("Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "Harrow denied that " + PAID + ".").denies("Harrow", PAID);
    Claim.SelfContradiction only = pile.claim(one.id(0)).selfContradictions().getFirst();
    assertFalse(only.sure());
    assertTrue(only.why().contains("may be two"), only.why());
  }

  @Test
  void aSurnameThatTwoBearIsOnlyPerhapsEither() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".").says("Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "Harrow denied that " + PAID + ".").denies("Ann Harrow", PAID);
    pile.write("c.txt", "The other Harrow denied that " + PAID + ".").denies("Paul Harrow", PAID);
    List<Claim.SelfContradiction> found = pile.claim(one.id(0)).selfContradictions();
    assertEquals(2, found.size());
    assertTrue(found.stream().noneMatch(Claim.SelfContradiction::sure));
    assertTrue(found.getFirst().why().startsWith("Harrow may be Ann Harrow. If so,"));
  }

  @Test
  void whatACopyPrintsOtherwiseItsSourceHasNotSaid() {
    String story =
        "Rain had fallen on Northgate for nine days when the cellar of the old exchange gave way."
            + " Neighbours carried out chairs, two clocks and a parrot that would not stop talking."
            + " The street was closed at noon and the tram turned back at the fish market."
            + " Harrow said ";
    String counted = "the flood had driven 212 families from their homes in Northgate";
    String misprinted = "the flood had driven 221 families from their homes in Northgate";
    Pile.Draft original =
        pile.write("a.txt", story + counted + ".").says("Ann Harrow", SourceKind.PERSON, counted);
    Pile.Draft copy =
        pile.write("b.txt", story + misprinted + ".")
            .says("Ann Harrow", SourceKind.PERSON, misprinted);
    assertEquals(List.of(), pile.claim(original.id(0)).selfContradictions());
    pile.write("c.txt", "On Friday Harrow said " + misprinted + ".")
        .says("Ann Harrow", SourceKind.PERSON, misprinted);
    Claim claim = pile.claim(original.id(0));
    assertEquals(List.of(pile.claim(copy.id(0)).id()), claim.contradicts());
    assertEquals(1, claim.selfContradictions().size());
  }

  @Test
  void twoPeopleWhoDisagreeContradictNobodysSelf() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "The other Harrow denied that " + PAID + ".").denies("Paul Harrow", PAID);
    assertEquals(List.of(), pile.claim(one.id(0)).selfContradictions());
  }

  @Test
  void unnamedSourcesAreNotHeldToAnything() {
    Pile.Draft paper =
        pile.write("a.txt", "An official said " + PAID + ". An official denied that it did.")
            .says(PAID, Stance.ASSERTS, anonymous("an official"))
            .says(PAID, Stance.DENIES, anonymous("an official"));
    assertEquals(List.of(), pile.claim(paper.id(0)).selfContradictions());
  }

  @Test
  void aDoubtIsNeitherForNorAgainst() {
    Pile.Draft said =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    Pile.Draft doubt =
        pile.write("b.txt", "Mercer doubted that " + PAID + ".")
            .says(PAID, Stance.DOUBTS, named("Paul Mercer", SourceKind.PERSON));
    Claim claim = pile.claim(said.id(0));
    assertEquals(List.of(doubt.id(0)), claim.doubtedBy());
    assertEquals(List.of(), claim.deniedBy());
    assertEquals(1, claim.origins().atMost());
    assertEquals(6, claim.grade().credibility());
    Explanation explanation =
        new Explain(pile.weigh())
            .of(claim, Evidence.of(pile.readings().stream(), Explain.statements(claim)));
    assertEquals(List.of(), explanation.against());
    assertEquals(doubt.id(0), explanation.doubts().getFirst().statement());
  }
}
