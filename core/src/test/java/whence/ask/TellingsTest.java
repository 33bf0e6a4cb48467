package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Act;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Fact;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;
import whence.model.TimeExpression;
import whence.model.Weighing;
import whence.store.MemoryStore;

class TellingsTest {
  private final Sha256 document = Sha256.of("a.txt");
  private final MemoryStore store = new MemoryStore();
  private final List<Statement> statements = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private void say(@Nullable String who, @Nullable SpeakerRole role, String words) {
    int start = text.length();
    text.append(words).append("\n\n");
    List<Link> chain = new ArrayList<>(List.of(Link.publisher("The Lantern")));
    if (who != null) {
      chain.add(
          new Link(Link.Role.SOURCE, SourceKind.PERSON, who, null, null, null, null, List.of()));
    }
    statements.add(
        new Statement(
            "s" + statements.size(),
            document,
            who == null ? Statement.Kind.OWN : Statement.Kind.ATTRIBUTED,
            null,
            0,
            role == null ? Region.BODY : Region.TURN,
            List.of(),
            List.of(),
            List.of(new Passage(start, start + words.length(), words)),
            chain,
            Act.SPEECH,
            words.endsWith("?") ? Stance.ASKS : Stance.ASSERTS,
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            null,
            List.of(),
            role,
            List.of(),
            1));
  }

  private View view(String... dates) {
    String words = text.toString();
    List<TimeExpression> times = new ArrayList<>();
    for (String date : dates) {
      String[] parts = date.split("=");
      int at = words.indexOf(parts[0]);
      times.add(
          new TimeExpression(
              Time.of(Passage.of(words, new Span(at, at + parts[0].length())), parts[1]),
              TimeExpression.Type.DATE));
    }
    Text whole = Text.plain(words);
    store.journal().append(Instant.EPOCH, List.of(new Entry.Acquired("a.txt", document, 1, null)));
    store
        .readings()
        .put(
            new Reading(
                new Document(
                    document,
                    "a.txt",
                    List.of(),
                    null,
                    null,
                    "The Lantern",
                    null,
                    null,
                    null,
                    "text/plain",
                    "en",
                    null,
                    words.length(),
                    List.of(),
                    whole.hash(),
                    Document.Status.READ,
                    null),
                whole,
                times,
                statements,
                "by hand"));
    return new View(store, new Purpose("tester", "test"), InstantSource.system());
  }

  private static List<Telling> in(View view) {
    return Tellings.in(view, new Weighing(List.of(), List.of(), List.of()));
  }

  private static String line(Telling telling) {
    return telling.by()
        + " > "
        + String.join(", ", telling.to())
        + ": "
        + telling.fact()
        + " "
        + telling.certainty()
        + (telling.suggested() ? " suggested" : "");
  }

  private List<String> lines() {
    return in(view()).stream().map(TellingsTest::line).toList();
  }

  @Test
  void tellingBriefingAndWarningAreReceived() {
    say(null, null, "Dr Lund told the harbour master that the pier was rotten.");
    say(null, null, "The mayor was briefed by Dr Lund on the survey.");
    say(null, null, "Eva Ostrander was never told of the survey.");
    say(null, null, "Dr Lund would have told the mayor that it was rotten.");
    assertEquals(
        List.of(
            "Dr Lund > the harbour master: RECEIVED STATED",
            "Dr Lund > The mayor: RECEIVED STATED",
            "null > Eva Ostrander: RECEIVED DENIED",
            "Dr Lund > the mayor: RECEIVED STATED suggested"),
        lines());
  }

  @Test
  void whatIsAskedOrToComeIsNotTold() {
    say(null, null, "Dr Lund will tell the mayor that it is rotten.");
    say(null, null, "If Dr Lund told the mayor, nobody noticed.");
    say(null, null, "It was an informed decision.");
    say(null, null, "Tell the mayor that it is rotten.");
    assertEquals(List.of(), lines());
  }

  @Test
  void whatIsRecalledDeniedOrDoneAfterIsTheirs() {
    say(null, null, "Paul Mercer recalled being told that the pier was rotten.");
    say(null, null, "Eva Ostrander does not remember being briefed on the survey.");
    say(null, null, "Eva Ostrander denied being told of the survey.");
    say(null, null, "Having been warned of the storm, Paul Mercer left.");
    say(null, null, "Paul Mercer left after being told of the storm.");
    say(null, null, "Telling the mayor was hard.");
    assertEquals(
        List.of(
            "null > Paul Mercer: RECEIVED STATED",
            "null > Eva Ostrander: RECEIVED UNKNOWN",
            "null > Eva Ostrander: RECEIVED DENIED",
            "null > Paul Mercer: RECEIVED STATED",
            "null > Paul Mercer: RECEIVED STATED"),
        lines());
  }

