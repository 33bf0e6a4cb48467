package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.model.Claim;
import whence.model.Judgements;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Weighing;

class SameClaimTest {
  /// For whom everything means the same: what is kept apart is kept apart by what must agree.
  private static final class Credulous implements Embedder {
    @Override
    public int dimensions() {
      return 64;
    }

    @Override
    public float[] passage(String text) {
      float[] one = new float[64];
      one[0] = 1;
      return one;
    }

    @Override
    public float[] query(String text) {
      return passage(text);
    }

    @Override
    public double unrelated() {
      return 0.5;
    }

    @Override
    public String version() {
      return "credulous";
    }
  }

  private final Pile pile = new Pile();
  private final Weigher weigher = new Weigher(Credulous::new);

  private Claim claim(String one, String other) {
    Pile.Draft left = pile.write("a.txt", "It is said: " + one + ".").by("The Globe");
    left.says("Ann", SourceKind.PERSON, one);
    Pile.Draft right = pile.write("b.txt", "It is said: " + other + ".").by("The Star");
    right.says("Bo", SourceKind.PERSON, other);
    return weigh(pile.readings()).claims().stream()
        .filter(claim -> claim.statements().contains(left.id(0)))
        .findFirst()
        .orElseThrow();
  }

  private Weighing weigh(List<Reading> readings) {
    return weigher.weigh(readings::stream, _ -> false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the Veritas Fund paid the mayor of Northgate | Northgate's city leader was secretly financed by the Veritas Fund
          """)
  void sayTheSameInOtherWords(String one, String other) {
    assertEquals(2, claim(one, other).statements().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Delgado paid Harrow for the ledgers in Northgate | Harrow paid Delgado for the ledgers in Northgate
          Delgado met the courier in Northgate on Tuesday | Delgado saw the messenger in Northgate on Friday
          Delgado met the courier twice in Northgate | Ostrander met the courier twice in Northgate
          three ledgers were found behind the cupboard | behind the cupboard lay four ledgers
          the Veritas Fund paid the mayor of Northgate | the Veritas Fund did not pay the mayor of Northgate
          the mayor should resign over the ledgers | the mayor resigned over the ledgers
          """)
  void doNotSayTheSameHoweverAlike(String one, String other) {
    assertEquals(1, claim(one, other).statements().size());
  }

  @Test
  void whatIsSaidInOtherWordsAddsAnOriginOnlyOncePeopleSayThatItIsTheSame() {
    String one = "the Veritas Fund paid the mayor of Northgate";
    String other = "Northgate's city leader was secretly financed by the Veritas Fund";
    Claim claim = claim(one, other);
    assertEquals(2, claim.statements().size());
    assertEquals(1, claim.inOtherWords().size());
    assertEquals(1, claim.origins().atLeast());
    assertEquals(2, claim.origins().atMost());

    Judgements merged =
        new Judgements(
            List.of(Set.copyOf(claim.statements())),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Claim decided =
        weigher.weigh(() -> pile.readings().stream(), _ -> false, merged).claims().getFirst();
    assertEquals(List.of(), decided.inOtherWords());
    assertEquals(2, decided.origins().atLeast());
  }

  @Test
  void whatSaysMoreIsNotTheSame() {
    Claim claim =
        claim(
            "Delgado brought the ledgers to Northgate",
            "Delgado brought the ledgers to Northgate, and the mayor burned them in the yard behind"
                + " the town hall");
    assertEquals(1, claim.statements().size());
  }

  @Test
  void aThingThatIsCalledForIsNoClaim() {
    Pile.Draft draft = pile.write("a.txt", "Ann called for an independent inquiry into the leak.");
    draft.says("Ann", SourceKind.PERSON, "an independent inquiry into the leak");
    assertTrue(weigh(pile.readings()).claims().isEmpty());
  }

  @Test
  void theOrderOfDocumentsMakesNoDifference() {
    List<String> contents =
        List.of(
            "the Veritas Fund paid the mayor of Northgate",
            "Northgate's city leader was secretly financed by the Veritas Fund",
            "the mayor of Northgate took money from the Veritas Fund in May",
            "the Veritas Fund never financed the mayor of Northgate",
            "Delgado of Northgate carried the money to the mayor");
    for (int i = 0; i < contents.size(); i++) {
      String content = contents.get(i);
      pile.write(i + ".txt", "It is said: " + content + ".")
          .says("Ann " + i, SourceKind.PERSON, content);
    }
    List<Reading> readings = new ArrayList<>(pile.readings());
    Weighing first = weigh(List.copyOf(readings));
    assertFalse(first.claims().isEmpty());
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(readings, random);
      assertEquals(first, weigh(List.copyOf(readings)), "seed 7, shuffle " + i);
    }
  }
}
