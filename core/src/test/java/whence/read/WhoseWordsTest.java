package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whence.model.Link;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;

/// *I*, *you* and *he* in turns, in what is told there, and outside quotations.
final class WhoseWordsTest {
  private static final String HEARING =
      """
      **Mr Quill**: Good morning.

      **Ed Kim**: Good morning.

      **Mr Quill**: Were you at the gate with {p|Ann Marsh} that night?

      **Ed Kim**: %s

      **Mr Quill**: %s

      **Ed Kim**: Yes.
      """;

  private static List<Statement> cued(String marked) {
    return new MarkedText(marked)
        .read("day-1.rst", null).statements().stream()
            .filter(statement -> !statement.cue().isEmpty())
            .toList();
  }

  private static List<Statement> read(String marked) {
    return new MarkedText(marked)
        .read("a.txt", null).statements().stream()
            .filter(statement -> !statement.cue().isEmpty())
            .toList();
  }

  private static List<@Nullable String> sources(Statement statement) {
    return statement.chain().stream()
        .filter(link -> link.role() == Link.Role.SOURCE)
        .map(Link::name)
        .toList();
  }

  @Test
  void nobodySpeaksOfThemselfAsSheInTheirOwnTurn() {
    Statement told =
        cued(HEARING.formatted("{1s|She} {1q|told} me {1c|that the gate was shut}.", "I see."))
            .getFirst();
    assertEquals(List.of("Ed Kim", "Ann Marsh"), sources(told));
  }

  @Test
  void whatIsToldIndirectlyKeepsTheTellersI() {
    List<Statement> told =
        cued(
            HEARING.formatted(
                "{1s|She} {1q|told} me {1c|that {2s|I} {2q|knew} {2c|the gate was shut}}.",
                "I see."));
    assertEquals(List.of("Ed Kim", "Ann Marsh", "Ed Kim"), sources(told.get(1)));
  }

  @Test
  void whatIsQuotedBehindACommaHasItsOwnI() {
    List<Statement> told =
        cued(
            HEARING.formatted(
                "{1s|She} {1q|said}, {1c|{2s|I} {2q|believe} {2c|the gate was shut}}.", "I see."));
    assertEquals(List.of("Ed Kim", "Ann Marsh", "Ann Marsh"), sources(told.get(1)));
  }

  @Test
  void sheIsNoManWhoSpokeLast() {
    List<Statement> told =
        read(
            "{p|Harriet Vole} met {p|Peter Nash} on Monday. {1s|{p|Nash}} {1q|said} {1c|the ledger was gone}."
                + " {2s|She} {2q|said} {2c|it had never been there}.");
    assertEquals(List.of("Harriet Vole"), sources(told.get(1)));
  }

  @Test
  void aTitleTellsMoreThanAGivenName() {
    List<Statement> told =
        read(
            "{p|Ms Peter} met {p|Mr Quoll} on Monday. {1s|{p|Mr Quoll}} {1q|said} {1c|the ledger was gone}."
                + " {2s|She} {2q|said} {2c|it had never been there}.");
    assertEquals(List.of("Peter"), sources(told.get(1)));
  }

  @Test
  void whatAWomanSaysHeThoughtIsNotHerThought() {
    List<Statement> told =
        read(
            "{p|Harriet Vole} met {p|Peter Nash}. {1s|{p|Harriet Vole}} {1q|said} {1c|{2s|he} {2q|thought} {2c|the ledger gone}}.");
    assertEquals(List.of("Harriet Vole", "Peter Nash"), sources(told.get(1)));
  }

  @Test
  void whoOwnsAnAdmissionMakesIt() {
    List<Statement> told =
        read("{p|Ann Marsh} left. By {1s|{p|Marsh}'s own} {1q|admission}, {1c|the gate was shut}.");
    assertEquals(List.of("Ann Marsh"), sources(told.getFirst()));
  }

