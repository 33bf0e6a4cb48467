package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Act;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Outcome;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;
import whence.store.MemoryStore;

class AskTest {
  private static final String TEXT =
      "The Lantern asked Northgate Council whether the weir would hold. Council spokeswoman Eva"
          + " Ostrander responded, \"We looked at it in May.\" Paul Mercer declined to comment on"
          + " the payments. The fund did not respond to a request about the ledgers. The surveyor"
          + " predicts the weir will give way by 2031. It will flood the meadows one day. The weir"
          + " was built in 1904.";

  private final Sha256 document = Sha256.of("a.txt");
  private final List<Statement> statements = new ArrayList<>();

  private static Passage passage(String words) {
    int start = TEXT.indexOf(words);
    return Passage.of(TEXT, new Span(start, start + words.length()));
  }

  private static Link source(String name) {
    return new Link(Link.Role.SOURCE, SourceKind.PERSON, name, name, 0, 0, null, List.of());
  }

  private void state(
      @Nullable String source,
      String cue,
      String content,
      Stance stance,
      boolean forecast,
      List<Time> about,
      List<Mention> mentions) {
    List<Link> chain = new ArrayList<>(List.of(Link.publisher("The Lantern")));
    if (source != null) {
      chain.add(source(source));
    }
    statements.add(
        new Statement(
            "s" + statements.size(),
            document,
            Statement.Kind.ATTRIBUTED,
            null,
            0,
            Region.BODY,
            List.of(),
            List.of(passage(cue)),
            List.of(passage(content)),
            chain,
            Act.SPEECH,
            stance,
            List.of(),
            null,
            List.of(),
            List.of(),
            forecast,
            Time.fromMetadata("2024-03-01"),
            about,
            null,
            mentions,
            1));
  }

  private View view() {
    state(
        null,
        "asked Northgate Council",
        "whether the weir would hold",
        Stance.ASKS,
        false,
        List.of(),
        List.of(
            new Mention(
                "Northgate Council",
                Mention.Kind.ORGANIZATION,
                TEXT.indexOf("Northgate"),
                TEXT.indexOf(" whether"))));
    state(
        "Eva Ostrander",
        "responded",
        "\"We looked at it in May.\"",
        Stance.ASSERTS,
        false,
        List.of(Time.of(passage("May"), "XXXX-05")),
        List.of());
    state(
        "Paul Mercer",
        "declined to comment",
        "the payments",
        Stance.DECLINES,
        false,
        List.of(),
        List.of());
    state("The fund", "did not respond", "the ledgers", Stance.SILENT, false, List.of(), List.of());
    state(
        "the surveyor",
        "predicts",
        "the weir will give way by 2031",
        Stance.ASSERTS,
        true,
        List.of(Time.of(passage("2031"), "2031")),
        List.of());
    state(
        "the surveyor",
        "predicts",
        "It will flood the meadows one day",
        Stance.ASSERTS,
        true,
        List.of(),
        List.of());
    state(
        null,
        "was built",
        "The weir was built in 1904",
        Stance.ASSERTS,
        false,
        List.of(Time.of(passage("1904"), "1904")),
        List.of());
    MemoryStore store = new MemoryStore();
    store.journal().append(Instant.EPOCH, List.of(new Entry.Acquired("a.txt", document, 1, null)));
    Text text = Text.plain(TEXT);
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
                    Time.fromMetadata("2024-03-01"),
                    "written by hand",
                    "text/plain",
                    "en",
                    null,
                    TEXT.length(),
                    List.of(),
                    text.hash(),
                    Document.Status.READ,
                    null),
                text,
                List.of(),
                statements,
                "by hand"));
    return new View(store, new Purpose("tester", "test"), InstantSource.system());
  }

  @Test
  void whoWasAskedAndWhatCameBack() {
    List<Reply> replies = Replies.in(view());
    assertEquals(
        List.of(
            "Northgate Council: ANSWERED whether the weir would hold",
            "Paul Mercer: DECLINED the payments",
            "The fund: SILENT the ledgers"),
        replies.stream()
            .map(reply -> reply.to() + ": " + reply.answer() + " " + reply.about())
            .toList());
    assertEquals("s0", replies.getFirst().statement());
  }

  @Test
  void forecastsAreDueAtTheTimesTheyName() {
    List<Forecast> forecasts = Forecasts.in(view());
    assertEquals(2, forecasts.size());
    Forecast first = forecasts.get(0);
    assertEquals("2031", first.due() == null ? null : first.due().value());
    assertEquals(Outcome.OPEN, first.outcome());
    assertNull(first.brier());
    assertNull(forecasts.get(1).due());
    assertEquals(Outcome.OPEN, forecasts.get(1).outcome(), "only people judge");
  }

  @Test
  void theTimelineRunsOnTwoClocks() {
    List<Moment> moments = Timeline.in(view());
    assertEquals(
        "1904 HAPPENED s6",
        moments.getFirst().time().value()
            + " "
            + moments.getFirst().clock()
            + " "
            + moments.getFirst().statement());
    assertEquals(
        7,
        moments.stream()
            .filter(moment -> moment.clock() == Moment.Clock.SAID)
            .filter(moment -> "2024-03-01".equals(moment.time().value()))
            .count());
    assertEquals("2031", moments.getLast().time().value());
    assertEquals(9, moments.size(), "a month of no known year has no place");
  }
}
