package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.command.Parts;
import whence.app.command.ServeTools;
import whence.app.web.Desk;
import whence.app.web.Listening;
import whence.app.web.Workbench;
import whence.guard.Purpose;
import whence.store.CaseStore;

/// A report is built in the workbench, kept, and handed on in every format.
class ReportPartTest {
  private static final String GAZETTE =
      """
      Mara Lindqvist said the harbour vote was bought in secret. Tor <script>alert(1)</script> Abel \
      said the ledger was *burned*.
      Żaneta Łoś said the bridge was closed on Monday.
      """;

  @TempDir Path folder;
  private Path home;
  private CaseStore store;
  private Workbench workbench;
  private final List<Exception> faults = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String base;
  private String cookie;
  private String csrf;

  @BeforeEach
  void serve() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(papers.resolve("<b>gazette.txt"), GAZETTE);
    Files.writeString(
        papers.resolve("courier.txt"),
        "Eva Lund said the harbour vote was clean. Mara Lindqvist said the harbour vote was bought in secret.");
    Program.Ran read = Program.run("read", papers, "--case", home);
    assertEquals(0, read.status(), read.err());
    open();
  }

  private void open() {
    Parts parts = Program.small();
    store = parts.openOrCreate(home);
    workbench =
        new Workbench(
            "case",
            new Desk(
                store,
                new Purpose("A. Chen", "serve"),
                InstantSource.system(),
                "whence test",
                new ServeTools(parts, home, store, InstantSource.system()),
                faults::add),
            Listening.onLoopback(0),
            faults::add);
    String address = workbench.address();
    base = address.substring(0, address.indexOf("/enter"));
    String entered =
        send(HttpRequest.newBuilder(URI.create(address)))
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    cookie = entered.substring(0, entered.indexOf(';'));
    csrf = first("name=\"csrf\" value=\"([^\"]+)\"", get("/report"));
  }

  @AfterEach
  void close() {
    workbench.close();
    store.close();
    // Closing it may find it indexing behind the pages, and says so.
    assertEquals(
        List.of(),
        faults.stream()
            .filter(each -> !String.valueOf(each.getMessage()).startsWith("stopped while"))
            .toList());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String get(String path) {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie));
    assertEquals(200, response.statusCode(), () -> path + "\n" + response.body());
    return response.body();
  }

  private byte[] download(String path) {
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(
          200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
      return response.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    List<String> form = new ArrayList<>(List.of("csrf=" + csrf));
    fields.forEach(
        (name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in " + text);
    return matcher.group(1);
  }

  /// The id of a claim with these words, once the case is weighed.
  private String claim(String words) {
    for (int i = 0; i < 400; i++) {
      Matcher found =
          Pattern.compile("href=\"/claims/(c[^\"#?]+)")
              .matcher(get("/claims?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
      if (found.find()) {
        return found.group(1);
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("never weighed");
  }

  private void begin() {
    HttpResponse<String> begun = post("/report", Map.of("title", "The vote, <i>whence</i>?"));
    assertEquals(303, begun.statusCode(), begun.body());
    assertEquals("/report/the-vote-i-whence-i", location(begun));
  }

  private static String location(HttpResponse<String> response) {
    return URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static final String REPORT = "/report/the-vote-i-whence-i";

  private String statement() {
    return first(
        "data-statement=\"(s[^\"]+)\"",
        get(first("href=\"(/documents/[0-9a-f]{64})\"", get("/documents"))));
  }

  /// A report with a claim, a heading, and a text that cites.
  private void write() {
    String claim = claim("bought");
    begin();
    assertEquals(303, post(REPORT + "/items", Map.of("claim", claim)).statusCode());
    assertEquals(303, post(REPORT + "/items", Map.of("heading", "Background")).statusCode());
    assertEquals(303, post(REPORT + "/items", Map.of()).statusCode());
    String seen =
        first("items/3/text\">.*?name=\"seen\" value=\"(\\d+)\"", get(REPORT).replace("\n", ""));
    assertEquals(
        303,
        post(
                REPORT + "/items/3/text",
                Map.of("text", "We asked Żaneta, *twice*.\n\nMore.", "seen", seen))
            .statusCode());
    assertEquals(
        303,
        post(REPORT + "/items/3/cite", Map.of("statement", statement(), "at", "9")).statusCode());
  }

  @Test
  void whatIsChosenOrderedAndWrittenIsKeptWithItsCitations() {
    write();
    String page = get(REPORT);
    assertTrue(page.contains("We asked [@1]Żaneta"), page);
    assertFalse(page.contains("<i>whence"), page);
    assertTrue(page.contains("behind it reviewed by people"), page);
    assertEquals(303, post(REPORT + "/items/1/move", Map.of("to", "2")).statusCode());
    List<String> order = new ArrayList<>();
    Matcher items = Pattern.compile("data-item=\"(\\d+)\"").matcher(get(REPORT));
    while (items.find()) {
      order.add(items.group(1));
    }
    assertEquals(List.of("2", "3", "1"), order);
    workbench.close();
    store.close();
    open();
    assertTrue(get(REPORT).contains("We asked [@1]Żaneta"));
  }

  @Test
  void whatOneWindowWroteAnotherDoesNotOverwriteUnseen() {
    write();
    String stale = "1";
    HttpResponse<String> refused =
        post(REPORT + "/items/3/text", Map.of("text", "Mine.", "seen", stale));
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("changed in another window"), refused.body());
    assertTrue(get(REPORT).contains("We asked [@1]Żaneta"));
    assertEquals(303, post(REPORT + "/items/2/remove", Map.of()).statusCode());
    assertFalse(get(REPORT).contains("Background"));
    String before = first("name=\"revision\" value=\"(\\d+)\"", get(REPORT));
    assertEquals(303, post(REPORT + "/restore", Map.of("revision", before)).statusCode());
    assertTrue(get(REPORT).contains("Background"));
  }

  @Test
  void reviewingAStatementCountsInTheReport() {
    write();
    String share = first("<strong>(\\d+ of \\d+) statement", get(REPORT));
    assertTrue(share.startsWith("0 of "), share);
    assertEquals(303, post("/statements/" + statement() + "/confirm", Map.of()).statusCode());
    claim("bought");
    assertTrue(first("<strong>(\\d+ of \\d+) statement", get(REPORT)).startsWith("1 of "));
  }

  @Test
  void asHtmlAndMarkdownEverySentenceHasItsNoteAndNothingRuns() {
    write();
    String html =
        new String(download(REPORT + "/export?format=html&style=chicago"), StandardCharsets.UTF_8);
    assertTrue(html.contains("We asked <a class=\"ref\""), html);
    assertTrue(html.contains("Standing: "), html);
    assertTrue(html.contains(store.journal().head().hex()), html);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("<b>gazette"), html);
    assertEquals(count("id=\"ref-", html), count("id=\"note-", html));
    String markdown =
        new String(download(REPORT + "/export?format=md&style=plain"), StandardCharsets.UTF_8);
    assertTrue(markdown.contains("We asked [^"), markdown);
    assertTrue(markdown.contains("\\*twice\\*"), markdown);
    assertTrue(markdown.contains("## Background"), markdown);
    assertFalse(markdown.contains("<b>gazette"), markdown);
  }

  @Test
  void theBundleHoldsTheCitedTextWithThePassageMarked() {
    write();
    String html =
        new String(
            download(REPORT + "/export?format=bundle&style=author-date"), StandardCharsets.UTF_8);
    String anchor = first("href=\"#(s-[^\"]+)\">the passage", html);
    assertTrue(html.contains("<a id=\"" + anchor + "\""), html);
    assertTrue(html.contains("<mark class=\"content\">"), html);
    assertFalse(html.contains("<script"), html);
  }

  @Test
  void theWordFileReadBackHasEachNoteAsAFootnote() throws IOException {
    write();
    byte[] bytes = download(REPORT + "/export?format=docx&style=chicago");
    try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<String> texts = read.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertTrue(texts.toString().contains("We asked "), texts::toString);
      assertTrue(texts.toString().contains("Żaneta, *twice*."), texts::toString);
      assertTrue(texts.toString().contains("Standing: "), texts::toString);
      List<String> notes =
          read.getFootnotes().stream()
              .flatMap(note -> note.getParagraphs().stream())
              .map(XWPFParagraph::getText)
              .filter(text -> text.contains("reviewed"))
              .toList();
      assertTrue(notes.size() >= 2, notes::toString);
      assertTrue(
          notes.stream().anyMatch(note -> note.contains("the harbour vote was bought in secret")),
          notes::toString);
      assertEquals(
          List.of("Heading1", "Heading2"),
          read.getParagraphs().stream()
              .map(XWPFParagraph::getStyle)
              .filter(style -> style != null)
              .limit(2)
              .toList());
    }
  }

  @Test
  void thePdfReadBackHasItsWordsAndSaysWhatItCouldNotDraw() throws IOException {
    write();
    assertEquals(303, post(REPORT + "/items", Map.of("heading", "東京 \u05D0")).statusCode());
    try (PDDocument read = Loader.loadPDF(download(REPORT + "/export?format=pdf&style=plain"))) {
      String text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
      assertTrue(text.contains("We asked") && text.contains("Żaneta, *twice*."), text);
      assertTrue(text.contains("the harbour vote was bought in secret"), text);
      assertTrue(text.contains(store.journal().head().hex()), text);
      assertTrue(text.contains("3 characters stand as a box"), text);
      assertTrue(text.contains("Han") && text.contains("Hebrew"), text);
      PDResources resources = read.getPage(0).getResources();
      assertTrue(resources.getFont(resources.getFontNames().iterator().next()).isEmbedded());
      assertFalse(read.getPage(0).getAnnotations().isEmpty(), "notes are linked");
    }
  }

  @Test
  void theCommandWritesTheSameReport() throws IOException {
    write();
    Path file = folder.resolve("vote.md");
    Program.Ran ran =
        Program.run(
            "report",
            "--case",
            home,
            "--name",
            "the-vote-i-whence-i",
            "--format",
            "md",
            "--output",
            file);
    assertEquals(0, ran.status(), ran.err());
    String written = Files.readString(file);
    assertTrue(written.contains("We asked [^"), written);
    assertTrue(written.contains("Standing: "), written);
    assertEquals(2, Program.run("report", "--case", home, "--name", "none").status());
  }

  @Test
  void aCitationWhoseDocumentIsGoneIsShownAsOrphanedAndSaidInTheExport() {
    write();
    String document = first("href=\"/documents/([0-9a-f]{64})\"", get("/documents"));
    workbench.close();
    store.close();
    Program.Ran removed =
        Program.run("remove", document, "--by", "A. Chen", "--why", "privileged", "--case", home);
    assertEquals(0, removed.status(), removed.err());
    open();
    claim("clean");
    String page = get(REPORT);
    assertTrue(page.contains("<strong class=\"opposed\">orphaned</strong>"), page);
    assertTrue(page.contains("1 citation orphaned"), page);
    String html =
        new String(download(REPORT + "/export?format=html&style=plain"), StandardCharsets.UTF_8);
    assertTrue(html.contains("[citation lost: “"), html);
  }

  private static int count(String what, String text) {
    return text.split(Pattern.quote(what), -1).length - 1;
  }
}
