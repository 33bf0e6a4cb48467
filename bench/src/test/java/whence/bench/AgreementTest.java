package whence.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whence.bench.Agreement.Judged;
import whence.model.Span;

/// Holds the figures to examples counted by hand, on invented text.
class AgreementTest {
  private static final String TEXT = "“It is late,” Ashby said. Quill agreed.";

  private static Span span(String words) {
    int start = TEXT.indexOf(words);
    assertTrue(start >= 0, words);
    return new Span(start, start + words.length());
  }

  private static Said said(double score, String source, String cue, String content) {
    return new Said(List.of(span(source)), List.of(span(cue)), List.of(span(content)), score);
  }

  @Test
  void countsExactSpansOnceAndTriplesLessTheirEdges() {
    Agreement agreement = new Agreement();
    agreement.add(
        TEXT,
        List.of(
            said(1, "Ashby", "said", "“It is late,”"), said(1, "Quill", "agreed", "It is late")),
        List.of(
            said(0.9, "Ashby", "said", "“It is late,"),
            said(0.2, "Ashby", "agreed", "It is late")));
    assertEquals(new Counts(1, 1, 2), agreement.role(0), "one source found, shared by both");
    assertEquals(new Counts(2, 2, 2), agreement.role(1));
    assertEquals(new Counts(1, 2, 2), agreement.role(2), "a mark missing at the end is not exact");
    assertEquals(new Counts(1, 2, 2), agreement.triple(), "the wrong source spoils the second");
    assertEquals(List.of(new Judged(0.9, true), new Judged(0.2, false)), agreement.judged());
  }

  @Test
  void trimsNoHalfCharacters() {
    String text = "\uD83D\uDCA7\uD835\uDC00b\uD83D\uDCA7";
    Said said = new Said(List.of(), List.of(), List.of(new Span(0, text.length())), 1);
    assertEquals(Set.of(new Span(2, 5)), said.triple(text).content());
  }

  @Test
  void takesOffsetsInCodePointsToCodeUnits() throws Exception {
    String text = "\uD83D\uDCA7 Ashby said no.";
    List<Said> said =
        PolNear.said(
            text,
            new JsonMapper()
                .readTree(
                    """
                    {"start":[0,2,8,13,15],"end":[1,7,12,15,16],"attributions":
                      [{"source":[[1,2]],"cue":[[2,3]],"content":[[3,4]]}]}\
                    """));
    assertEquals("Ashby", said.getFirst().source().getFirst().of(text));
    assertEquals("said", said.getFirst().cue().getFirst().of(text));
    assertEquals("no", said.getFirst().content().getFirst().of(text));
  }

  @Test
  void f1IsTheHarmonicMean() {
    Counts counts = new Counts(2, 4, 5);
    assertEquals(0.5, counts.precision());
    assertEquals(0.4, counts.recall());
    assertEquals(2 * 0.5 * 0.4 / 0.9, counts.f1(), 1e-12);
    assertEquals(0, Counts.NONE.f1());
  }

  @Test
  void anIntervalHoldsTheFigureAndHasNoWidthWhereDocumentsAgree() {
    List<Counts> alike = new ArrayList<>();
    List<Counts> unlike = new ArrayList<>();
    for (int document = 0; document < 40; document++) {
      alike.add(new Counts(3, 4, 4));
      unlike.add(new Counts(document % 5, 4, 4));
    }
    assertEquals(new Bootstrap(0.75, 0.75), Bootstrap.f1(alike, 1));
    Bootstrap wide = Bootstrap.f1(unlike, 1);
    assertTrue(wide.low() < 0.5 && 0.5 < wide.high(), wide.toString());
    // The standard error of a mean of 40 draws from 0, ¼, ½, ¾, 1 is 0.056.
    assertEquals(2 * 1.96 * 0.056, wide.high() - wide.low(), 0.03);
    assertEquals(wide, Bootstrap.f1(unlike, 1));
  }

  @Test
  void anHonestScoreHasALittleErrorAndABoastALargeOne() {
    long seed = 11;
    Random random = new Random(seed);
    List<Judged> honest = new ArrayList<>();
    List<Judged> boasting = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      double score = random.nextDouble();
      boolean right = random.nextDouble() < score;
      honest.add(new Judged(score, right));
      boasting.add(new Judged(1 - (1 - score) / 10, right));
    }
    Reliability reliability = Reliability.of(honest);
    assertEquals(10, reliability.bins().size());
    assertEquals(500, reliability.bins().getFirst().count());
    assertTrue(reliability.error() < 0.05, "seed " + seed + ": " + reliability);
    assertTrue(Reliability.of(boasting).error() > 0.4, "seed " + seed);
    assertEquals(3, Reliability.of(honest.subList(0, 3)).bins().size());
  }
}
