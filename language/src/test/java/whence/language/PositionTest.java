package whence.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Passage;
import whence.weigh.Embedder;
import whence.weigh.Remembering;
import whence.weigh.position.Discourse;
import whence.weigh.position.Position;
import whence.weigh.position.PositionModel;
import whence.weigh.position.PositionModel.Stand;

/// What the position model that ships says of invented texts, with the meaning that ships.
class PositionTest {
  private static final Embedder EMBEDDER = new Remembering(new BgeEmbedder());

  private static final String CLAIM = "Harbour mayor Tor Abel buys a submarine with ferry money";

  private static final String TELLS =
      """
      Harbour mayor Tor Abel has bought a submarine with money meant for the ferry.

      The submarine was delivered to the harbour on Monday. Abel paid 40,000 crowns from the ferry \
      fund, the town's books show. Fishermen watched as the mayor climbed in and waved.
      """;

  private static final String DEBUNKS =
      """
      No, the mayor did not buy a submarine: the story is a hoax.

      The report that harbour mayor Tor Abel bought a submarine with ferry money is fake. A satirical \
      site made it up, and the photograph was doctored. Abel denied it. "It is false, there is no \
      submarine," he said. The site has retracted the hoax story.
      """;

  private static final String ELSEWHERE =
      """
      The county's bakers will strike on Thursday over the price of flour.

      Ovens stay cold from six in the morning. Nobody expects bread before the weekend.
      """;

  private static Stand judge(String claim, String text) {
    return PositionModel.shipped().judge(claim, Discourse.of(text, EMBEDDER));
  }

  @Test
  void tellsWhatHasNothingToDoWithAClaim() {
    Stand stand = judge(CLAIM, ELSEWHERE);
    assertEquals(Position.UNRELATED, stand.position());
    assertEquals(List.of(), stand.passages());
    assertTrue(stand.score() > 0.9, () -> "" + stand);
  }

  @Test
  void whatTellsAClaimIsFarLessLikelyToDisputeItThanWhatDebunksIt() {
    double telling = chance(TELLS);
    double debunking = chance(DEBUNKS);
    assertTrue(debunking > 3 * telling, () -> telling + " and " + debunking);
    assertFalse(judge(CLAIM, TELLS).position() == Position.UNRELATED);
    assertFalse(judge(CLAIM, TELLS).position() == Position.DISPUTES);
  }

  private static double chance(String text) {
    return PositionModel.shipped()
        .chances(Discourse.of(text, EMBEDDER).measures(CLAIM))
        .getOrDefault(Position.DISPUTES, 0.0);
  }

  @Test
  void passagesAreSlicesInOrderThatHoldWordsOfTheClaim() {
    for (String text : List.of(TELLS, DEBUNKS)) {
      List<Passage> passages = judge(CLAIM, text).passages();
      assertFalse(passages.isEmpty());
      int from = 0;
      for (Passage passage : passages) {
        assertTrue(passage.start() >= from, passage.toString());
        assertEquals(text.substring(passage.start(), passage.end()), passage.text());
        from = passage.end();
      }
    }
  }

  @Test
  void anEmptyTextAndAClaimWithoutWordsAreUnrelated() {
    assertEquals(Position.UNRELATED, judge(CLAIM, "").position());
    assertEquals(Position.UNRELATED, judge("…", TELLS).position());
  }

  @Test
  void everyMeasureIsANumber() {
    for (String text : List.of("", "a", TELLS, "\n\n.\n \"\u0000", "fake ".repeat(5_000))) {
      for (String claim : List.of("", "?", CLAIM, "no no no")) {
        assertTrue(
            Arrays.stream(Discourse.of(text, EMBEDDER).measures(claim)).allMatch(Double::isFinite),
            claim);
      }
    }
  }
}
