package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static whence.weigh.Pile.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.model.Claim;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;
import whence.model.Weighing;

class ClaimsTest {
  private final Pile pile = new Pile();

  private boolean same(String one, String other) {
    Pile.Draft left =
        pile.write("a.txt", "It is said: " + one + ".").by("The Globe").says("Ann", PERSON, one);
    Pile.Draft right =
        pile.write("b.txt", "It is said: " + other + ".").by("The Star").says("Bo", PERSON, other);
    return pile.claim(left.id(0)).statements().contains(right.id(0));
  }

  /// What a mail says, with the one time that stands in it.
  private static Statement on(Statement it, String said, String words, String value) {
    Passage content = it.content().getFirst();
    int start = content.start() + content.text().indexOf(words);
    return new Statement(
        it.id(),
        it.document(),
        it.kind(),
        it.within(),
        it.depth(),
        it.region(),
        it.source(),
        it.cue(),
        it.content(),
        it.chain(),
        it.act(),
        it.stance(),
        it.likelihood(),
        it.analyticConfidence(),
        it.hedges(),
        it.backing(),
        it.forecast(),
        Time.fromMetadata(said),
        List.of(new Time(words, value, start, start + words.length())),
        it.speakerRole(),
        it.mentions(),
        it.score());
  }

  @ParameterizedTest
  @CsvSource({
    "2031-05-04, 2031-05-04, true",
    "2031-05-04, 2031-05-05, false",
    "2031-05-04T08:00, 2031-05-04T17:30, true"
  })
  void aClockTimeIsOfTheDayOnWhichItIsSaid(String one, String other, boolean same) {
    String staff = "8:45 am the staff of Northgate meets the auditors in the hall";
    Pile.Draft left = pile.write("a.txt", staff).says("Ann", PERSON, staff);
    Pile.Draft right = pile.write("b.txt", staff).says("Bo", PERSON, staff);
    left.statements.replaceAll(it -> on(it, one, "8:45 am", "XXXX-XX-XXT08:45"));
    right.statements.replaceAll(it -> on(it, other, "8:45 am", "XXXX-XX-XXT08:45"));
    assertEquals(same, pile.claim(left.id(0)).statements().contains(right.id(0)));
  }

