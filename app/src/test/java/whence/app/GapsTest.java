package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// What is missing, and what goes when a source is withdrawn, through the commands.
class GapsTest {
  private static final String HEARING =
      """
      HARBOUR INQUIRY

      MARA LINDQVIST (sworn)

      Examined by MS QUILL

      MS QUILL: Could we have HBR-0417 on the screen, please? It is the day-book of the pilot house.

      MS LINDQVIST: I see it.

      MS QUILL: And HBR-0420, which is the pilot ledger?

      MS LINDQVIST: I kept it myself.

      MS QUILL: Did you write on every page of it?

      MS LINDQVIST: I did.

      THE CHAIR: Mr Anders Holt is not on the list of witnesses.

      MS QUILL: He is not, Chair.

      THE CHAIR: Thank you. We shall rise.

      MS QUILL: Thank you, Chair.

      MS LINDQVIST: Thank you.
      """;

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void read() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    write(papers, "hearings/day-1.txt", HEARING);
    write(papers, "record/pilot-ledger.txt", "Pilot ledger.\n\nNo ship came in after nine.\n");
    write(
        papers,
        "record/minutes.txt",
        """
        The council met. Mara Lindqvist said the harbour vote was bought in secret. It was paid by \
        [REDACTED: section 4, a donor].
        """);
    write(
        papers,
        "news/gazette.txt",
        "Tor Abel said the harbour vote was bought in secret. The clerk wrote a note.\n");
    assertEquals(0, Program.run("read", papers, "--case", home).status());
    Files.writeString(
        home.resolve("inquiry.yaml"),
        """
        inquiry: The harbour vote
        groups:
          record: ["record/**"]
          hearings: ["hearings/**"]
          published: ["news/**"]
        """);
  }

  private static void write(Path papers, String path, String text) throws IOException {
    Path file = papers.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Ran on(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--case");
    arguments.add(home);
    return Program.run(arguments.toArray());
  }

  private List<String> texts(String kind, boolean suggested) {
    return on("gaps", "--kind", kind, "--json").json().stream()
        .filter(gap -> gap.get("suggested").asBoolean() == suggested)
        .map(gap -> gap.get("text").asText())
        .toList();
  }

  /// The number of the latest decision.
  private int latest() {
    return on("decisions", "--json").json().getLast().get("number").asInt();
  }

  @Test
  void whatIsMissingIsListedAndWhatIsOnlySuggestedIsToldApart() {
    assertEquals(
        List.of("HBR-0417: cited once, and no document of the case goes by it"),
        texts("cited but absent", false));
    assertTrue(texts("cited but absent", true).getFirst().contains("record/pilot-ledger.txt"));
    assertEquals(
        List.of("record/minutes.txt: redacted: “section 4, a donor”"), texts("not read", false));
    assertTrue(texts("not examined", false).getFirst().startsWith("record/minutes.txt"));
    assertEquals(1, texts("not examined", false).size());
    assertTrue(texts("never asked", false).getFirst().contains("Anders Holt"));
    for (JsonNode gap : on("gaps", "--json").json()) {
      for (JsonNode passage : gap.get("passages")) {
        String text = on("text", passage.get("document").asText()).out();
        assertEquals(
            passage.get("text").asText(),
            text.substring(passage.get("start").asInt(), passage.get("end").asInt()));
      }
    }
    assertTrue(on("gaps").out().contains("cited but absent"));
    assertEquals(2, on("gaps", "--kind", "nonsense").status());
    assertEquals(2, on("gaps", "--question", "Q9").status());
  }

  @Test
  void aDismissedGapIsListedNoMoreUntilThatIsUndone() {
    String before = on("gaps", "--json").out();
    String id =
        on("gaps", "--kind", "cited but absent", "--json").json().getFirst().get("id").asText();
    Ran ran = on("gaps", "dismiss", id, "--by", "A. Chen", "--why", "it came on paper");
    assertEquals(0, ran.status(), ran.err());
    assertFalse(on("gaps", "--json").out().contains(id));
    assertEquals(2, on("gaps", "dismiss", id, "--by", "A. Chen", "--why", "again").status());
    assertEquals(0, on("undo", latest(), "--by", "A. Chen", "--why", "no").status());
    assertEquals(before, on("gaps", "--json").out());
    assertEquals(0, on("rebuild").status());
    assertEquals(before, on("gaps", "--json").out());
  }

  @Test
  void withdrawingASourceIsShownFirstAndUndoneToTheLetter() {
    String before = on("claims", "--json").out() + on("gaps", "--json").out();
    Ran dry = on("source", "withdraw", "Tor Abel", "--dry-run", "--json");
    assertEquals(0, dry.status(), dry.err());
    JsonNode changed = dry.json().getFirst();
    assertEquals("claim", changed.get("what").asText());
    assertEquals(2, changed.at("/before/atMost").asInt());
    assertEquals(1, changed.at("/after/atMost").asInt());
    assertEquals(before, on("claims", "--json").out() + on("gaps", "--json").out());

    assertEquals(2, on("source", "withdraw", "Tor Abel", "--by", "A. Chen").status());
    assertEquals(2, on("source", "withdraw", "Tor Able", "--dry-run").status());
    Ran ran = on("source", "withdraw", "Tor Abel", "--by", "A. Chen", "--why", "made it up");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("the harbour vote was bought in secret"));
    String claim = changed.get("id").asText();
    assertTrue(
        on("show", claim)
            .out()
            .replaceAll("\\s+", " ")
            .contains("withdrawn by A. Chen: made it up"));
    assertEquals(0, on("undo", latest(), "--by", "A. Chen", "--why", "he did not").status());
    assertEquals(before, on("claims", "--json").out() + on("gaps", "--json").out());
  }
}
