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

/// What people do on the workbench's pages.
class WorkbenchPagesTest {
  private static final String GAZETTE =
      """
      The Harbour Gazette, 4 May 2031

      Mara Lindqvist said the harbour vote was bought in secret. Tor Abel said the ledger was \
      burned. The quay was closed at noon.
      """;

  private static final String INQUIRY =
      """
      inquiry: The harbour vote
      questions:
        - id: Q1
          question: Was the harbour vote bought?
        - id: Q2
          question: Was the ledger burned?
          parent: Q1
      hypotheses:
        - id: H1
          hypothesis: The harbour vote was bought.
          question: Q1
        - id: H2
          hypothesis: The harbour vote was clean.
          question: Q1
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

  private String document() {
    return Served.first("href=\"(/documents/[0-9a-f]{64})\"", served.page("/documents"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDroppedFileIsReadAndItsReasonToldWhereItCannotBe() throws IOException {
    assertEquals(
        204,
        served
            .put("/arrivals?path=leaks/note.txt", bytes("Eva Lund said the gate was held open."))
            .statusCode());
    assertEquals(
        204, served.put("/arrivals?path=leaks/noise.bin", new byte[] {0, 1, 2, 3}).statusCode());
    assertEquals(204, served.put("/arrivals?path=the-same.txt", bytes(GAZETTE)).statusCode());
    assertEquals("/arrivals", Served.location(served.post("/arrivals/read", Map.of())));
    String page = served.page("/arrivals", "in the case before");
    assertTrue(page.contains("leaks/note.txt"), page);
    assertTrue(page.contains("3 of 3 files"), page);
    assertTrue(page.contains("Not wholly read"), page);
    assertTrue(served.page("/documents").contains("leaks/note.txt"));
    served.page("/claims", "the gate was held open");
    try (Stream<Path> left = Files.walk(home.resolve("arrivals"))) {
      assertEquals(1, left.count(), "nothing waits any more");
    }
  }

  @Test
  void aFileCannotBeDroppedOutsideTheCase() {
    for (String path :
        List.of("../../out.txt", "/etc/out.txt", "a//b.txt", "a%00b.txt", "", "..%5Cout.txt")) {
      int status = served.put("/arrivals?path=" + path, bytes("no")).statusCode();
      assertTrue(status == 409 || status == 400, path + " " + status);
    }
    assertFalse(Files.exists(folder.resolve("out.txt")));
  }

  @Test
  void whatACrashLeftWaitingIsReadTheNextTime() throws IOException {
    Path left = Files.createDirectories(home.resolve("arrivals/earlier/dropped"));
    Files.writeString(left.resolve("late.txt"), "Eva Lund said the gate was held open.");
    Served.location(served.post("/arrivals/read", Map.of()));
    served.page("/documents", "late.txt");
  }

  @Test
  void aSearchLeadsToPassagesAndIsNarrowedBySource() {
    String found = served.page("/search?words=the+vote+was+bought", "/statements/");
    assertTrue(found.contains("the harbour vote was bought in secret"), found);
    assertTrue(found.contains("Mara Lindqvist"), found);
    String narrowed = served.page("/search?words=the+vote+was+bought&from=Tor+Abel");
    assertFalse(narrowed.contains("the harbour vote was bought in secret"), narrowed);
    String by = served.page("/search?from=Tor+Abel");
    assertTrue(by.contains("the ledger was burned"), by);
    String statement = Served.first("href=\"(/statements/\\w+)\"", by);
    HttpResponse<String> place = served.get(statement);
    assertEquals(302, place.statusCode());
    assertTrue(place.headers().firstValue("Location").orElse("").contains(document()));
  }

  @Test
  void selectedWordsBecomeAStatementAndUndoTakesItBack() {
    String document = document();
    Map<String, String> given =
        Map.of(
            "content", "The quay was closed  at noon",
            "name", "the harbour master",
            "kind", "PERSON",
            "stance", "ASSERTS",
            "near", "0",
            "why", "missed");
    String added = Served.location(served.post(document + "/statements", given));
    assertTrue(added.startsWith("/statements/"), added);
    String page = served.page(document);
    assertTrue(page.contains("the harbour master"), page);
    assertTrue(served.decisions().contains("missed"), served.decisions());
    String undo = Served.first("action=\"(/decisions/\\d+/undo)\"", served.page("/decisions"));
    assertEquals("/decisions", Served.location(served.post(undo, Map.of())));
    assertFalse(served.page(document).contains("the harbour master"));
    Map<String, String> absent = Map.of("content", "The quay was open", "why", "no");
    assertEquals(400, served.post(document + "/statements", absent).statusCode());
  }

  @Test
  void aStatementIsCorrectedAndCut() {
    String page = served.page(document());
    String statement = Served.first("action=\"(/statements/\\w+)/cut\"", page);
    assertEquals(400, served.post(statement + "/correct", Map.of()).statusCode());
    Served.location(served.post(statement + "/correct", Map.of("source", "Eva Lund")));
    assertTrue(served.page(document()).contains("Eva Lund"));
    Served.location(served.post(statement + "/cut", Map.of("why", "a slip")));
    assertTrue(served.page(document()).contains("class=\"card c0 rejected\""));
  }

  @Test
  void aClaimIsGradedAndRejectedWithAReason() {
    String claim =
        Served.first("href=\"(/claims/c\\w+)\"", served.page("/claims", "href=\"/claims/c"));
    Served.location(served.post(claim + "/grade", Map.of("grade", "2", "why", "two ledgers")));
    assertTrue(served.page(claim).contains("two ledgers"));
    Served.location(served.post(claim + "/reject", Map.of("why", "a rumour")));
    assertTrue(served.page("/claims?kind=rejected").contains(claim));
  }

  @Test
  void theFileItselfIsHandedOutButRunsNothing() {
    HttpResponse<String> file = served.get(document() + "/original");
    assertEquals(200, file.statusCode());
    assertEquals(GAZETTE, file.body());
    assertTrue(
        file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
    assertEquals("application/octet-stream", file.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void anInquiryIsStartedAnsweredAndDecidedOn() throws IOException {
    assertTrue(served.page("/questions").contains("/inquiry/start"));
    assertEquals("/questions", Served.location(served.post("/inquiry/start", Map.of())));
    assertTrue(Files.exists(home.resolve("inquiry.yaml")));
    Files.writeString(home.resolve("inquiry.yaml"), INQUIRY);
    String page = served.page("/questions", "/questions/Q2");
    assertTrue(page.contains("Was the harbour vote bought?"), page);
    String asked = served.page("/questions/Q1", "the harbour vote was bought in secret");
    String claim = Served.first("name=\"claim\" value=\"(\\w+)\"", asked);
    Served.location(
        served.post(
            "/questions/Q1/assign", Map.of("claim", claim, "bearing", "AGAINST", "why", "irony")));
    served.page("/questions/Q1", "irony");
    Served.location(
        served.post(
            "/questions/Q1/conclude",
            Map.of("finding", "It was.", "on", claim, "why", "the ledger")));
    served.page("/questions/Q1", "It was.");
    served.page("/hypotheses", "/hypotheses/H1/fit");
    Served.location(
        served.post(
            "/hypotheses/H2/fit",
            Map.of("claim", claim, "fit", "INCONSISTENT", "relevance", "HIGH", "why", "plain")));
    served.page("/hypotheses", "inconsistent, set by A. Chen");
    String gaps = served.page("/gaps", "/dismiss");
    String gap = Served.first("action=\"(/gaps/\\w+)/dismiss\"", gaps);
    Served.location(served.post(gap + "/dismiss", Map.of("why", "known")));
    assertTrue(served.decisions().contains("\"known\""), served.decisions());
    assertEquals(404, served.get("/questions/Q9").statusCode());
  }

  @Test
  void aRequestForCommentAndItsAnswerAreEntered() {
    assertEquals(
        400,
        served
            .post("/replies", Map.of("to", "Mara Lindqvist", "matter", "x", "asked", "May"))
            .statusCode());
    Served.location(
        served.post(
            "/replies",
            Map.of(
                "to", "Mara Lindqvist",
                "matter", "the payment of 4 March",
                "asked", "2031-05-02",
                "deadline", "2020-05-06T17:00",
                "why", "letter sent")));
    String page = served.page("/replies", "the payment of 4 March");
    assertTrue(page.contains("overdue"), page);
    String answer = Served.first("action=\"(/replies/\\d+/answer)\"", page);
    Served.location(
        served.post(answer, Map.of("answer", "DECLINED", "words", "not now", "why", "mail")));
    assertFalse(served.page("/replies", "not now").contains("overdue</span>"));
  }

  @Test
  void aDraftIsHeldAgainstTheRecordAndNotKept() throws IOException {
    String draft = "Mara Lindqvist said \"the harbour vote was sold in secret\".\n";
    String checked = Served.location(served.post("/check", Map.of("draft", draft)));
    String page = served.page(checked, "misquoted");
    assertTrue(page.contains("<mark>"), page);
    HttpResponse<String> file = served.put("/check?path=story.md", bytes(draft));
    assertEquals(201, file.statusCode(), file::body);
    String place = file.headers().firstValue("Location").orElse("");
    assertTrue(place.startsWith("/check/") && !place.equals(checked), place);
    assertEquals(400, served.put("/check?path=story", bytes(draft)).statusCode());
    try (Stream<Path> left = Files.list(home)) {
      assertTrue(left.noneMatch(each -> each.getFileName().toString().startsWith("draft")));
    }
    assertFalse(served.page("/documents").contains("story.md"));
  }

  @Test
  void whatASourcesWithdrawalWouldChangeIsShownBeforeItIsDecided() {
    served.page("/withdraw?source=Mara+Lindqvist", "the harbour vote was bought in secret");
    assertEquals("", served.decisions());
    Served.location(
        served.post("/withdraw", Map.of("source", "Mara Lindqvist", "why", "made it up")));
    assertTrue(served.decisions().contains("made it up"), served.decisions());
    String withdrawn = served.page("/withdraw?source=Mara+Lindqvist");
    assertTrue(withdrawn.contains("is withdrawn; nothing it says counts"), withdrawn);
    served.page("/withdraw?source=Nobody+Known", "no source of");
  }

  @Test
  void whatIsNewSinceOneLastLookedIsTold() throws IOException {
    assertFalse(served.page("/").contains("New since"));
    served.close();
    Path more = Files.writeString(folder.resolve("more.txt"), "Eva Lund said it rained.");
    assertEquals(0, Program.run("read", more, "--case", home).status());
    served = new Served(home);
    String page = served.page("/");
    assertTrue(page.contains("New since") && page.contains("more.txt"), page);
  }

  @Test
  void aLongDocumentComesInPortionsThatTogetherAreTheWhole() throws IOException {
    String line =
        "Tor Abel said " + "the vote was bought and ".repeat(6_000) + "so on \uD83D\uDE00.";
    Path long_ = Files.writeString(folder.resolve("long.txt"), line);
    assertEquals(0, Program.run("read", long_, "--case", home).status());
    String documents = served.page("/documents", "long.txt");
    String document = Served.first("href=\"(/documents/[0-9a-f]{64})\"[^>]*>long.txt", documents);
    StringBuilder text = new StringBuilder();
    String page = served.page(document);
    int portions = Integer.parseInt(Served.first("portion 1 of (\\d+)", page));
    assertTrue(portions > 4, () -> portions + " portions");
    for (int i = 1; i <= portions; i++) {
      String body = served.page(document + "?portion=" + i);
      assertTrue(body.length() < 400_000, "a portion of " + body.length());
      text.append(
          body.substring(body.indexOf("<div class=\"leaf-text\""), body.indexOf("</section>"))
              .replaceAll("<[^>]*>", ""));
    }
    assertEquals(line.length(), text.length());
    assertEquals(line, text.toString());
  }

  @Test
  void documentsAreFoundByWordsAndState() {
    String name = "gazette.txt";
    for (String query : List.of("words=gazette&order=date", "status=read", "page=99")) {
      assertTrue(served.page("/documents?" + query).contains(name), query);
    }
    for (String query : List.of("words=nosuchword", "status=not+read", "status=marked")) {
      String page = served.page("/documents?" + query);
      assertFalse(page.contains(name), query);
      assertTrue(page.contains("No document is so"), query);
    }
  }
}
