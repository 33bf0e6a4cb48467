package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whence.model.Act;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;

class JudgeTest {
  private final Judge judge =
      new Judge(
          List.of(
              new Inquiry.Person(
                  "Mara Lindqvist",
                  List.of("the harbour master"),
                  List.of(new Inquiry.Role("harbour master", null, null)))),
          (_, other) ->
              other.contains("gave out") ? 0.9 : other.contains("of the ferry") ? 0.5 : 0.8);

  private static Statement statement(
      @Nullable String source, Stance stance, String content, Mention... mentions) {
    Link publisher = Link.publisher("The Lantern");
    return new Statement(
        "s",
        Sha256.of("a"),
        Statement.Kind.ATTRIBUTED,
        null,
        0,
        Region.BODY,
        List.of(),
        List.of(),
        List.of(Passage.of(content, new Span(0, content.length()))),
        source == null
            ? List.of(publisher)
            : List.of(
                publisher,
                new Link(
                    Link.Role.SOURCE, SourceKind.PERSON, source, source, 0, 0, null, List.of())),
        Act.SPEECH,
        stance,
        List.of(),
        null,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        null,
        List.of(mentions),
        1);
  }

  private void stands(Stand stand, String proposition, String content) {
    assertEquals(stand, judge.of(proposition, statement(null, Stance.ASSERTS, content)), content);
  }

  @Test
  void whatSaysItAgreesAndWhatNegatesItDisputes() {
    String question = "Did the fund pay for the harbour vote?";
    stands(Stand.AGREES, question, "the fund paid for the harbour vote in May");
    stands(Stand.DISPUTES, question, "the fund never paid for the vote in the harbour");
    stands(Stand.DISPUTES, question, "reports that the fund paid for the harbour vote are untrue");
    stands(Stand.UNRELATED, question, "the ferry ran late on Sunday");
    stands(Stand.UNSURE, question, "the harbour vote was held in May");
  }

  @Test
  void meaningTellsWhatWordsDoNot() {
    stands(Stand.AGREES, "The old winch failed.", "the old winch gave out at noon");
    stands(Stand.UNSURE, "The old winch failed.", "the old winch was painted");
    stands(Stand.UNSURE, "The winch failed.", "the winch of the ferry failed the inspection");
  }

  @Test
  void aNegationInAnotherClauseSaysNothing() {
    stands(Stand.AGREES, "The winch failed.", "the winch failed; the crew did not");
    stands(
        Stand.AGREES,
        "The winch failed.",
        "one man, whose name we could not learn, saw that the winch failed");
  }

  @Test
  void ofTwoNegationsOneSaysTheContrary() {
    stands(Stand.AGREES, "The winch never failed.", "the winch did not fail");
    stands(Stand.DISPUTES, "The winch never failed.", "the winch failed at noon");
  }

  @Test
  void whoDeniesWhatAgreesDisputes() {
    assertEquals(
        Stand.DISPUTES,
        judge.of(
            "Was the vote bought?",
            statement("Tor Abel", Stance.DENIES, "that the vote was bought")));
  }

  @Test
  void whoDeniesAllOfItDisputesWhatIsSaidOfThem() {
    assertEquals(
        Stand.DISPUTES,
        judge.of(
            "The Northgate Fund bought the vote.",
            statement("the Northgate Fund", Stance.DENIES, "any part in the matter")));
    assertEquals(
        Stand.UNRELATED,
        judge.of(
            "The Northgate Fund bought the vote.",
            statement("Tor Abel", Stance.DENIES, "any part in the matter")));
  }

  @Test
  void whatPutsTheQuestionAgainAnswersNothing() {
    String question = "Was the harbour master told of the leak?";
    assertEquals(
        Stand.REPEATS,
        judge.of(
            question,
            statement(
                "Tor Abel",
                Stance.DECLINES,
                "whether the harbour master had been told of the leak")));
    stands(
        Stand.REPEATS, question, "I do not know whether the harbour master was told of the leak");
    assertEquals(
        Stand.REPEATS,
        judge.of(
            question, statement(null, Stance.ASKS, "Was the harbour master told of the leak?")));
  }

  @Test
  void formsOfBeingToldAreOneAndSendingIsNot() {
    String question = "Was the harbour master told of the leak?";
    stands(Stand.AGREES, question, "the harbour master was briefed on the leak in May");
    stands(Stand.DISPUTES, question, "the note never reached the harbour master");
    stands(Stand.UNSURE, question, "the note was sent to the harbour master");
    stands(Stand.UNSURE, question, "the harbour master was told of the new ferry");
  }

