package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Region;
import whence.model.Text;

final class SentencesTest {
  private static List<String> split(String text) {
    return Sentences.of(text, Layout.of(Text.plain(text), "text/plain")).stream()
        .map(s -> s.of(text))
        .toList();
  }

  @Test
  void abbreviationsDoNotEndSentences() {
    assertEquals(
        List.of(
            "Mr. Alder of the U.S. Department of Ports met Sen. Jane Q. Birch at 9 a.m. Tuesday.",
            "She works for Harbour Inc. in Vt. and paid $3.5 million for No. 7."),
        split(
            "Mr. Alder of the U.S. Department of Ports met Sen. Jane Q. Birch at 9 a.m. Tuesday. She"
                + " works for Harbour Inc. in Vt. and paid $3.5 million for No. 7."));
  }

  @Test
  void anAbbreviationMayEndOne() {
    assertEquals(
        List.of("He left at 9 p.m.", "The ship belonged to Harbour Inc.", "It sank."),
        split("He left at 9 p.m. The ship belonged to Harbour Inc. It sank."));
  }

  @Test
  void aClosingQuoteBelongsToTheSentenceItCloses() {
    assertEquals(
        List.of(
            "“We saw the ship.”",
            "“It was empty,” she said.",
            "\"Where?\" he asked.",
            "\"Here.\"",
            "Nobody spoke."),
        split(
            "“We saw the ship.” “It was empty,” she said. \"Where?\" he asked. \"Here.\" Nobody spoke."));
  }

  @Test
  void wrappedLinesJoinAndBlankLinesEnd() {
    assertEquals(
        List.of(
            "The ministry said that the second shipment had been turned\nback at the border by customs officers.",
            "Nothing else moved"),
        split(
            "The ministry said that the second shipment had been turned\nback at the border by customs"
                + " officers.\n\nNothing else moved"));
  }

  @Test
  void footnoteNumbersStuckToStopsBelongToNeither() {
    assertEquals(
        List.of("The cable was never sent.", "It lay in a drawer.", "Nobody asked."),
        split("The cable was never sent.12 It lay in a drawer.[3] Nobody asked."));
  }

  @Test
  void ellipsesAndDecimalsAndNumberedParagraphs() {
    assertEquals(
        List.of("He paused ... and went on.", "It rose 3.5 per cent."),
        split("12. He paused ... and went on. It rose 3.5 per cent."));
  }

  @Test
  void whatHasNoEndIsCut() {
    List<String> cut = split("word ".repeat(5_000));
    assertTrue(cut.size() > 5);
    assertTrue(cut.stream().allMatch(s -> s.length() <= Sentences.LONGEST));
  }

  @Test
  void theFirstLineIsAHeadlineAndBulletsAreAList() {
    String text =
        "Harbour chief denies leak\n\nThe chief denied it.\n\n• He was away.\n• He knew nobody.\n\nSECRET\n";
    Layout layout = Layout.of(Text.plain(text), "text/plain");
    assertEquals(
        List.of(Region.HEADLINE, Region.BODY, Region.LIST, Region.LIST, Region.HEADER),
        layout.sections().stream().map(Section::region).toList());
    assertEquals("He was away.", layout.sections().get(2).span().of(text));
  }

  @Test
  void markdownMarksAreLeftOutOfThePieces() {
    String text =
        "# A *quiet* port\n\nSee [the **memo**](https://example.org/a) now.\n\n> He said\n> so.\n";
    Layout layout = Layout.of(Text.plain(text), "text/markdown");
    assertEquals(
        List.of("A quiet port", "See the memo now.", "He saidso."),
        layout.sections().stream()
            .map(s -> String.join("", s.pieces().stream().map(p -> p.of(text)).toList()))
            .toList());
    assertEquals(Region.QUOTATION, layout.sections().get(2).region());
    assertEquals(1, layout.sections().getFirst().level());
  }

  @Test
  void directivesAndRolesOfRestructuredTextAreLeftOut() {
    String text =
        "Day one\n=======\n\n.. raw:: html\n\n   <a href=\"x\">y</a>\n\nSee `ABC0001 <https://example.org>`_ and"
            + " :abbr:`BP (Best Port)`.\n";
    Layout layout = Layout.of(Text.plain(text), "text/x-rst");
    assertEquals(
        List.of("Day one", "See ABC0001  and BP (Best Port)."),
        layout.sections().stream()
            .map(s -> String.join("", s.pieces().stream().map(p -> p.of(text)).toList()))
            .toList());
  }
}
