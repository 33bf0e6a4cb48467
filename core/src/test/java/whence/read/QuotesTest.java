package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Span;

class QuotesTest {
  private static List<String> quoted(String text) {
    return Quotes.in(text, new Span(0, text.length())).stream().map(q -> q.of(text)).toList();
  }

  @Test
  void marksOfEveryKindPair() {
    assertEquals(List.of("\"a b\""), quoted("He said \"a b\" twice."));
    assertEquals(List.of("“a ‘b’ c”"), quoted("He said “a ‘b’ c” twice."));
    assertEquals(List.of("''a b''", "``c''"), quoted("He said ''a b'' and ``c'' twice."));
    assertEquals(List.of("‘a “b” c’"), quoted("He said ‘a “b” c’ twice."));
  }

  @Test
  void anApostropheClosesNothing() {
    assertEquals(
        List.of("‘The clerks’ ledger isn’t here,’"),
        quoted("‘The clerks’ ledger isn’t here,’ he said."));
    assertEquals(List.of(), quoted("It was the ‘90s and the clerks didn't know."));
    assertEquals(List.of(), quoted("the clerk's ledger, the clerks' ledger"));
    assertEquals(List.of("‘those clerks’"), quoted("he calls them ‘those clerks’ now"));
  }

  @Test
  void aMissingMarkEndsWithItsParagraphAndASingleOneOpensNothing() {
    assertEquals(List.of("“a b c."), quoted("He said “a b c."));
    assertEquals(List.of(), quoted("He said ‘a b c."));
  }

  @Test
  void aMissingMarkIsNoReasonToWalkTheTextAgainAndAgain() {
    String text = "‘a ".repeat(200_000);
    assertEquals(List.of(), quoted(text));
    assertFalse(Quotes.encloses(text, new Span(300_000, 300_001)));
  }

  @Test
  void whatLiesWithinIsEnclosed() {
    String text = "First line.\nHe said ‘I think it is gone’ and left.";
    int at = text.indexOf("I think");
    assertTrue(Quotes.encloses(text, new Span(at, at + 1)));
    int behind = text.indexOf("left");
    assertFalse(Quotes.encloses(text, new Span(behind, behind + 4)));
  }

  @Test
  void whatIsInsideHasNoMarksAtItsEdges() {
    String text = " ‘‘a clerk’s’’ ";
    assertEquals("a clerk’s", Quotes.inside(text, new Span(0, text.length())).of(text));
    String typed = "``a clerk's''";
    assertEquals("a clerk's", Quotes.inside(typed, new Span(0, typed.length())).of(typed));
  }
}
