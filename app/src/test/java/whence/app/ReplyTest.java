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

/// Forecasts, requests for comment, the letter and what stands in the way, by their commands.
class ReplyTest {
  private static final String GAZETTE =
      """
      Mara Lindqvist said the weir will be rebuilt by 1 May 2031. Tor Abel said the council knew \
      nothing. Asked about the ledger, Abel declined to answer.

      Varga & Sons did not respond to questions sent on 4 March 2031. The harbour office could not \
      be reached.
      """;

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void read() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(papers.resolve("gazette.txt"), GAZETTE);
    Files.writeString(
        papers.resolve("reprint.txt"),
        "From the wire.\n\nVarga & Sons did not respond to questions sent on 4 March 2031.\n");
    assertEquals(0, Program.run("read", papers, "--case", home).status());
  }

  private Ran on(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--case");
    arguments.add(home);
    return Program.run(arguments.toArray());
  }

  private Ran decide(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--by", "A. Chen", "--why", "checked"));
    Ran ran = on(arguments.toArray());
    assertEquals(0, ran.status(), ran.err());
    return ran;
  }

  private JsonNode reply(String to) {
    return on("replies", "--json").json().stream()
        .filter(line -> line.get("to").asText().startsWith(to))
        .findFirst()
        .orElseThrow(() -> new AssertionError(on("replies", "--json").out()));
  }

  @Test
  void whoWasAskedIsToldOnceAndWithTheDayThatTheTextTells() {
    JsonNode silent = reply("Varga");
    assertEquals("silent", silent.get("answer").asText());
    assertEquals("2031-03-04", silent.at("/asked/value").asText());
    assertEquals(1, silent.get("alsoAt").size(), "the reprint tells the same request");
    assertEquals("silent", reply("The harbour office").get("answer").asText());
  }

  @Test
  void requestsAreEnteredAnsweredAndDismissed() {
    decide("reply", "request", "Tor Abel", "the payment", "--deadline", "2031-05-06T17:00");
    JsonNode entered =
        on("replies", "--json").json().stream()
            .filter(line -> line.get("entered").asBoolean())
            .findFirst()
            .orElseThrow();
    assertEquals("pending", entered.get("answer").asText());
    assertTrue(entered.get("statement").isNull());
    Ran late = on("replies", "--today", "2031-05-07");
    assertTrue(late.out().startsWith("Tor Abel pending (overdue): the payment"), late.out());
    assertFalse(on("replies", "--today", "2031-05-05").out().contains("overdue"));
    assertEquals(1, on("ready", "--today", "2031-05-05").status());
    assertTrue(on("ready", "--today", "2031-05-05").out().contains("has not passed"));

    decide("reply", "answer", entered.get("id").asText(), "--answer", "declined", "--words", "no");
    assertTrue(on("replies").out().contains("Tor Abel declined: the payment"));

    String found = reply("Varga").get("id").asText();
    decide("reply", "dismiss", found);
    assertFalse(on("replies", "--json").out().contains(found));

    assertEquals(
        2, on("reply", "answer", "999", "--answer", "silent", "--by", "A", "--why", "b").status());
    assertEquals(
        2, on("reply", "request", "A", "b", "--asked", "soon", "--by", "A", "--why", "b").status());
    assertEquals(2, on("replies", "--today", "never").status());
  }

  @Test
  void outcomesAreSettledByPeopleAndScored() throws IOException {
    JsonNode forecast = on("forecasts", "--json").json().getFirst();
    assertEquals("2031-05-01", forecast.at("/due/value").asText());
    assertEquals("open", forecast.get("outcome").asText());
    assertFalse(forecast.get("suggested").asBoolean());
    String id = forecast.get("statement").asText();
    decide("forecast", "settle", id, "--outcome", "did-not", "--on", id);
    JsonNode settled = on("forecasts", "--json").json().getFirst();
    assertEquals("did not", settled.get("outcome").asText());
    assertEquals("A. Chen", settled.at("/settled/by").asText());
    assertTrue(settled.get("brier").isNull(), "no scale is declared");
    Path page = folder.resolve("scores.html");
    Ran scores = on("forecasts", "--scores", "--html", page);
    assertTrue(scores.out().contains("Only 1 forecast is settled"), scores.out());
    assertTrue(Files.readString(page).contains("<svg"));
    assertEquals(
        2,
        on("forecast", "settle", id, "--outcome", "perhaps", "--by", "A", "--why", "b").status());
  }

  @Test
  void theLetterIsADraftWithWhatTheySaid() throws IOException {
    Ran letter = on("letter", "Mara Lindqvist", "--deadline", "2031-05-06");
    assertEquals(0, letter.status(), letter.err());
    assertTrue(letter.out().startsWith("> DRAFT. An editor and a lawyer must read this"));
    assertTrue(letter.out().contains("Please answer by 2031-05-06"));
    assertEquals(2, on("letter", "Nobody Here").status());
    Path sheet = folder.resolve("sheet.md");
    on("ready", "--sheet", sheet);
    assertTrue(Files.readString(sheet).contains("- [ ] How serious is the allegation?"));
  }

  @Test
  void rebuildingChangesNothing() {
    decide("reply", "request", "Tor Abel", "the payment");
    String before = on("replies", "--json").out() + on("forecasts", "--json").out();
    assertEquals(0, on("rebuild").status());
    assertEquals(before, on("replies", "--json").out() + on("forecasts", "--json").out());
  }
}
