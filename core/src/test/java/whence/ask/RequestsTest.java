package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.model.Act;
import whence.model.Document;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;

class RequestsTest {
  static Reading reading(String text, String mediaType) {
    Sha256 document = Sha256.of(text);
    Statement all =
        new Statement(
            "s0",
            document,
            Statement.Kind.OWN,
            null,
            0,
            Region.BODY,
            List.of(),
            List.of(),
            List.of(Passage.of(text, new Span(0, text.length()))),
            List.of(Link.publisher("The Lantern")),
            Act.SPEECH,
            Stance.ASSERTS,
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            null,
            List.of(),
            null,
            List.of(),
            1);
    Text plain = Text.plain(text);
    return new Reading(
        new Document(
            document,
            "a.txt",
            List.of(),
            null,
            "Ann Moor",
            "The Lantern",
            null,
            null,
            "written by hand",
            mediaType,
            "en",
            null,
            text.length(),
            List.of(),
            plain.hash(),
            Document.Status.READ,
            null),
        plain,
        List.of(),
        List.of(all),
        "by hand");
  }

  @Test
  void aMailAsksWhomItGreets() {
    String text =
        """
        From: Ann Moor
        To: Tor Abel

        Dear Mr Abel,

        Would you please comment on the ledger by Friday?

        On Monday Eva Lund wrote:
        > Dear Ms Moor,
        > Please respond to my letter.
        """;
    Reading reading = reading(text, "message/rfc822");
    assertEquals(
        List.of("Mr Abel", "Ms Moor"),
        Requests.in(reading, reading.statements()).stream().map(Requests.Found::who).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "(",
        "\"",
        "also ",
        "asked ",
        "declined to comment ",
        "Please comment on it. ",
        "Dear A, please respond to it.\n",
        "On Monday somebody wrote: \nDear B,\nWould you comment on it?\n",
        "To: somebody else\n",
        "Asked whether it was so, ",
        "She did not, respond, to, a, ",
        "questions have been sent to A and ",
        "wrote to the Abc Def Ghi "
      })
  void hostileTextTakesNoTime(String words) {
    String text = words.repeat(1_000_000 / words.length());
    for (String type : List.of("text/plain", "message/rfc822")) {
      Reading reading = reading(text, type);
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> Requests.in(reading, reading.statements()));
    }
  }
}