  @Test
  void theSenatorIsWhoWasIntroducedAsOne() {
    List<Statement> told =
        read(
            "{p|Sen. Ann Marsh} met {p|Gov. Ed Kim}. {1s|The senator} {1q|said} {1c|the gate was shut}."
                + " {2s|The governor} {2q|denied} {2c|it}. {3s|The auditor} {3q|saw} {3c|it}.");
    assertEquals(List.of("Ann Marsh"), sources(told.getFirst()));
    assertEquals(List.of("Ed Kim"), sources(told.get(1)));
    assertNull(sources(told.get(2)).getFirst());
  }

  @Test
  void ofTwoSenatorsTheOneWhoseStateIsNamed() {
    List<Statement> told =
        read(
            "Maryport senator {p|Ann Marsh} met {p|Ed Kim}, a senator from Quillham."
                + " {1s|The Maryport senator} {1q|said} {1c|the gate was shut}."
                + " {2s|The Brackley senator} {2q|denied} {2c|it}.");
    assertEquals(List.of("Ann Marsh"), sources(told.getFirst()));
    assertNull(sources(told.get(1)).getFirst());
  }

  @Test
  void youIsWhoeverAnswers() {
    Statement put =
        cued(HEARING.formatted("I was.", "And {1s|you} {1q|thought} {1c|the gate was shut}?"))
            .getFirst();
    assertEquals(List.of("Mr Quill", "Ed Kim"), sources(put));
  }

  @Test
  void heIsNotWhoeverSaysIThink() {
    List<Statement> told =
        cued(
            HEARING.formatted(
                "{1s|I} {1q|think} {1c|that {2s|he} {2q|knew} {2c|the gate was shut}}.", "I see."));
    assertTrue(!"Ed Kim".equals(told.get(1).innermost().name()), told::toString);
  }

  @Test
  void anAuthorsOwnWeIsThePublishersAndAQuotedOneIsUnknown() {
    Statement own = cued("{1s|We} {1q|conclude} {1c|that the gate was held}.").getFirst();
    assertEquals(List.of("The Courier"), sources(own));
    Statement quoted = cued("\"{1s|We} {1q|conclude} {1c|that the gate was held}.\"").getFirst();
    assertNull(quoted.innermost().name());
  }

  @Test
  void hisClaimIsWhoeverHeIs() {
    List<Statement> read =
        cued(
            "{1s|{p|Ed Kim}} {1q|said} {1c|the fund paid}. {2s|His} {2q|claim} {2c|that it paid twice} was struck out.");
    assertEquals(List.of("Ed Kim"), sources(read.get(1)));
  }

  @Test
  void aListOfPeopleIsAGroup() {
    Statement read =
        cued("{1s|{p|Ann Lee}, {p|Ed Kim} and others} {1q|believe} {1c|the fund paid}.").getFirst();
    assertEquals(SourceKind.GROUP, read.innermost().kind());
    Statement one =
        cued("{1s|{p|Ann Lee}, a friend of {p|Ed Kim},} {1q|believes} {1c|the fund paid}.")
            .getFirst();
    assertEquals(List.of("Ann Lee"), sources(one));
  }

  @Test
  void aLetterOrANumberAloneNamesNobody() {
    assertNull(
        cued("{1s|A} {1q|noted} {1c|that the gate was held}.").getFirst().innermost().name());
    assertNull(cued("{1s|2} {1q|said} {1c|the gate was held}.").getFirst().innermost().name());
  }

  @Test
  void anAdverbMayStandBetweenAPronounAndItsVerb() {
    List<Statement> read =
        cued(
            "{1s|{p|Ed Kim}} {1q|said} {1c|the fund paid}. He also privately {2q|claims} {2c|that it paid twice}.");
    assertEquals("He", read.get(1).innermost().as());
    assertEquals(List.of("Ed Kim"), sources(read.get(1)));
  }

  @Test
  void aRefusalMayRunOnIntoWhatIsRefused() {
    Statement refused =
        cued("{1s|{p|Ann Lee}} {1q|has refused} {1c|to disclose the payments}.").getFirst();
    assertEquals(Stance.DECLINES, refused.stance());
    Statement asked =
        cued("{1s|{p|Ann Lee}} {1q|requested} {1c|that the books be opened}.").getFirst();
    assertEquals(Stance.ASKS, asked.stance());
  }

