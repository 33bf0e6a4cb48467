package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Claim;
import whence.model.SourceKind;

class RivalNumbersTest {
  private final Pile pile = new Pile();

  private List<String> rivals(String one, String other) {
    Pile.Draft first =
        pile.write("a.txt", "Harrow said " + one + ".").says("Ann Harrow", SourceKind.PERSON, one);
    Pile.Draft second =
        pile.write("b.txt", "Mercer said " + other + ".")
            .says("Paul Mercer", SourceKind.PERSON, other);
    Claim claim = pile.claim(first.id(0));
    assertNotEquals(claim.id(), pile.claim(second.id(0)).id());
    return claim.contradicts();
  }

  @Test
  void anotherNumberOfTheSameIsARival() {
    assertEquals(
        1,
        rivals(
                "twelve people died in the fire at the mill",
                "14 people died in the fire at the mill")
            .size());
  }

  @Test
  void aNumberThatIsNoExactOneIsNot() {
    assertEquals(
        List.of(),
        rivals(
            "at least twelve people died in the fire at the mill",
            "14 people died in the fire at the mill"));
  }

  @Test
  void aLabelIsNoNumberOfAnything() {
    assertEquals(
        List.of(),
        rivals(
            "the judge wrote the ruling on page 12 by hand",
            "the judge wrote the ruling on page 14 by hand"));
  }

  @Test
  void otherWordsAreAnotherMatter() {
    assertEquals(
        List.of(),
        rivals(
            "twelve people died in the fire at the mill",
            "14 people fled from the fire at the mill"));
  }
}
