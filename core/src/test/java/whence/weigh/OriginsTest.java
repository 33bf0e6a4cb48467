package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static whence.weigh.Pile.anonymous;
import static whence.weigh.Pile.named;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.model.Backing;
import whence.model.Claim;
import whence.model.Link;
import whence.model.SourceKind;
import whence.model.Stance;

class OriginsTest {
  private static final String PAID = "the Veritas Fund paid the mayor of Northgate in secret";

  private final Pile pile = new Pile();

  private static void origins(int atLeast, int atMost, Claim claim) {
    assertEquals(
        atLeast + " to " + atMost,
        claim.origins().atLeast() + " to " + claim.origins().atMost(),
        () -> String.join("\n", claim.origins().why()));
  }

  @Test
  void onePaperThatQuotesTwoWitnessesHasTwoOrigins() {
    Pile.Draft paper =
        pile.write("a.txt", "Harrow said " + PAID + ". Delgado agreed that " + PAID + " too.")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID)
            .says("Luis Delgado", SourceKind.PERSON, PAID);
    origins(2, 2, pile.claim(paper.id(0)));
    assertEquals(1, pile.claim(paper.id(0)).grade().credibility());
  }

  @Test
  void twoWhoAreGivenOnePassageMayHaveSaidItTogether() {
    Pile.Draft paper =
        pile.write("a.txt", "Harrow and Delgado said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID)
            .says("Luis Delgado", SourceKind.PERSON, PAID);
    origins(1, 2, pile.claim(paper.id(0)));
  }

  @Test
  void aDraftAndTheSpeechAreOneText() {
    String draft = "He had the hands of a healer as well as the arms of a warrior and of a smith";
    String speech = "He had the hands of a healer as well as the arm of a warrior and of a smith";
    Pile.Draft mail =
        pile.write("a.txt", "On Monday: " + draft + ". On Tuesday: " + speech + ".")
            .says(draft, Stance.ASSERTS, named("Ann Harrow", SourceKind.PERSON))
            .says(speech, Stance.ASSERTS, named("Luis Delgado", SourceKind.PERSON));
    mail.statements.replaceAll(Pile::spoken);
    assertEquals(2, pile.claim(mail.id(0)).statements().size());
    origins(1, 1, pile.claim(mail.id(0)));
  }

  @Test
  void whoIsOnlyPointedAtIsNotASourceOfHisOwn() {
    Pile.Draft one =
        pile.write("a.txt", "She said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "This individual said " + PAID + ".")
        .by("The Star")
        .says("this individual", SourceKind.PERSON, PAID);
    origins(1, 2, pile.claim(one.id(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "Ostrander, Ostrander plc, 1 to 1",
    "Ostrander Ltd., Ostrander GmbH, 1 to 2",
    "NP, Northgate Petroleum, 1 to 2",
    "NG, Northgate Petroleum, 2 to 2",
    "Ostrander, Veritas Fund, 2 to 2"
  })
  void aCompanyIsOneByWhateverOfItsNames(String one, String other, String origins) {
    Pile.Draft first =
        pile.write("a.txt", "They said " + PAID + ".")
            .by("The Globe")
            .says(one, SourceKind.ORGANIZATION, PAID);
    pile.write("b.txt", "It is said that " + PAID + ".")
        .by("The Star")
        .says(other, SourceKind.ORGANIZATION, PAID);
    Claim.Origins found = pile.claim(first.id(0)).origins();
    assertEquals(origins, found.atLeast() + " to " + found.atMost(), "" + found.why());
  }

  @Test
  void theSameNamedSourceInTwoPapersIsOne() {
    Pile.Draft one =
        pile.write("a.txt", "She said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "As Dr. Harrow has it, " + PAID + ".")
        .by("The Star")
        .says("Dr. Ann Harrow", SourceKind.PERSON, PAID);
    origins(1, 1, pile.claim(one.id(0)));
  }

  @Test
  void aSurnameAloneMayBeTheSamePerson() {
    Pile.Draft one =
        pile.write("a.txt", "She said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "According to Harrow, " + PAID + ".")
        .by("The Star")
        .says("Harrow", SourceKind.PERSON, PAID);
    origins(1, 2, pile.claim(one.id(0)));
  }

  private Claim twoPeople(String first, String second) {
    Pile.Draft one =
        pile.write("a.txt", "She said " + PAID + ".")
            .by("The Globe")
            .says(first, SourceKind.PERSON, PAID);
    pile.write("b.txt", "As it was put, " + PAID + ".")
        .by("The Star")
        .says(second, SourceKind.PERSON, PAID);
    return pile.claim(one.id(0));
  }

  @Test
  void aNameInAnotherSpellingIsOne() {
    origins(1, 1, twoPeople("Volodymyr Hrynko", "Wolodymyr Hrynko"));
  }

  @Test
  void aNameInAnotherScriptIsOne() {
    origins(1, 1, twoPeople("Volodymyr Hrynko", "Володимир Хринко"));
  }

  @Test
  void namesThatAreMuchAlikeAreTwo() {
    origins(2, 2, twoPeople("Maria Harrow", "Mario Harrow"));
  }

  @Test
  void twoWhoShareASurnameAreTwo() {
    origins(2, 2, twoPeople("Ann Harrow", "Luis Harrow"));
  }

  @Test
  void anOfficeAndASurnameAreWhoeverBearsThatName() {
    origins(1, 1, twoPeople("President Okon", "Okon Bassey"));
  }

  @Test
  void anOfficeAndASurnameThatTwoBearAreEither() {
    Pile.Draft one =
        pile.write("a.txt", "He said " + PAID + ".")
            .by("The Globe")
            .says("President Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "As Ann put it, " + PAID + ".")
        .by("The Star")
        .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("c.txt", "In the words of Luis, " + PAID + ".")
        .by("The Mail")
        .says("Luis Harrow", SourceKind.PERSON, PAID);
    origins(2, 3, pile.claim(one.id(0)));
  }

  @Test
  void twoPapersAnonymousOfficialsMayBeTheSame() {
    Pile.Draft one =
        pile.write("a.txt", "Two officials said " + PAID + ".")
            .by("The Globe")
            .says(PAID, Stance.ASSERTS, anonymous("Two officials"));
    pile.write("b.txt", "Officials who asked not to be named said " + PAID + ".")
        .by("The Star")
        .says(PAID, Stance.ASSERTS, anonymous("Officials"));
    Claim claim = pile.claim(one.id(0));
    origins(1, 2, claim);
    assertNotEquals(1, claim.grade().credibility());
  }

  @Test
  void aSourceNobodyNamesMayBeAnyOfTheOthers() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "Reportedly, " + PAID + ".")
        .by("The Star")
        .says(PAID, Stance.ASSERTS, whence.model.Link.unstated(null));
    origins(1, 2, pile.claim(one.id(0)));
  }

  @Test
  void threeReportsOfOneCollectorAreOneOrigin() {
    Pile.Draft one =
        pile.write("a.txt", "CSIS says a courier told it " + PAID + ".")
            .by("The Globe")
            .says(
                PAID,
                Stance.ASSERTS,
                named("CSIS", SourceKind.ORGANIZATION),
                named("a courier", SourceKind.GROUP));
    pile.write("b.txt", "CSIS had it from a banker that " + PAID + ".")
        .by("The Star")
        .says(
            PAID,
            Stance.ASSERTS,
            named("Canadian Security Intelligence Service", SourceKind.ORGANIZATION),
            named("Paul Mercer", SourceKind.PERSON));
    pile.write("c.txt", "CSIS had it from a clerk that " + PAID + ".")
        .by("The Mail")
        .says(
            PAID,
            Stance.ASSERTS,
            named("CSIS", SourceKind.ORGANIZATION),
            named("Eva Ostrander", SourceKind.PERSON));
    Claim claim = pile.claim(one.id(0));
    origins(1, 1, claim);
    assertTrue(
        claim.origins().why().stream().anyMatch(why -> why.contains("collector")),
        () -> claim.origins().why().toString());
  }

  @Test
  void aPaperThatCitesAnotherAddsNothing() {
    Pile.Draft globe =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "The Globe reported that " + PAID + ".")
        .by("The Star")
        .says("The Globe", SourceKind.ORGANIZATION, PAID);
    Claim claim = pile.claim(globe.id(0));
    origins(1, 1, claim);
    assertTrue(
        claim.origins().why().stream()
            .anyMatch(why -> why.contains("has the claim from Ann Harrow")),
        () -> claim.origins().why().toString());
  }

  @Test
  void twoReportersWhoEachWriteItAreTwo() {
    Pile.Draft one = pile.write("a.txt", "On record: " + PAID + ".").by("The Globe").own(PAID);
    String alike = "the mayor of Northgate was secretly paid by the Veritas Fund";
    pile.write("b.txt", "We found that " + alike + ".").by("The Star").own(alike);
    origins(2, 2, pile.claim(one.id(0)));
  }

  @Test
  void whatTwoAuthorsWriteWordForWordIsOneText() {
    Pile.Draft one = pile.write("a.txt", "On record: " + PAID + ".").by("The Globe").own(PAID);
    pile.write("b.txt", "We found that " + PAID + ".").by("The Star").own(PAID);
    origins(1, 1, pile.claim(one.id(0)));
  }

  @Test
  void aDenialBelongsToTheClaimAndNeverSupportsIt() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    Pile.Draft two =
        pile.write("b.txt", "Mercer denied that " + PAID + ".")
            .by("The Star")
            .denies("Paul Mercer", PAID);
    Claim claim = pile.claim(one.id(0));
    origins(1, 1, claim);
    assertEquals(List.of(two.id(0)), claim.deniedBy());
    assertTrue(claim.statements().contains(two.id(0)));
    assertEquals(4, claim.grade().credibility());
  }

  @Test
  void whatIsOnlyDeniedHasNoOrigin() {
    Pile.Draft one =
        pile.write("b.txt", "Mercer denied that " + PAID + ".")
            .by("The Star")
            .denies("Paul Mercer", PAID);
    Claim claim = pile.claim(one.id(0));
    origins(0, 0, claim);
    assertEquals(6, claim.grade().credibility());
  }

  @Test
  void backingIsNotedAndNotCounted() {
    Pile.Draft one =
        pile.write("a.txt", "According to multiple corroborated reports, " + PAID + ".")
            .by("The Globe")
            .backed(PAID, Backing.CORROBORATED, named("the assessment", SourceKind.DOCUMENT));
    Claim claim = pile.claim(one.id(0));
    origins(1, 1, claim);
    assertEquals(3, claim.grade().credibility());
    assertTrue(claim.origins().why().getLast().contains("corroborated reporting"));
  }

  @Test
  void aWireStoryAndItsPrintingsAreOneOriginPerWitness() {
    String story =
        "The clerk of Northgate kept two ledgers for nine years and showed neither to the auditors"
            + " who came each spring. Harrow said "
            + PAID
            + ". The ledgers were found behind a cupboard when the old town hall was painted over"
            + " the summer, and the painter, who could read, took them straight to the police."
            + " Nobody at the bank remembers who signed the cheques, which were drawn on a branch"
            + " that closed long ago. The mayor has not been seen in his office since Friday last.";
    Pile.Draft wire =
        pile.write("wire.txt", story)
            .by("Harbour Wire")
            .on("2024-05-01")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    for (String paper : List.of("The Star", "The Globe", "The Mail")) {
      pile.write(
              paper + ".txt", "(Harbour Wire) - " + story + " More on page six of " + paper + ".")
          .by(paper)
          .on("2024-05-02")
          .own(PAID);
    }
    Claim claim = pile.claim(wire.id(0));
    origins(1, 1, claim);
    assertEquals(4, claim.documents());
    assertEquals(1, pile.weigh().families().size());
    assertEquals(4, pile.weigh().families().getFirst().documents().size());
    assertEquals("wire.txt", pile.readings().getFirst().document().path());
    assertEquals(
        pile.readings().getFirst().document().sha256(),
        pile.weigh().families().getFirst().origin());
  }

  @Test
  void anOfficeInTheTextTellsWhoseSurnameItIs() {
    Pile.Draft one =
        pile.write("a.txt", "President Harrow said " + PAID + ".")
            .says(
                PAID,
                Stance.ASSERTS,
                new Link(
                    Link.Role.SOURCE,
                    SourceKind.PERSON,
                    "Harrow",
                    "President Harrow",
                    0,
                    0,
                    null,
                    List.of()));
    pile.write("b.txt", "Ann Harrow said " + PAID + ".")
        .says("Ann Harrow", SourceKind.PERSON, PAID);
    origins(1, 1, pile.claim(one.id(0)));
  }

  @Test
  void aSurnameNamesAllWhoBearIt() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said " + PAID + ".").says("Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "Ann Harrow said " + PAID + ".")
        .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("c.txt", "Paul Harrow said " + PAID + ".")
        .says("Paul Harrow", SourceKind.PERSON, PAID);
    Claim claim = pile.claim(one.id(0));
    origins(2, 3, claim);
    assertTrue(
        claim.origins().why().contains("Harrow counts at most: may be Ann Harrow or Paul Harrow."),
        () -> claim.origins().why().toString());
  }

  @Test
  void aReportIsItsMakers() {
    Link report =
        new Link(
            Link.Role.SOURCE,
            SourceKind.DOCUMENT,
            null,
            "a report compiled by the Delgado Institute",
            0,
            0,
            null,
            List.of());
    Pile.Draft one =
        pile.write("a.txt", "According to a report, " + PAID + ".")
            .says(PAID, Stance.ASSERTS, report);
    pile.write("b.txt", "The institute said " + PAID + ".")
        .says("Delgado Institute", SourceKind.ORGANIZATION, PAID);
    origins(1, 1, pile.claim(one.id(0)));
  }

  @Test
  void thatBeforeAClauseBindsItToNoPlace() {
    Pile.Draft one =
        pile.write("a.txt", "Harrow said that " + PAID + ".")
            .says("Ann Harrow", SourceKind.PERSON, "that " + PAID);
    Pile.Draft other =
        pile.write("b.txt", "Mercer said " + PAID + ".")
            .says("Paul Mercer", SourceKind.PERSON, PAID);
    Claim claim = pile.claim(one.id(0));
    assertTrue(claim.statements().contains(other.id(0)));
    origins(2, 2, claim);
  }

  @Test
  void intelligenceThatNobodyNamesMayBeAnyOther() {
    Pile.Draft one =
        pile.write("a.txt", "Intelligence suggests " + PAID + ".")
            .says("Intelligence", SourceKind.DOCUMENT, PAID);
    pile.write("b.txt", "Ann Harrow said " + PAID + ".")
        .says("Ann Harrow", SourceKind.PERSON, PAID);
    Claim claim = pile.claim(one.id(0));
    origins(1, 2, claim);
    assertNotEquals(1, claim.grade().credibility());
  }

  @Test
  void groupsDescribedAlikeMayBeTheSamePeople() {
    Pile.Draft one =
        pile.write("a.txt", "Officials said " + PAID + ".")
            .says("officials", SourceKind.GROUP, PAID);
    pile.write("b.txt", "Intelligence officials said " + PAID + ".")
        .says("intelligence officials", SourceKind.GROUP, PAID);
    origins(1, 2, pile.claim(one.id(0)));
  }

  @Test
  void whomACitedPaperDoesNotNameIsWhomItsOwnStoryDoesNot() {
    Pile.Draft own =
        pile.write("a.txt", "Unnamed people told us " + PAID + ".")
            .by("The Ledger")
            .says(PAID, Stance.ASSERTS, anonymous("unnamed people"));
    pile.write("b.txt", "The Ledger, citing sources, reported " + PAID + ".")
        .by("The Post")
        .says(
            PAID,
            Stance.ASSERTS,
            named("The Ledger", SourceKind.ORGANIZATION),
            anonymous("sources"));
    origins(1, 1, pile.claim(own.id(0)));
  }
}
