package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Region;
import whence.model.Text;

final class TranscriptTest {
  private static List<String> turns(String text, String type) {
    return Transcript.of(text, Layout.of(Text.plain(text), type)).turns().stream()
        .map(t ->
            t.label().of(text)
                + "|"
                + t.speaker()
                + "|"
                + t.role()
                + "|"
                + String.join("/", t.sentences().stream().map(s -> s.of(text)).toList()))
        .toList();
  }

  @Test
  void questionsAndAnswersBelongToWhomTheHeadingsName() {
    assertEquals(
        List.of(
            "THE CHAIR|The Chair|CHAIR|Good morning.",
            "Q|Mr Quill|COUNSEL|Did you see the note?",
            "A|Anna Marsh|WITNESS|I did./It was short.",
            "Q|Mr Quill|COUNSEL|When?",
            "A|Anna Marsh|WITNESS|In May.",
            "Q|Ms Ferro|COUNSEL|Only once?",
            "A|Anna Marsh|WITNESS|Yes."),
        turns(
            "THE CHAIR: Good morning.\nANNA MARSH (sworn)\nQuestioned by MR QUILL\nQ. Did you see the note?\nA. I did. It was"
                + " short.\nQ. When?\nA. In May.\nQuestioned by MS FERRO\nQ. Only once?\nA. Yes.\n",
            "text/plain"));
  }

  @Test
  void boldLabelsWithRolesFromHeadings() {
    String text =
        """
        Harbour inquiry
        ===============

        *(10.00 am)*

        **Dame Ada Holt**: Good morning.

        *ANNA JANE MARSH (affirmed).*

        Questioned by Ms Ferro
        ^^^^^^^^^^^^^^^^^^^^^^

        **Ms Ferro**: Your name?

        .. rst-class:: indented

        **Anna Marsh**: Anna Marsh.

        .. rst-class:: indented

        I am a pilot.  I was one then: always.

        **Ms Ferro**: Thank you.

        **Anna Marsh**: Not at all.
        """;
    assertEquals(
        List.of(
            "Dame Ada Holt|Dame Ada Holt|CHAIR|Good morning.",
            "Ms Ferro|Ms Ferro|COUNSEL|Your name?",
            "Anna Marsh|Anna Marsh|WITNESS|Anna Marsh./I am a pilot./I was one then: always.",
            "Ms Ferro|Ms Ferro|COUNSEL|Thank you.",
            "Anna Marsh|Anna Marsh|WITNESS|Not at all."),
        turns(text, "text/x-rst"));
    assertTrue(
        Layout.of(Text.plain(text), "text/x-rst").sections().stream()
            .anyMatch(s -> s.region() == Region.TURN));
  }

  @Test
  void twoColonsMakeNoTranscript() {
    assertEquals(
        List.of(),
        turns(
            "The minister gave two reasons.\nFirst: the cost.\nSecond: the weather.\nNote: he left at noon, and the"
                + " ships stayed where they were for a week.\nNobody asked why.\n",
            "text/plain"));
  }

  @Test
  void namesInAnInterviewWithoutTitlesHaveNoRole() {
    assertEquals(
        List.of(
            "Jo|Jo|null|Where?",
            "Kim|Kim|null|Here.",
            "Jo|Jo|null|Since when?",
            "Kim|Kim|null|Monday."),
        turns("Jo: Where?\nKim: Here.\nJo: Since when?\nKim: Monday.\n", "text/plain"));
  }

  @Test
  void letteredSectionsAnswerNobody() {
    StringBuilder report = new StringBuilder("HARBOUR REPORT\n\n");
    for (int part = 1; part <= 5; part++) {
      report.append("A. The gate\n\nThe gate was serviced twice that year, the firm said.\n\n");
      report.append("Interview of: a keeper\n\nB. The link\n\nThe link was lost at noon.\n\n");
    }
    assertEquals(List.of(), turns(report.toString(), "text/plain"));
  }
}