  @Test
  void aDepositionPrintsATitleANameAndAStop() {
    StringBuilder text = new StringBuilder("DEPOSITION OF ED KIM\n\n");
    for (String thing : List.of("note", "ledger", "crane", "rope", "tide table")) {
      text.append("Mr. Quill. Did you see the ").append(thing).append("?\n");
      text.append("Mr. Kim. I saw a ").append(thing).append(" on the table. It was short.\n");
    }
    Transcript read =
        Transcript.of(text.toString(), Layout.of(Text.plain(text.toString()), "text/plain"));
    assertEquals(10, read.turns().size());
    assertEquals("Mr. Quill", read.turns().get(0).speaker());
    assertEquals(2, read.turns().get(1).sentences().size());
  }

  @Test
  void anArchivesRecordSheetIsNoMail() {
    String sheet =
        """
        AGENCY: HARBOUR OFFICE
        RECORD NUMBER: 12-345
        DOCUMENT TYPE: TRANSCRIPT
        FROM: KIM, ED
        TO: MARSH, ANN
        DATE: 12/03/2024
        SUBJECT: GATE

        The gate was shut at ten.
        """;
    assertTrue(!Mail.of(sheet).isMail());
    assertTrue(Mail.of(sheet.substring(sheet.indexOf("FROM:"))).isMail());
  }

  @Test
  void anInitialIsNoSecondPerson() {
    List<Statement> told =
        read(
            "{p|Jana Orlov} met {p|J. Orlov}'s clerk. {p|Orlov Orlov}, a scan has it."
                + " {1s|{p|Orlov}} {1q|said} {1c|the ledger was gone}.");
    assertEquals(List.of("Jana Orlov"), sources(told.getFirst()));
  }

  @Test
  void anInitialOfAnotherNameIsAnother() {
    List<Statement> told =
        read("{p|Jana Orlov} met {p|B. Orlov}. {1s|{p|Orlov}} {1q|said} {1c|the ledger was gone}.");
    assertNull(told.getFirst().chain().getLast().name());
  }

  @Test
  void aNameTakesNoCommonWordAlong() {
    List<Statement> told =
        read(
            "{p|Jana Orlov} was seen, {p|forwarded Orlov} again."
                + " {1s|{p|Orlov}} {1q|said} {1c|the ledger was gone}.");
    assertEquals(List.of("Jana Orlov"), sources(told.getFirst()));
  }

  @Test
  void twoApostrophesQuoteToo() {
    List<Statement> told =
        read("{1c|''{2s|I} {2q|think} {2c|the ledger is gone},''} {1s|{p|Jana Orlov}} {1q|said}.");
    assertEquals(List.of("Jana Orlov", "Jana Orlov"), sources(told.get(1)));
  }

  @Test
  void singleMarksQuoteTooAndApostrophesDoNotEndThem() {
    List<Statement> told =
        read(
            "{1c|‘The clerks’ ledger isn’t here and {2s|I} {2q|think} {2c|it is gone},’}"
                + " {1s|{p|Jana Orlov}} {1q|said}.");
    assertEquals(List.of("Jana Orlov", "Jana Orlov"), sources(told.get(1)));
  }

  @Test
  void whoIsToldDoesNotTell() {
    List<Statement> told =
        read("{1s|{p|Jana Orlov}} {1q|had been fully advised} {1c|that the ledger was gone}.");
    assertEquals(List.of(), told.getFirst().source());
    assertNull(told.getFirst().chain().getLast().name());
  }

  @Test
  void whoTellsIsNotTold() {
    List<Statement> told =
        read("{1c|The ledger was gone}, the clerk {1q|was told by} {1s|{p|Jana Orlov}}.");
    assertEquals(List.of("Jana Orlov"), sources(told.getFirst()));
  }

  @Test
  void weAtAHouseIsTheHouse() {
    List<Statement> told = read("{1s|We at {o|Harbour Watch}} {1q|think} {1c|the ledger is gone}.");
    assertEquals(List.of("Harbour Watch"), sources(told.getFirst()));
  }
}