  private static final SourceKind PERSON = SourceKind.PERSON;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the Veritas Fund paid the mayor of Northgate | the Veritas Fund has paid Northgate's mayor
          the Veritas Fund paid the mayor in secret | the mayor was secretly paid by the Veritas Fund
          Delgado met the courier in Northgate on Tuesday | on Tuesday Delgado met a courier in Northgate
          three ledgers were found behind the cupboard | 3 ledgers were found behind a cupboard
          """)
  void sayTheSame(String one, String other) {
    assertTrue(same(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Delgado paid Harrow for the ledgers in Northgate | Harrow paid Delgado for the ledgers in Northgate
          Delgado met the courier in Northgate on Tuesday | Delgado met the courier in Northgate on Friday
          Delgado met the courier twice in Northgate | Delgado met the courier twice in Lowport
          three ledgers were found behind the cupboard | four ledgers were found behind the cupboard
          the police in Northgate arrested Paul Mercer | the police in Northgate released Paul Mercer
          the Veritas Fund paid the mayor of Northgate | the Veritas Fund did not pay the mayor of Northgate
          there is no hunger and no crisis in all of Northgate | there is hunger and crisis in all of Northgate
          Delgado was not paid, and Harrow never saw the ledgers in Northgate | Delgado was paid, and Harrow never saw the ledgers in Northgate
          the price of copper rose in the whole region | the price of copper fell in the whole region
          the mayor should resign over the ledgers | the mayor resigned over the ledgers
          I never saw the two ledgers of the town | I never saw the two ledgers of the town
          """)
  void doNotSayTheSame(String one, String other) {
    assertFalse(same(one, other));
  }

  @Test
  void aNegatedContentIsARivalKeptBesideItsRival() {
    String paid = "the Veritas Fund paid the mayor of Northgate";
    String not = "the Veritas Fund never paid the mayor of Northgate";
    Pile.Draft one = pile.write("a.txt", "Ann: " + paid + ".").by("A").says("Ann", PERSON, paid);
    Pile.Draft two = pile.write("b.txt", "Bo: " + not + ".").by("B").says("Bo", PERSON, not);
    Claim left = pile.claim(one.id(0));
    Claim right = pile.claim(two.id(0));
    assertNotEquals(left.id(), right.id());
    assertEquals(List.of(right.id()), left.contradicts());
    assertEquals(List.of(left.id()), right.contradicts());
    assertEquals(4, left.grade().credibility());
  }

  @Test
  void thatItIsSaidIsNotWhatIsSaid() {
    String paid = "the Veritas Fund paid the mayor of Northgate in two instalments last spring";
    Pile.Draft one =
        pile.write("a.txt", "Harrow said media reports allege that " + paid + ".")
            .by("The Globe")
            .says("Harrow", PERSON, "media reports allege that " + paid)
            .nested(paid, named("Harrow", PERSON), named("media reports", SourceKind.GROUP));
    Pile.Draft two =
        pile.write("b.txt", "Bo said " + paid + ".").by("The Star").says("Bo", PERSON, paid);
    assertFalse(pile.claim(one.id(0)).statements().contains(two.id(0)));
    assertTrue(pile.claim(one.id(1)).statements().contains(two.id(0)));
  }

  @Test
  void refusalsAndQuestionsFoundNoClaim() {
    String paid = "whether the Veritas Fund paid the mayor of Northgate";
    pile.write("a.txt", "Mercer would not say " + paid + ".")
        .by("The Globe")
        .says(paid, Stance.DECLINES, named("Mercer", PERSON));
    assertEquals(List.of(), pile.weigh().claims());
  }

  @Test
  void likeThingsDoNotChain() {
    List<Pile.Draft> drafts = new ArrayList<>();
    for (String day : List.of("Monday", "Tuesday", "Wednesday")) {
      String content = "Delgado met the courier in Northgate on " + day;
      drafts.add(
          pile.write(day + ".txt", "Ann: " + content + ".").by(day).says("Ann", PERSON, content));
    }
    String undated = "Delgado met the courier in Northgate";
    pile.write("undated.txt", "Bo: " + undated + ".").by("U").says("Bo", PERSON, undated);
    for (Pile.Draft draft : drafts) {
      Claim claim = pile.claim(draft.id(0));
      assertEquals(
          1,
          drafts.stream().filter(other -> claim.statements().contains(other.id(0))).count(),
          claim::text);
    }
  }

  @Test
  void otherDocumentsLeaveAClaimAsItIs() {
    String paid = "the Veritas Fund paid the mayor of Northgate";
    Pile.Draft one = pile.write("a.txt", "Ann: " + paid + ".").by("A").says("Ann", PERSON, paid);
    Claim before = pile.claim(one.id(0));
    String other = "three ledgers were found behind the cupboard of the town hall";
    pile.write("b.txt", "Bo: " + other + ".").by("B").says("Bo", PERSON, other);
    assertEquals(before, pile.claim(one.id(0)));
  }

  @Test
  void rejectedStatementsAreLeftOut() {
    String paid = "the Veritas Fund paid the mayor of Northgate";
    pile.write("a.txt", "Ann: " + paid + ".").by("A").says("Ann", PERSON, paid);
    Weighing weighing = new Weigher().weigh(() -> pile.readings().stream(), statement -> true);
    assertEquals(List.of(), weighing.claims());
  }

  @Test
  void fiftyOrdersGiveOneResult() {
    long seed = Long.getLong("whence.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dwhence.seed replays it)");
    List<Reading> readings = new ArrayList<>(SmallMails.readings(60, seed));
    Weighing first = new Weigher().weigh(readings::stream, statement -> false);
    assertFalse(first.reuse().isEmpty());
    assertFalse(first.families().isEmpty());
    assertTrue(first.claims().stream().anyMatch(claim -> claim.statements().size() > 2));
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(readings, random);
      List<Reading> shuffled = List.copyOf(readings);
      assertEquals(first, new Weigher().weigh(shuffled::stream, statement -> false));
    }
  }
}
