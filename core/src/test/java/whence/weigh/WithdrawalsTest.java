package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whence.model.Claim;
import whence.model.Judgements;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Weighing;

class WithdrawalsTest {
  private static final String PAID = "the fund paid the harbour master four hundred crowns";
  private static final String BURNT = "the ledger of the harbour was burnt on Sunday night";

  private final Pile pile = new Pile();

  @BeforeEach
  void write() {
    pile.write("a.txt", "Ann Harrow said " + PAID + ". " + BURNT + ".")
        .by("The Globe")
        .says("Ann Harrow", SourceKind.PERSON, PAID)
        .own(BURNT);
    pile.write("b.txt", "In the words of Luis Delgado, " + PAID + ".")
        .by("The Star")
        .says("Luis Delgado", SourceKind.PERSON, PAID);
  }

  private static Judgements withdrawn(List<Judgements.Sources> sources, String... names) {
    List<Judgements.Withdrawn> withdrawn = new ArrayList<>();
    for (String name : names) {
      withdrawn.add(new Judgements.Withdrawn(name, "A. Chen", "made it up"));
    }
    return new Judgements(
        List.of(), List.of(), List.of(), sources, List.of(), List.copyOf(withdrawn));
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

  private static Claim claim(Weighing weighing, String text) {
    return weighing.claims().stream()
        .filter(claim -> claim.text().contains(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatGoesBackToAWithdrawnSourceIsNoOriginAndStaysInTheClaim() {
    Claim before = claim(weigh(Judgements.NONE), PAID);
    assertEquals(2, before.origins().atLeast());
    Claim after = claim(weigh(withdrawn(List.of(), "Ann Harrow")), PAID);
    assertEquals(before.id(), after.id());
    assertEquals(before.statements(), after.statements());
    assertEquals(1, after.origins().atMost());
    assertTrue(after.origins().why().getLast().startsWith("Ann Harrow was withdrawn"));
  }

  @Test
  void aClaimWithNothingLeftCannotBeJudged() {
    Judgements judgements = withdrawn(List.of(), "Ann Harrow", "Luis Delgado");
    Weighing weighing = weigh(judgements);
    Claim after = claim(weighing, PAID);
    assertEquals(0, after.origins().atMost());
    assertEquals(6, after.grade().credibility());
    assertTrue(after.grade().why().contains("withdrawn"));
    Explanation explanation =
        new Explain(weighing, judgements)
            .of(after, Evidence.of(pile.readings().stream(), after.statements()));
    assertEquals(List.of(), explanation.origins());
    assertEquals(
        List.of("Ann Harrow", "Luis Delgado"),
        explanation.withdrawn().stream().map(each -> each.source().source()).toList());
  }

  @Test
  void aWithdrawnPublisherTakesItsOwnVoiceAlone() {
    Weighing weighing = weigh(withdrawn(List.of(), "The Globe"));
    assertEquals(2, claim(weighing, PAID).origins().atLeast());
    assertEquals(0, claim(weighing, BURNT).origins().atMost());
  }

  @Test
  void namesThatPeopleMadeOneAreWithdrawnTogether() {
    Judgements judgements =
        withdrawn(List.of(new Judgements.Sources("Luis Delgado", "The Clerk", true)), "the clerk");
    assertEquals(1, claim(weigh(judgements), PAID).origins().atMost());
    assertEquals(weigh(Judgements.NONE), weigh(withdrawn(List.of(), "Nobody Here")));
  }
}
