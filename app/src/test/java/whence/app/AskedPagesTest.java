package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workbench's pages for forecasts, replies, letters, drafts and sources withdrawn.
class AskedPagesTest {
  private static final String GAZETTE =
      """
      Mara Lindqvist said the weir will be rebuilt by 1 May 2031. Tor Abel said the council knew \
      nothing. Asked about the ledger, Abel declined to answer.

      Varga & Sons did not respond to questions sent on 4 March 2031. The harbour office could not \
      be reached.

      Ines Moreau said the clerk took the money from the harbour fund.
      """;

  @TempDir Path folder;
  private Path home;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    home = folder.resolve("case");
    Path papers = Files.createDirectories(folder.resolve("papers"));
    Files.writeString(papers.resolve("gazette.txt"), GAZETTE);
    Program.Ran read = Program.run("read", papers, "--case", home);
    assertEquals(0, read.status(), read.err());
    served = new Served(home);
  }

  @AfterEach
  void close() {
    served.close();
    assertEquals(List.of(), served.faults());
  }

  @Test
  void requestsAreNarrowedByWhatCameOfThemAndEscaped() {
    String page = served.page("/replies", "requests for comment;");
    assertTrue(page.contains("Varga &amp; Sons"), page);
    assertFalse(served.page("/replies?answer=pending").contains("Varga &amp; Sons"));
    assertFalse(served.page("/replies?to=nobody").contains("Varga &amp; Sons"));
  }

  @Test
  void aRequestHoldsTheClaimsThatWerePutAndIsDueByItsDeadline() {
    String claims = served.page("/claims", "took the money");
    String claim = Served.first("href=\"/claims/(c\\w+)\"[^>]*>[^<]*took the money", claims);
    String form = served.page("/replies?to=Tor+Abel&claim=" + claim);
    assertTrue(form.contains("name=\"claim\" value=\"" + claim + "\" checked"), form);
    Map<String, String> given =
        Map.of(
            "to", "Tor Abel", "matter", "the fund", "claim", "/claims/" + claim, "why", "mailed");
    String place = Served.location(served.post("/replies", given));
    assertTrue(place.startsWith("/replies#reply-"), place);
    assertTrue(served.page("/replies", "put to them").contains("the fund"));
    assertTrue(served.decisions().contains("\"statements\":[\"s"), served.decisions());
    assertEquals(404, served.post("/replies/99/answer", Map.of("answer", "SILENT")).statusCode());
    assertEquals(
        400, served.post("/replies", Map.of("to", "Tor Abel", "matter", "x")).statusCode());
  }

  @Test
  void aLetterIsDraftedAndSaved() {
    String letter =
        served.page("/letter?person=Mara+Lindqvist&from=The+Gazette", "To Mara Lindqvist");
    assertTrue(letter.contains("point by point, to The Gazette"), letter);
    HttpResponse<String> file = served.get("/letter.md?person=Mara+Lindqvist&deadline=2031-05-06");
    assertTrue(file.body().contains("Please answer by 2031-05-06"), file::body);
    assertTrue(file.headers().firstValue("Content-Disposition").orElse("").contains("letter.md"));
    assertEquals(404, served.get("/letter.md?person=Nobody+Known").statusCode());
  }

  @Test
  void aRequestWhoseDeadlineIsToComeStandsInTheWay() {
    Map<String, String> given =
        Map.of("to", "Tor Abel", "matter", "the fund", "deadline", "2999-05-06", "why", "mailed");
    Served.location(served.post("/replies", given));
    String title = "Asked, and the deadline has not passed <span";
    String page = served.page("/ready", title);
    assertTrue(page.contains("the fund"), page);
    assertFalse(served.page("/ready?kind=ONE_ORIGIN").contains(title));
    String sheet = served.get("/ready.md").body();
    assertTrue(sheet.startsWith("# Responsible communication"), sheet);
    assertTrue(sheet.contains("the fund"), sheet);
    assertEquals(400, served.get("/ready?kind=NONE").statusCode());
  }

  @Test
  void anOutcomeIsEnteredWithTheStatementThatShowsIt() {
    String page = served.page("/forecasts", "/settle");
    assertTrue(page.contains("due 1 May 2031"), page);
    String settle = Served.first("action=\"(/forecasts/\\w+/settle)\"", page);
    String statement = settle.replaceAll("/forecasts/(\\w+)/settle", "/statements/$1");
    assertEquals(400, served.post(settle, Map.of("outcome", "perhaps", "why", "no")).statusCode());
    Served.location(
        served.post(
            settle, Map.of("outcome", "HAPPENED", "evidence", statement, "why", "the minutes")));
    String settled = served.page("/forecasts?outcome=HAPPENED", "the minutes");
    assertTrue(settled.contains("href=\"" + statement + "\">shown there"), settled);
    assertFalse(served.page("/forecasts?outcome=OPEN").contains("the minutes"));
    String scores = served.page("/forecasts/scores", "By source");
    assertTrue(scores.contains("Mara Lindqvist") && scores.contains("too few to judge by"), scores);
  }

  @Test
  void aDraftThatCannotBeReadSaysSoAndLeavesNothing() throws IOException {
    HttpResponse<String> sent = served.put("/check?path=story.docx", new byte[] {0, 1, 2, 3});
    assertEquals(201, sent.statusCode(), sent::body);
    String place = sent.headers().firstValue("Location").orElse("");
    served.page(place, "cannot be read as a text");
    assertEquals(404, served.get("/check/0123456789abcdef").statusCode());
    assertEquals(
        400,
        served
            .put("/check?path=..%2Fstory.md", GAZETTE.getBytes(StandardCharsets.UTF_8))
            .statusCode());
    try (Stream<Path> files = Files.walk(home)) {
      assertTrue(files.noneMatch(each -> String.valueOf(each.getFileName()).contains("draft")));
    }
  }

  @Test
  void onlyTheSentencesWithFindingsCanBeShown() {
    String draft =
        "Mara Lindqvist said the weir will be rebuilt by 1 May 2031. "
            + "Ines Moreau said the clerk took \"the silver from the harbour fund\".\n";
    String place = Served.location(served.post("/check", Map.of("draft", draft)));
    String page = served.page(place, "misquoted");
    assertTrue(page.contains("the weir will be rebuilt"), page);
    assertFalse(served.page(place + "?only=findings").contains("the weir will be rebuilt"));
  }

  @Test
  void aSourceWithdrawnIsListedAndComesBack() {
    served.page("/withdraw?source=Ines+Moreau", "Nothing is written until then");
    assertEquals("", served.decisions());
    Served.location(served.post("/withdraw", Map.of("source", "Ines Moreau", "why", "a hoax")));
    String page = served.page("/withdraw");
    assertTrue(page.contains("a hoax"), page);
    Served.location(served.post(Served.first("action=\"(/decisions/\\d+/undo)\"", page), Map.of()));
    assertFalse(served.page("/withdraw").contains("a hoax"));
  }
}