  @Test
  void awareAndAttentionTellToo() {
    say(null, null, "The mayor was made aware by Dr Lund of the survey.");
    say(null, null, "Dr Lund made the mayor aware that the pier was rotten.");
    say(null, null, "It came to the mayor's attention that the pier was rotten.");
    say(null, null, "Dr Lund brought the survey to the attention of the mayor.");
    say(null, null, "Paul Mercer learned from the mayor that the pier was rotten.");
    say(null, null, "Dr Lund kept the mayor informed of the survey.");
    assertEquals(
        List.of(
            "Dr Lund > The mayor: RECEIVED STATED",
            "Dr Lund > the mayor: RECEIVED STATED",
            "null > the mayor: RECEIVED STATED",
            "Dr Lund > the mayor: RECEIVED STATED",
            "the mayor > Paul Mercer: RECEIVED STATED",
            "Dr Lund > the mayor: RECEIVED STATED"),
        lines());
  }

  @Test
  void whatOughtToBeOrIsSupposedIsNotTold() {
    say(null, null, "Dr Lund was to ensure that the mayor was told of the survey.");
    say(null, null, "Had the mayor been told, the pier would have been shut.");
    say(null, null, "Eva Ostrander wishes she had been told of it.");
    say(null, null, "Dr Lund advised that Mr Mercer had resigned.");
    say(null, null, "The clerk reported directly to the mayor.");
    say(null, null, "The error had been notified in May.");
    say(null, null, "Please do tell the mayor of it.");
    say(null, null, "Dr Lund was made aware.");
    say(null, null, "There was a table that was sent to the mayor.");
    assertEquals(List.of("null > Dr Lund: RECEIVED STATED"), lines());
  }

  @Test
  void whatSeemsOrIsNotMeantIsSuggestedOnly() {
    say(null, null, "It seems that the mayor was told of the survey.");
    say(null, null, "Eva Ostrander was probably told of the survey.");
    say(null, null, "That does not mean that the mayor was told of the survey.");
    assertEquals(
        List.of(
            "null > the mayor: RECEIVED STATED suggested",
            "null > Eva Ostrander: RECEIVED STATED suggested",
            "null > the mayor: RECEIVED STATED suggested"),
        lines());
  }

  @Test
  void aWitnessesYouIsAnybodyAndANoTakesBackWhatCounselSays() {
    say("Paul Mercer", SpeakerRole.WITNESS, "The helpline always told you that it was fine.");
    say("Ms Reyes", SpeakerRole.COUNSEL, "You were told that the pier was rotten.");
    say("Paul Mercer", SpeakerRole.WITNESS, "No, I was not.");
    say("Ms Reyes", SpeakerRole.COUNSEL, "Am I right that you were told of the survey --");
    say("Paul Mercer", SpeakerRole.WITNESS, "I have no recollection of that.");
    assertEquals(
        List.of(
            "The helpline > : RECEIVED STATED",
            "null > Paul Mercer: RECEIVED STATED suggested",
            "null > Paul Mercer: RECEIVED UNKNOWN"),
        lines());
  }

  @Test
  void sentAndReceivedAreTwoFacts() {
    say(null, null, "The letter was sent to the mayor on 4 May 2031.");
    say(null, null, "It never reached the mayor.");
    List<Telling> tellings = in(view("4 May 2031=2031-05-04"));
    assertEquals(
        List.of("null > the mayor: SENT STATED", "null > the mayor: RECEIVED DENIED"),
        tellings.stream().map(TellingsTest::line).toList());
    Time when = tellings.getFirst().when();
    assertEquals("2031-05-04", when == null ? null : when.value());
    assertEquals("The letter", tellings.get(1).paper());
  }

  @Test
  void aWitnessIsWhomCounselAsks() {
    say("Ms Reyes", SpeakerRole.COUNSEL, "Were you told that the pier was rotten?");
    say("Paul Mercer", SpeakerRole.WITNESS, "No.");
    say("Ms Reyes", SpeakerRole.COUNSEL, "Were you told of the survey?");
    say("Paul Mercer", SpeakerRole.WITNESS, "I do not recall.");
    say("Ms Reyes", SpeakerRole.COUNSEL, "Did Dr Lund tell you that it was bad?");
    say("Paul Mercer", SpeakerRole.WITNESS, "Yes, in the spring.");
    say("Ms Reyes", SpeakerRole.COUNSEL, "He writes: \"I was told that it was sound.\"");
    assertEquals(
        List.of(
            "null > Paul Mercer: RECEIVED DENIED",
            "null > Paul Mercer: RECEIVED UNKNOWN",
            "Dr Lund > Paul Mercer: RECEIVED STATED"),
        lines());
  }

  @Test
  void aSlipWithoutAHandIsUnknown() {
    say(null, null, "Passed to: P. Mercer");
    say(null, null, "Seen by Mayor:");
    assertEquals(
        List.of("null > P. Mercer: RECEIVED STATED", "null > the Mayor: READ UNKNOWN"), lines());
  }