  @Test
  void whoTellsIsNotToldByThat() {
    String question = "Was the harbour master told?";
    stands(Stand.UNSURE, question, "the harbour master told the council");
    stands(Stand.AGREES, question, "the council told the harbour master");
    stands(Stand.AGREES, question, "it was sent to inform the harbour master");
    stands(Stand.UNSURE, question, "the council saw the harbour master");
    stands(Stand.AGREES, question, "the harbour master saw it in May");
  }

  @Test
  void somebodyMaySpeakOfThemself() {
    assertEquals(
        Stand.DISPUTES,
        judge.of(
            "Was the harbour master told of the leak?",
            statement("Mara Lindqvist", Stance.ASSERTS, "she had not been told of it")));
  }

  @Test
  void aDeputyIsNotTheirMaster() {
    stands(
        Stand.UNSURE,
        "Was the treasurer told of the leak?",
        "the deputy treasurer was told of the leak");
  }

  @Test
  void anAnswerToWhoNamesSomebody() {
    String question = "Who rang the lighthouse at 21:36?";
    stands(Stand.UNSURE, question, "one call reached the lighthouse at 21:36");
    stands(Stand.AGREES, question, "he rang at 21.36 on the outside line");
    stands(Stand.UNRELATED, question, "the ferry ran late");
  }

  @Test
  void anAnswerToWhyGivesACause() {
    String question = "Why did the ferry sink?";
    stands(Stand.UNSURE, question, "the ferry may sink on a Sunday");
    stands(Stand.AGREES, question, "the ferry sank because its doors stood open");
    stands(Stand.REPEATS, question, "the report says why the ferry sank");
  }

  @Test
  void aStateGoesByManyNames() {
    String question = "Did Norway interfere in the harbour vote?";
    stands(Stand.AGREES, question, "Oslo interfered in the harbour vote");
    stands(Stand.AGREES, question, "the Norwegians were interfering in the vote for the harbour");
    stands(Stand.UNSURE, question, "Sweden interfered in the harbour vote");
    stands(
        Stand.AGREES,
        "Did a foreign state interfere in the harbour vote?",
        "Sweden has interfered in the harbour vote");
    stands(
        Stand.UNSURE,
        "Did a foreign state interfere in the harbour vote?",
        "the fund has interfered in the harbour vote");
  }

  @Test
  void whatIsNotSaidToBeSoAnswersNothing() {
    String question = "Did the fund delete the harbour mails?";
    stands(Stand.AGREES, question, "the fund deleted the harbour mails in May");
    stands(Stand.UNSURE, question, "the fund to find the deleted harbour mails");
    stands(Stand.UNSURE, question, "the fund and its harbour mails");
  }

  @Test
  void whatSomebodyElseDidIsNotTheirs() {
    String question = "Did the fund pay for the harbour vote?";
    stands(Stand.UNSURE, question, "I asked the fund and we never paid for a vote in the harbour");
    stands(Stand.DISPUTES, question, "we asked, and the fund never paid for the harbour vote");
  }

  @Test
  void whoSeesSomethingElseLearnsNothingOfThis() {
    String question = "Was the treasurer briefed on the leak?";
    stands(Stand.UNSURE, question, "the treasurer received the guests warmly");
    stands(Stand.AGREES, question, "the treasurer received the report on the leak");
    stands(Stand.UNSURE, question, "the treasurer could not be reached about the leak");
  }

  @Test
  void aMinisterIsNotThePrimeMinister() {
    String question = "Was the Prime Minister told of the leak?";
    stands(Stand.UNSURE, question, "the minister was told of the leak");
    stands(Stand.AGREES, question, "the Prime Minister was told of the leak");
  }

  @Test
  void aDenialMayPointAtWhatStandsBeforeIt() {
    String hypothesis = "The ferry was held on an order from the harbour.";
    String before = "Some say that the ferry was held on an order from the harbour office. ";
    denies(Stand.DISPUTES, hypothesis, "no such order was given", before);
    denies(Stand.UNSURE, hypothesis, "no such order was given", "The cook spoke of the menu. ");
    denies(Stand.DISPUTES, hypothesis, "nobody told me to hold it", "Q. Who held the ferry? ");
    denies(Stand.UNSURE, hypothesis, "nobody told me that", before);
  }

  private void denies(Stand stand, String hypothesis, String content, String before) {
    Stand found =
        judge.of(
            Proposition.of(hypothesis), statement("Tor Abel", Stance.ASSERTS, content), before);
    assertEquals(stand == Stand.DISPUTES, found == Stand.DISPUTES, content + " behind " + before);
  }

  @Test
  void hostileTextTakesNoTime() {
    String brackets = "(".repeat(2_000_000) + " no ".repeat(500_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          judge.of(brackets, statement(null, Stance.ASSERTS, "the fund paid"));
          judge.of("Did the fund pay?", statement(null, Stance.ASSERTS, brackets));
          judge.of("and ".repeat(500_000) + "?", statement(null, Stance.ASSERTS, brackets));
        });
  }
}
