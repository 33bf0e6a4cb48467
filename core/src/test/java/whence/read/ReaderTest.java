package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Backing;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;

class ReaderTest {
  private static List<Statement> attributed(Reading reading) {
    return reading.statements().stream()
        .filter(s -> s.kind() == Statement.Kind.ATTRIBUTED)
        .toList();
  }

  private static List<String> names(Statement statement) {
    return statement.chain().stream().map(link -> String.valueOf(link.name())).toList();
  }

  private static Statement only(String marked) {
    List<Statement> attributed = attributed(new MarkedText(marked).read());
    assertEquals(1, attributed.size(), attributed::toString);
    return attributed.getFirst();
  }

  @Test
  void sayingWithinSayingMakesAChain() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1s|{p|Ann Lee}} {1q|said} {1c|{2s|two cables} {2q|claim} {2c|that the fund paid the mayor}}.")
                .read());
    assertEquals(2, read.size());
    Statement outer = read.get(0);
    Statement inner = read.get(1);
    assertEquals(List.of("The Courier", "Ann Lee"), names(outer));
    assertEquals(List.of("The Courier", "Ann Lee", "two cables"), names(inner));
    assertEquals(outer.id(), inner.within());
    assertEquals(1, inner.depth());
    assertEquals(SourceKind.DOCUMENT, inner.innermost().kind());
  }

  @Test
  void aSurnameIsTheOneFullNameThatEndsWithIt() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1s|{p|Ann Lee}, a former envoy,} {1q|said} {1c|the fund paid the mayor}. {2c|It paid twice}, {2s|{p|Lee}}"
                        + " {2q|added}.")
                .read());
    assertEquals("Ann Lee", read.get(1).innermost().name());
  }

  @Test
  void aSurnameThatTwoBearStaysOpen() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{p|Ann Lee} met {p|Bob Lee} at the harbour on a wet Monday. {1s|{p|Lee}} {1q|said} {1c|nothing was paid}.")
                .read());
    assertEquals(SourceKind.PERSON, read.getFirst().innermost().kind());
    assertNull(read.getFirst().innermost().name());
  }

  @Test
  void heIsWhoSpokeLast() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1s|{p|Ed Kim}} {1q|said} {1c|the fund paid}. {2s|He} {2q|added} {2c|that it paid twice}.")
                .read());
    assertEquals("Ed Kim", read.get(1).innermost().name());
    assertEquals("He", read.get(1).innermost().as());
  }

  @Test
  void heIsNobodyWhereTwoCouldBeMeant() {
    Statement read =
        only(
            "{p|Ed Kim} and {p|Al Roe} walked to the harbour in the rain. {1s|He} {1q|said} {1c|the fund paid}.");
    assertNull(read.innermost().name());
  }

  @Test
  void aPossessorDoesNotSpeak() {
    Statement read = only("{1s|{p|Ann Lee}'s lawyer} {1q|said} {1c|the fund paid nobody}.");
    assertTrue(!"Ann Lee".equals(read.innermost().name()), read::toString);
    Statement friend = only("{1s|A friend of {p|Ann Lee}} {1q|said} {1c|the fund paid nobody}.");
    assertEquals(SourceKind.ANONYMOUS, friend.innermost().kind());
  }

  @Test
  void aDescriptionIsThePersonIntroducedByIt() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1s|{o|Fund} auditor {p|Ann Lee}} {1q|said} {1c|the books were kept twice}. Nobody at the harbour was"
                        + " surprised. {2s|The auditor} {2q|called} {2c|it a disgrace}.")
                .read());
    assertEquals("Ann Lee", read.get(1).innermost().name());
  }

  @Test
  void officialsWhoAskedNotToBeNamedAreAnonymous() {
    Statement read =
        only(
            "{1c|The fund paid the mayor}, {1q|according to} {1s|two officials familiar with the audit}.");
    assertEquals(SourceKind.ANONYMOUS, read.innermost().kind());
  }

  @Test
  void aPaperThatCitesOthersIsTheirCarrier() {
    Statement read =
        only(
            "Citing anonymous sources, {1s|{o|The Harbour Post}} {1q|reported} {1c|that the fund paid the mayor}.");
    assertEquals(List.of("The Courier", "The Harbour Post", "anonymous sources"), names(read));
    assertEquals(Link.Role.SOURCE, read.innermost().role());
    assertEquals(SourceKind.ANONYMOUS, read.innermost().kind());
  }

  @Test
  void oneDocumentUnderManyDescriptions() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1s|A nine-page memo dated May 2019} {1q|says} {1c|the fund paid}. {2s|The May 2019 memo} {2q|adds} {2c|that"
                        + " it paid twice}. {3s|It} {3q|concludes} {3c|that the mayor knew}. {4s|The document} {4q|names}"
                        + " {4c|no source}.")
                .read());
    assertEquals(4, read.size());
    for (Statement statement : read.subList(1, 4)) {
      assertEquals(SourceKind.DOCUMENT, statement.innermost().kind());
      assertEquals("May 2019 memo", statement.innermost().name());
    }
  }

  @Test
  void iIsWhoeverIsQuoted() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1c|\u201C{2s|I} {2q|think} {2c|the fund paid everybody}\u201D}, {1s|{p|Ann Lee}} {1q|said}.")
                .read());
    assertEquals(List.of("The Courier", "Ann Lee", "Ann Lee"), names(read.get(1)));
  }

  @Test
  void aQuotationWithoutACueGoesOnWithItsSpeaker() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1c|\u201CThe fund paid,\u201D} {1s|{p|Ann Lee}} {1q|said}.\n\n\u201CNobody ever asked me about any of it.\u201D\n\nThe"
                        + " harbour was quiet that day.\n\n\u201CWe were all very afraid of them.\u201D\n")
                .read());
    assertEquals(3, read.size());
    assertEquals("Ann Lee", read.get(1).innermost().name());
    assertNull(read.get(1).innermost().as());
    assertNull(read.get(2).innermost().name());
  }

  @Test
  void refusalsAndSilences() {
    assertEquals(
        Stance.DECLINES,
        only("{1s|{p|Ann Lee}} {1q|declined to comment on} {1c|the payments to the mayor}.")
            .stance());
    assertEquals(
        Stance.SILENT,
        only("{1s|{p|Ann Lee}} {1q|did not respond to} {1c|questions about the payments}.")
            .stance());
    assertEquals(
        Stance.DENIES, only("{1s|{p|Ann Lee}} {1q|denied} {1c|that the fund paid her}.").stance());
    assertEquals(
        Stance.ASSERTS,
        only("{1s|{p|Ann Lee}} {1q|did not deny} {1c|that the fund paid her}.").stance());
    assertEquals(
        Stance.DECLINES,
        only("{1c|\u201CWe will not comment on the fund\u201D}, {1s|{p|Ann Lee}} {1q|said}.")
            .stance());
  }

  @Test
  void whatNobodyIsSaidToSayIsTheAuthors() {
    Reading reading =
        new MarkedText(
                "The fund paid the mayor on Tuesday. {1s|{p|Ann Lee}} {1q|denied} {1c|it flatly}.")
            .read("story.txt", "2024-04-26");
    Statement own =
        reading.statements().stream()
            .filter(s -> s.kind() == Statement.Kind.OWN)
            .findFirst()
            .orElseThrow();
    assertEquals("The fund paid the mayor on Tuesday.", own.contentText());
    assertEquals(List.of("The Courier"), names(own));
    assertNotNull(own.said());
  }

  @Test
  void turnsOfAHearing() {
    MarkedText marked =
        new MarkedText(
            """
            Questioned by MR STONE

            MR STONE: Did you ever see the memorandum that went to the minister?

            MS VANCE: No. {1s|{p|Mr Hale}} {1q|told me} {1c|that the minister had read it}.

            MR STONE: When did he tell you that?

            MS VANCE: In March. I remember it quite well.

            MR STONE: Who else was in the room with you?

            MS VANCE: Nobody else was there at all.
            """);
    List<Statement> read = attributed(marked.read());
    Statement told = read.stream().filter(s -> s.depth() == 1).findFirst().orElseThrow();
    assertEquals(3, told.chain().size());
    assertTrue(String.valueOf(told.chain().get(1).name()).contains("Vance"), told::toString);
    assertTrue(String.valueOf(told.innermost().name()).contains("Hale"), told::toString);
    Statement question = read.getFirst();
    assertEquals(Stance.ASKS, question.stance());
    assertEquals(SpeakerRole.COUNSEL, question.speakerRole());
  }

  @Test
  void everyPassageIsAnExactSlice() {
    MarkedText marked =
        new MarkedText(
            "{1c|\u201CThe fund paid,\u201D} {1s|{p|Ann Lee}} {1q|said} on Tuesday. {1c|\u201CIt paid {2s|nobody} {2q|knows} {2c|how"
                + " much}.\u201D}");
    for (Statement statement : marked.read().statements()) {
      for (List<Passage> part : List.of(statement.source(), statement.cue(), statement.content())) {
        for (Passage passage : part) {
          assertEquals(marked.text.substring(passage.start(), passage.end()), passage.text());
        }
      }
    }
  }

  @Test
  void readingAgainGivesTheSame() {
    String marked =
        "{1s|{p|Ann Lee}} {1q|said} {1c|{2s|two cables} {2q|claim} {2c|that the fund paid the mayor}}.";
    assertEquals(new MarkedText(marked).read(), new MarkedText(marked).read());
  }

  @Test
  void heIsWhoBeginsTheSentenceBefore() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1c|\u201CI know nothing,\u201D} {1s|{p|Al Roe}} {1q|said}.\n\n{p|Ed Kim} sees it much the same way at the"
                        + " harbour.\n\n{2c|\u201CYou cannot rule it out,\u201D} {2s|he} {2q|said}.")
                .read());
    assertEquals("Ed Kim", read.get(1).innermost().name());
  }

  @Test
  void theCommaInADateEndsNoDescription() {
    Statement read =
        only("{1c|The gate was held}, {1s|the June 10, 2019 harbour report} {1q|says}.");
    assertEquals("June 10, 2019 harbour report", read.innermost().name());
  }

  @Test
  void twoWhoSpeakTogetherAreAGroup() {
    Statement read =
        only("{1s|{p|Ann Lee} and her deputy {p|Ed Kim}} {1q|denied} {1c|that the gate was held}.");
    assertEquals(SourceKind.GROUP, read.innermost().kind());
    assertEquals("Ann Lee and Ed Kim", read.innermost().name());
  }

  @Test
  void thePronounBeforeALoneCueSpeaks() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1c|\u201CI {2q|think} {2c|the gate was held for them}\u201D}, {1s|{p|Ann Lee}} {1q|said}.")
                .read());
    assertEquals(List.of("The Courier", "Ann Lee", "Ann Lee"), names(read.get(1)));
    assertEquals("I", read.get(1).innermost().as());
  }

  @Test
  void backingIsKeptWithTheLinkThatStatesIt() {
    Statement read =
        only("{1s|Multiple corroborated reports} {1q|confirm} {1c|that the gate was held}.");
    assertEquals(List.of(Backing.MULTIPLE_SOURCES, Backing.CORROBORATED), read.backing());
    assertEquals(read.backing(), read.innermost().backing());
  }

  @Test
  void theMinistryIsTheOneMinistryNamedBefore() {
    List<Statement> read =
        attributed(
            new MarkedText(
                    "{1s|The {o|Office of Harbours}} {1q|said} {1c|the gate was shut}. It had asked the {o|Ministry of Tides}"
                        + " first. {2s|The ministry} {2q|denied} {2c|that it was asked}. {3s|The company} {3q|said}"
                        + " {3c|nothing was held back}.")
                .read());
    assertEquals("Ministry of Tides", read.get(1).innermost().name());
    assertNull(read.get(2).innermost().name());
  }

  /// Tags nothing and remembers how much it was asked to.
  private static final class Asked implements Tagger {
    private int characters;

    @Override
    public Tagging tag(String text, List<Span> sentences, Voice voice) {
      characters += sentences.stream().mapToInt(Span::length).sum();
      return new Tagging(List.of(), List.of());
    }

    @Override
    public String version() {
      return "asked";
    }
  }

  @Test
  void whatHasNoLettersIsNotTagged() {
    Asked asked = new Asked();
    Text text =
        Text.plain("[".repeat(50_000) + "]".repeat(50_000) + "\n\nThe gate was held that night.\n");
    new Reader(asked).read(MarkedText.document("nest.json", text, null), text);
    assertEquals("The gate was held that night.".length(), asked.characters);
  }
}
