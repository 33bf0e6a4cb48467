package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static whence.weigh.Pile.anonymous;
import static whence.weigh.Pile.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Claim;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.Weighing;

class ExplainTest {
  private static final String PAID = "the Veritas Fund paid the mayor of Northgate in secret";

  private final Pile pile = new Pile();

  private Explanation explain(String statement) {
    Weighing weighing = pile.weigh();
    Claim claim = pile.claim(statement);
    return new Explain(weighing)
        .of(claim, Evidence.of(pile.readings().stream(), claim.statements()));
  }

  @Test
  void everyStatementStandsInItOnce() {
    List<Reading> readings = SmallMails.readings(60, 7);
    Weighing weighing = new Weigher().weigh(readings::stream, statement -> false);
    Explain explain = new Explain(weighing);
    int copies = 0;
    for (Claim claim : weighing.claims()) {
      Explanation explanation =
          explain.of(claim, Evidence.of(readings.stream(), claim.statements()));
      List<String> shown = new ArrayList<>();
      for (Explanation.Origin origin : explanation.origins()) {
        for (Explanation.Telling telling : origin.tellings()) {
          shown.add(telling.statement());
          telling.copies().forEach(copy -> shown.add(copy.telling().statement()));
          copies += telling.copies().size();
        }
      }
      explanation.against().forEach(telling -> shown.add(telling.statement()));
      explanation.doubts().forEach(telling -> shown.add(telling.statement()));
      explanation.beside().forEach(telling -> shown.add(telling.statement()));
      List<String> expected = new ArrayList<>(claim.statements());
      Collections.sort(expected);
      Collections.sort(shown);
      assertEquals(expected, shown, claim::text);
      long counted =
          explanation.origins().stream()
              .filter(origin -> origin.count() == Explanation.Count.INDEPENDENT)
              .count();
      assertEquals(claim.origins().atLeast(), counted, () -> claim + "\n" + explanation);
    }
    assertTrue(copies > 0);
  }

  @Test
  void whoIsCountedAndWhoIsNotSaysWhy() {
    Pile.Draft globe =
        pile.write("a.txt", "Harrow said " + PAID + ".")
            .by("The Globe")
            .says("Ann Harrow", SourceKind.PERSON, PAID);
    pile.write("b.txt", "Officials said " + PAID + ".")
        .by("The Star")
        .says(PAID, Stance.ASSERTS, anonymous("officials"));
    pile.write("c.txt", "A clerk said " + PAID + ".")
        .by("The Mail")
        .says(PAID, Stance.ASSERTS, anonymous("a clerk"));
    pile.write("d.txt", "The Globe reported that " + PAID + ".")
        .by("The Sun")
        .says("The Globe", SourceKind.ORGANIZATION, PAID);
    Pile.Draft denial =
        pile.write("e.txt", "Mercer denied that " + PAID + ".")
            .by("The Star")
            .denies("Paul Mercer", PAID);
    pile.write("f.txt", "Ostrander would not comment on " + PAID + ".")
        .by("The Star")
        .says(PAID, Stance.DECLINES, named("Eva Ostrander", SourceKind.PERSON));
    Explanation explanation = explain(globe.id(0));
    assertEquals(
        List.of(
            "Ann Harrow INDEPENDENT",
            "a clerk in c.txt INDEPENDENT",
            "officials in b.txt PERHAPS",
            "The Globe SHARED"),
        explanation.origins().stream()
            .map(origin -> origin.name() + " " + origin.count())
            .toList());
    assertEquals("Unnamed sources may be the same people.", explanation.origins().get(2).why());
    assertEquals("It has the claim from Ann Harrow.", explanation.origins().get(3).why());
    assertEquals(
        List.of(denial.id(0)),
        explanation.against().stream().map(Explanation.Telling::statement).toList());
    assertEquals(1, explanation.beside().size());
    Explanation.Telling telling = explanation.origins().getFirst().tellings().getFirst();
    assertEquals(PAID, telling.content().getFirst().text());
    assertEquals("a.txt", telling.path());
  }
}