  @Test
  void idsDoNotChangeAndDismissedOnesAreGone() {
    say(null, null, "Dr Lund told the mayor that the pier was rotten.");
    View view = view();
    String id = in(view).getFirst().id();
    assertEquals(id, in(view).getFirst().id());
    store
        .journal()
        .append(Instant.EPOCH, List.of(new Entry.Dismissed(id, List.of(), "A. Chen", "no")));
    assertEquals(
        List.of(), in(new View(store, new Purpose("tester", "test"), InstantSource.system())));
  }

  private Knew.Answer answer(Telling... tellings) {
    say(null, null, "The pier was rotten.");
    Claim claim =
        new Claim(
            "c1",
            "The pier was rotten.",
            List.of("s0"),
            1,
            new Claim.Origins(1, 1, List.of()),
            new Claim.Grade(6, ""),
            List.of(),
            List.of());
    return Knew.of(
            view(),
            new Weighing(List.of(claim), List.of(), List.of()),
            Inquiry.NONE,
            List.of(tellings),
            "Paul Mercer",
            claim,
            "2031-05-04")
        .answer();
  }

  private static Telling telling(
      String to, @Nullable String when, Fact fact, Certainty certainty, @Nullable String entered) {
    return new Telling(
        "t" + to + when + fact + certainty,
        "c1",
        "Dr Lund",
        List.of(to),
        when == null ? null : Time.fromMetadata(when),
        null,
        fact,
        certainty,
        null,
        null,
        null,
        "",
        "",
        List.of(),
        false,
        entered,
        entered);
  }

  @Test
  void onlyWhatCameInTimeMakesAYes() {
    assertEquals(
        Knew.Answer.YES,
        answer(telling("Mr Mercer", "2031-05-04", Fact.RECEIVED, Certainty.STATED, null)));
  }

  @Test
  void sentLateUndatedOrToANamesakeIsUnknown() {
    assertEquals(
        Knew.Answer.UNKNOWN,
        answer(
            telling("Paul Mercer", "2031-01-04", Fact.SENT, Certainty.STATED, null),
            telling("Paul Mercer", null, Fact.RECEIVED, Certainty.STATED, null),
            telling("Paul Mercer", "2031-05-05", Fact.RECEIVED, Certainty.STATED, null),
            telling("Anna Mercer", "2031-01-01", Fact.RECEIVED, Certainty.STATED, null)));
  }

  @Test
  void aDenialOfReadingLeavesReceiving() {
    assertEquals(
        Knew.Answer.YES,
        answer(
            telling("Paul Mercer", "2031-01-04", Fact.RECEIVED, Certainty.STATED, null),
            telling("Paul Mercer", null, Fact.READ, Certainty.DENIED, null)));
  }

  @Test
  void bothSidesAreDenied() {
    assertEquals(
        Knew.Answer.DENIED,
        answer(
            telling("Paul Mercer", "2031-01-04", Fact.READ, Certainty.STATED, null),
            telling("Paul Mercer", null, Fact.RECEIVED, Certainty.DENIED, null)));
  }

  @Test
  void noIsWhatTheRecordItselfHas() {
    assertEquals(
        Knew.Answer.NO,
        answer(telling("Paul Mercer", null, Fact.RECEIVED, Certainty.DENIED, "A. Chen")));
  }

  @Test
  void askedAndUnanswered() {
    assertEquals(
        Knew.Answer.ASKED,
        answer(
            telling("Paul Mercer", null, Fact.RECEIVED, Certainty.ASKED, null),
            telling("Paul Mercer", null, Fact.RECEIVED, Certainty.UNKNOWN, null)));
  }

  @Test
  void anOfficeIsWhoHeldItThen() {
    Inquiry inquiry =
        new Inquiry(
            "",
            List.of(),
            List.of(),
            new java.util.TreeMap<>(),
            List.of(
                new Inquiry.Person(
                    "Paul Mercer",
                    List.of(),
                    List.of(new Inquiry.Role("Mayor of Northgate", "2029", "2030"))),
                new Inquiry.Person(
                    "Anna Mercer", List.of(), List.of(new Inquiry.Role("Mayor", "2031", null)))),
            List.of());
    Persons persons = new Persons(inquiry, "Paul Mercer", Set.of());
    assertTrue(persons.is("the Mayor", "2029-06-01"));
    assertTrue(!persons.is("the Mayor", "2031-06-01"));
    assertTrue(!persons.is("Mercer", null), "two bear it");
    assertTrue(persons.is("P. Mercer", null));
  }

  @Test
  void namesInAMailsHeader() {
    assertEquals(
        List.of("Ann Moss", "Paul Mercer"),
        MailHead.people("Moss, Ann <ann@north.example>; \"Mercer, Paul\" <p@north.example>"));
    assertEquals(List.of("Ann Moss"), MailHead.people("Ann Moss, Minister for Piers"));
  }

  @Test
  void aMegabyteOfQuotesIsReadInTime() {
    say(null, null, "told ".repeat(200) + "\"(".repeat(200_000));
    say(null, null, "No receipt ".repeat(20_000));
    assertTrue(lines().size() < 1000);
  }
}
