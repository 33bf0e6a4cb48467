package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnexaminedTest {
  private static List<Gap> in(String text) {
    return Unexamined.in(RequestsTest.reading(text, "text/plain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ledger was not examined in the harbour hearings.",
        "Two letters have never been shown to the inquiry.",
        "The commission has not yet seen the dredger's log.",
        "Pages that weren't read by the panel lie in a drawer."
      })
  void whatATextSaysWasNotLookedAtIsAGap(String text) {
    List<Gap> gaps = in(text + " The weir was built in 1904.");
    assertEquals(List.of(false), gaps.stream().map(Gap::suggested).toList(), text);
    assertEquals(text, gaps.getFirst().passages().getFirst().passage().text());
  }

  @Test
  void whatSomebodyAsksAnInquiryIsSuggested() {
    List<Gap> gaps = in("The Lantern asked the inquiry whether it has reviewed the two memos.");
    assertEquals(List.of(true), gaps.stream().map(Gap::suggested).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council did not consider the report of the inquiry.",
        "The inquiry read the ledger in May.",
        "She was not in the room when the commission met.",
        "He asked whether the commission has a telephone."
      })
  void otherSentencesAreNone(String text) {
    assertEquals(List.of(), in(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "not seen ", "inquiry has ", "inquiry whether it has seen ", "a "})
  void hostileTextTakesNoTime(String words) {
    String text = words.repeat(1_000_000 / words.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> in(text));
  }
}
