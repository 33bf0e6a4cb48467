package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whence.model.Likelihood;
import whence.model.Outcome;
import whence.model.Passage;

class ScoresTest {
  private static Forecast forecast(@Nullable String scale, Outcome outcome) {
    Likelihood word =
        new Likelihood(
            new Passage(0, 6, "likely"),
            scale,
            scale == null ? null : 0.55,
            scale == null ? null : 0.8);
    Forecast open =
        new Forecast(
            "s1",
            "it will rain",
            List.of(word),
            null,
            Outcome.OPEN,
            null,
            "a.txt",
            "Ann Moss",
            false,
            null,
            false,
            null);
    return open.settled(new Forecast.Settlement(1, outcome, List.of(), "A. Chen", null));
  }

  @Test
  void theScoreIsTheSquareOfHowFarTheMiddleWasOff() {
    assertEquals(0.105625, forecast("ICD 203", Outcome.HAPPENED).brier(), 1e-9);
    assertEquals(0.455625, forecast("ICD 203", Outcome.DID_NOT).brier(), 1e-9);
    assertNull(forecast("ICD 203", Outcome.CANNOT_BE_JUDGED).brier());
    assertNull(forecast(null, Outcome.HAPPENED).brier());
  }

  @Test
  void wordsWithoutAScaleAreCountedAndNotScored() {
    Scores scores =
        Scores.of(
            List.of(
                forecast("ICD 203", Outcome.HAPPENED),
                forecast("ICD 203", Outcome.DID_NOT),
                forecast(null, Outcome.HAPPENED),
                forecast("ICD 203", Outcome.HAPPENED).repeating("s9")));
    assertEquals(1, scores.words().size());
    assertEquals(2, scores.words().getFirst().settled());
    assertEquals(0.280625, scores.words().getFirst().brier(), 1e-9);
    assertEquals(1, scores.literal().getFirst().happened());
    assertNull(scores.literal().getFirst().brier());
    assertEquals(3, scores.sources().getFirst().forecasts());
  }

  @Test
  void theIntervalHoldsTheShare() {
    Random random = new Random(20310504);
    for (int i = 0; i < 200; i++) {
      List<Forecast> all = new ArrayList<>();
      int number = 1 + random.nextInt(30);
      for (int j = 0; j < number; j++) {
        all.add(forecast("ICD 203", random.nextBoolean() ? Outcome.HAPPENED : Outcome.DID_NOT));
      }
      Scores.Row row = Scores.of(all).words().getFirst();
      double share = row.share() == null ? -1 : row.share();
      assertTrue(0 <= row.from() && row.from() <= share + 1e-9, "seed 20310504, " + row);
      assertTrue(share - 1e-9 <= row.to() && row.to() <= 1, "seed 20310504, " + row);
    }
  }
}
