package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.model.Block;
import whence.model.Passage;
import whence.model.Region;
import whence.model.Span;
import whence.model.Text;

final class HostileTextTest {
  private static final List<String> TYPES = List.of("text/plain", "text/markdown", "text/x-rst");

  @Test
  void everySpanLiesInsideAndApartInAnyText() {
    long seed = 20261122L;
    System.out.println("HostileTextTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 1_500; round++) {
      String characters = Hostile.text(random, random.nextInt(60));
      for (String type : TYPES) {
        check(Text.of(characters, List.of(), blocks(random, characters)), type);
      }
    }
  }

  private static List<Block> blocks(Random random, String characters) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (random.nextBoolean() && at < characters.length()) {
      int start = at + random.nextInt(characters.length() - at);
      int end = start + random.nextInt(characters.length() - start + 1);
      blocks.add(
          new Block(
              Hostile.anyOf(
                  random,
                  Region.BODY,
                  Region.HEADLINE,
                  Region.QUOTATION,
                  Region.HEADER,
                  Region.LIST),
              start,
              end));
      at = end;
    }
    return blocks;
  }

  private static void check(Text text, String type) {
    String characters = text.characters();
    Layout layout = Layout.of(text, type);
    Hostile.assertApart(
        characters,
        layout.sections().stream().map(Section::span).filter(s -> s.length() > 0).toList(),
        "sections");
    List<Span> pieces = new ArrayList<>();
    for (Section section : layout.sections()) {
      pieces.addAll(section.pieces());
      for (Span piece : section.pieces()) {
        assertTrue(section.span().contains(piece), "piece outside its section");
      }
    }
    Hostile.assertApart(characters, pieces, "pieces");
    List<Span> sentences = Sentences.of(characters, layout);
    Hostile.assertApart(characters, sentences, "sentences");
    for (Span sentence : sentences) {
      assertTrue(
          layout.sections().stream().anyMatch(s -> s.span().contains(sentence)), "across sections");
      assertTrue(sentence.length() <= Sentences.LONGEST, "too long");
    }
    for (Transcript.Turn turn : Transcript.of(characters, layout).turns()) {
      Hostile.assertApart(characters, turn.sentences(), "turn");
    }
    List<Span> body = new ArrayList<>();
    Mail.of(characters).parts().forEach(part -> body.addAll(part.body()));
    body.sort(null);
    Hostile.assertApart(characters, body, "mail");
    Hostile.assertApart(
        characters,
        Times.of(characters, sentences, "2019-06-10").stream()
            .map(t -> Hostile.span(t.time()))
            .toList(),
        "times");
    Span all = new Span(0, characters.length());
    Hostile.assertApart(
        characters,
        Estimative.of(characters, all).stream().map(l -> l.words().span()).toList(),
        "likelihood");
    Hostile.assertApart(
        characters, Hedges.of(characters, all).stream().map(Passage::span).toList(), "hedges");
    Hostile.assertApart(
        characters,
        BackingGrammar.found(characters, all).stream()
            .map(BackingGrammar.Found::span)
            .distinct()
            .toList(),
        "backing");
    Estimative.confidence(characters, all);
    Forecasts.isForecast(characters, all, null);
    Scales.declaredIn(characters);
  }

  /// Anything worse than linear would run for hours on these.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        ".",
        "\"",
        ">",
        "*",
        "`",
        "[",
        "<",
        ":",
        " ",
        "\n",
        "\t",
        "-",
        "9",
        "9 ",
        "'",
        "1.",
        "(",
        "\ud800",
        "\u200b",
        "Q. ",
        "A. a\n",
        "**",
        "**A**: ",
        "From: a\n",
        "not ",
        "two ",
        "more than ",
        "| ",
        "May ",
        "of the ",
        "a. ",
        "last ",
        "On 1\n",
        "> \n",
        "a\n",
        "B6 ",
        "x:\n"
      })
  void longRunsOfTheSameAreReadInLinearTime(String run) {
    String characters = run.repeat(400_000 / run.length());
    for (String type : TYPES) {
      check2(characters, type);
    }
    Span all = new Span(0, characters.length());
    Estimative.of(characters, all);
    Hedges.of(characters, all);
    BackingGrammar.found(characters, all);
    Scales.declaredIn(characters);
    assertEquals(400_000 / run.length() * run.length(), characters.length());
  }

  private static void check2(String characters, String type) {
    Layout layout = Layout.of(Text.plain(characters), type);
    List<Span> sentences = Sentences.of(characters, layout);
    Hostile.assertApart(characters, sentences, "sentences");
    Times.of(characters, sentences, "2019-06-10");
    Transcript.of(characters, layout);
    Mail.of(characters);
    Mail.of("From: a@b.example\nSent: 3 June 2019\nSubject: x\n\n" + characters);
  }
}
