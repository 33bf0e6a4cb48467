package whence.ask.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Text;
import whence.model.Weighing;

class DraftCheckTest {
  private static final String RECORD =
      """
      The harbour board closed the east quay on 4 May 2031 after a crane had fallen at 16:20. Eleven
      workers were hurt. The board may have known of the crack since winter, an engineer wrote.

      "We had asked for a new crane in three letters," said Mara Lindqvist, the harbour master. "Nobody
      answered them." The board declined to comment on the letters.

      "It was an accident and nothing else," said Tove Brandt, who chairs the board.
      """;

  private static Reading reading(String name, String characters) {
    Text text = Text.plain(characters);
    return new Reading(
        new Document(
            Sha256.of(characters),
            name,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            "text/plain",
            "en",
            null,
            characters.length(),
            List.of(),
            text.hash(),
            Document.Status.READ,
            null),
        text,
        List.of(),
        List.of(),
        "test");
  }

  private static Checked check(String draft) {
    return new DraftCheck(
            List.of(reading("record.txt", RECORD)), new Weighing(List.of(), List.of(), List.of()))
        .check(reading("draft.md", draft));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The harbour board closed the east quay on 5 May 2031 after a crane had fallen. | DATE
          The harbour board closed the east quay after a crane had fallen at 16:02. | DATE
          Twelve workers were hurt when the crane fell. | NUMBER
          The harbour master, Mara Lindquist, had asked for a new crane in letters. | NAME
          “We had begged for a new crane in three letters,” the harbour master said. | MISQUOTED
          “It was an accident and nothing else. Nobody answered them,” she said. | MISQUOTED
          The board has known of the crack since winter. | STRENGTHENED
          The board admitted the letters. | STRENGTHENED
          A bakery in the old town sells raisin buns on Sundays. | NO_EVIDENCE
          The harbour board did not close the east quay on 4 May 2031 after a crane had fallen at 16:20. | STRENGTHENED
          Lindqist had asked for a new crane in three letters. | NAME
          ‘We had begged for a new crane in three letters,’ the harbour master said. | MISQUOTED
          - ''We had begged for a new crane in three letters'' | MISQUOTED
          """)
  void whatDiffersFromTheRecordIsNamed(String sentence, Fault fault) {
    List<Finding> findings = check("# A draft\n\n" + sentence + "\n").findings();
    assertEquals(List.of(fault), findings.stream().map(Finding::fault).toList(), sentence);
    assertEquals(3, findings.getFirst().line());
    assertTrue(sentence.contains(findings.getFirst().draft()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The harbour board closed the east quay on May 4 after a crane had fallen at 16.20.
          Some 11 workers were hurt when the crane fell.
          “We had asked for a new crane,” Lindqvist said.
          “We … asked for a new crane in three letters,” Lindqvist said.
          “[The board] had asked for a new crane in three letters,” Lindqvist said.
          The board may have known of the crack since winter.
          The board would not comment on the letters.
          Who asked for a new crane on the moon?
          ## A bakery sells raisin buns
          """)
  void whatStandsOnRecordIsLeftAlone(String sentence) {
    assertEquals(List.of(), check("# A draft\n\n" + sentence + "\n").findings());
  }

  @Test
  void whoIsBlamedIsHeardWhereTheRecordHasAReply() {
    Reading record = reading("record.txt", RECORD);
    DraftCheck check =
        new DraftCheck(
            List.of(record),
            new Weighing(List.of(), List.of(), List.of()),
            List.of(new DraftCheck.Heard("Tove Brandt", "s1")),
            sentence -> List.of());
    String blame = "An engineer wrote that Tove Brandt ignored three letters about a new crane.";
    assertTrue(faults(check, blame).contains(Fault.NO_REPLY));
    assertFalse(
        faults(check, blame + "\n\nBrandt declined to comment on the letters.")
            .contains(Fault.NO_REPLY));
  }

  private static List<Fault> faults(DraftCheck check, String draft) {
    return check.check(reading("draft.md", draft)).findings().stream().map(Finding::fault).toList();
  }

  @Test
  void whatIsMeantIsSuggestedBeforeNothingIsSaidToBearIt() {
    Reading record = reading("record.txt", RECORD);
    Checked.Behind near =
        new Checked.Behind(
            record.document().sha256(),
            new Span(0, 10),
            RECORD.substring(0, 10),
            0.9,
            List.of(),
            true);
    String draft = "Ships could no longer moor beside the stricken hoist that spring.";
    Weighing weighing = new Weighing(List.of(), List.of(), List.of());
    Checked checked =
        new DraftCheck(List.of(record), weighing, List.of(), _ -> List.of(near))
            .check(reading("draft.md", draft));
    assertEquals(List.of(), checked.findings());
    assertEquals(near, checked.sentences().getFirst().behind().getFirst());
    assertEquals(
        List.of(Fault.NO_EVIDENCE), faults(new DraftCheck(List.of(record), weighing), draft));
  }

  @Test
  void offsetsAreThoseOfTheDraft() {
    String draft = "---\ntitle: buns\n---\n\nTwelve workers were hurt when the crane fell.\n";
    Finding finding = check(draft).findings().getFirst();
    assertEquals("Twelve", finding.place().of(draft));
    assertEquals("Eleven", finding.record());
    assertEquals(5, finding.line());
  }

  @Test
  void aHostileDraftIsCheckedInTime() {
    String draft = "“[".repeat(20_000) + "(".repeat(50_000) + "\n\n" + "a.".repeat(50_000);
    assertTrue(check(draft).sentences().size() < 100_000);
  }
}
