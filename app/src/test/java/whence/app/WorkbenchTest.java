package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// The workbench as a browser talks to it, and as others would.
class WorkbenchTest {
  private static final String GAZETTE =
      """
      Mara Lindqvist said the harbour vote was bought in secret. Lindqvist said the mayor knew of \
      the payment. Tor <script>alert(1)</script> "onload=x Abel said the ledger was burned.
      Eva Lund said \u202Ethe vote\u202C was <img src=x onerror=alert(2)> clean.
      """;

  @TempDir Path folder;
  private Path home;
  private CaseStore store;
  private Workbench workbench;
  private final List<Exception> faults = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String address;
  private String base;

  @BeforeEach
  void serve() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(papers.resolve("<b>gazette & co.txt"), GAZETTE);
    Files.writeString(
        papers.resolve("long.txt"),
        "Tor Abel said " + "the vote was bought and ".repeat(40_000) + "so on.");
    Program.Ran read = Program.run("read", papers, "--case", home);
    assertEquals(0, read.status(), read.err());
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
    address = workbench.address();
    base = address.substring(0, address.indexOf("/enter"));
  }

  @AfterEach
  void close() {
    workbench.close();
    store.close();
    assertEquals(List.of(), faults);
  }

  private HttpResponse<String> get(String path, String cookie) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie));
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

  private HttpResponse<String> post(
      String path, String cookie, Map<String, String> fields, Map<String, String> headers) {
    List<String> form = new ArrayList<>();
    fields.forEach(
        (name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)));
    headers.forEach(request::header);
    return send(request);
  }

  private String enter() {
    HttpResponse<String> entered = send(HttpRequest.newBuilder(URI.create(address)));
    assertEquals(200, entered.statusCode());
    String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in " + text);
    return matcher.group(1);
  }

  private String decisions() {
    return Program.run("decisions", "--json", "--case", home).out();
  }

  @Test
  void theAddressOpensItOnceAndNobodyElseSeesAnything() {
    assertEquals(403, send(HttpRequest.newBuilder(URI.create(base + "/"))).statusCode());
    assertEquals(403, get("/", "whence=00").statusCode());
    String cookie = enter();
    assertEquals(403, send(HttpRequest.newBuilder(URI.create(address))).statusCode());
    assertEquals(200, get("/", cookie).statusCode());
  }

  @Test
  void everyPageIsServedUnderAStrictPolicyAndHoldsNoScriptOfADocument() {
    String cookie = enter();
    List<String> pages =
        new ArrayList<>(List.of("/", "/documents", "/claims", "/review", "/decisions"));
    Matcher links = Pattern.compile("href=\"(/(?:documents|claims)/[^\"#?]+)").matcher(all(cookie));
    while (links.find()) {
      pages.add(links.group(1));
    }
    assertTrue(pages.size() > 6, pages::toString);
    for (String page : pages) {
      HttpResponse<String> response = get(page, cookie);
      assertEquals(200, response.statusCode(), page);
      String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
      assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
      String html = response.body();
      assertFalse(html.contains("<script>alert"), page);
      assertFalse(html.contains("<img src=x"), page);
      assertFalse(html.contains("<b>gazette"), page);
    }
  }

  private String all(String cookie) {
    return get("/documents", cookie).body() + weighed(cookie);
  }

  /// The page of claims, once the case is weighed.
  private String weighed(String cookie) {
    for (int i = 0; i < 400; i++) {
      String page = get("/claims", cookie).body();
      if (page.contains("href=\"/claims/c")) {
        return page;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("never weighed");
  }

  @Test
  void aNameBoundToThisAddressGetsNothing() throws IOException {
    String cookie = enter();
    int port = URI.create(base).getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      socket
          .getOutputStream()
          .write(
              ("GET / HTTP/1.1\r\nHost: evil.example:"
                      + port
                      + "\r\nCookie: "
                      + cookie
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
      assertFalse(answer.contains("gazette"), answer);
    }
  }

  @Test
  void aChangeNeedsTheWordOfAPageOfTheWorkbench() {
    String cookie = enter();
    String review = get("/review", cookie).body();
    String confirm = first("action=\"(/statements/[^\"]+/confirm)\"", review);
    String csrf = first("name=\"csrf\" value=\"([^\"]+)\"", review);
    assertEquals(403, post(confirm, cookie, Map.of(), Map.of()).statusCode());
    assertEquals(403, post(confirm, cookie, Map.of("csrf", "00"), Map.of()).statusCode());
    assertEquals(
        403,
        post(confirm, cookie, Map.of("csrf", csrf), Map.of("Origin", "http://evil.example"))
            .statusCode());
    assertEquals(403, post(confirm, "whence=00", Map.of("csrf", csrf), Map.of()).statusCode());
    assertEquals("", decisions());
    assertEquals(
        303, post(confirm, cookie, Map.of("csrf", csrf), Map.of("Origin", base)).statusCode());
    assertTrue(decisions().contains("\"confirmed\""), decisions());
  }

  @Test
  void whatIsNoNumberIsRefusedAndDecidesNothing() {
    String cookie = enter();
    String claim = first("href=\"(/claims/[^\"#?]+)\"", weighed(cookie));
    String csrf = first("name=\"csrf\" value=\"([^\"]+)\"", get("/review", cookie).body());
    Map<String, String> none = Map.of("csrf", csrf);
    Map<String, String> word = Map.of("csrf", csrf, "grade", "good");
    assertEquals(400, post(claim + "/grade", cookie, none, Map.of()).statusCode());
    assertEquals(400, post(claim + "/grade", cookie, word, Map.of()).statusCode());
    for (String grade : List.of("0", "7", "99")) {
      Map<String, String> graded = new HashMap<>(word);
      graded.put("grade", grade);
      assertEquals(400, post(claim + "/grade", cookie, graded, Map.of()).statusCode(), grade);
    }
    assertEquals(400, post("/decisions/x/undo", cookie, none, Map.of()).statusCode());
    assertEquals("", decisions());
  }

  @Test
  void whatOneWindowDecidesTheOtherSeesAndMayTakeBack() {
    String one = enter();
    address = workbench.address();
    String other = enter();
    String review = get("/review", one).body();
    String cut = first("action=\"(/statements/[^\"]+/cut)\"", review);
    String csrf = first("name=\"csrf\" value=\"([^\"]+)\"", review);
    assertEquals(303, post(cut, one, Map.of("csrf", csrf), Map.of()).statusCode());
    String listed = get("/decisions", other).body();
    assertTrue(listed.contains("A. Chen"), listed);
    String undo = first("action=\"(/decisions/\\d+/undo)\"", listed);
    String others = first("name=\"csrf\" value=\"([^\"]+)\"", listed);
    assertEquals(403, post(undo, other, Map.of("csrf", csrf), Map.of()).statusCode());
    assertEquals(303, post(undo, other, Map.of("csrf", others), Map.of()).statusCode());
    assertTrue(decisions().contains("undo"), decisions());
  }

  @Test
  void nothingButItsOwnFilesIsServed() {
    String cookie = enter();
    assertEquals(200, get("/assets/workbench.css", cookie).statusCode());
    for (String path :
        List.of(
            "/assets/..%2f..%2fcase.json",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets/nothing.js",
            "/documents/nothing",
            "/claims/nothing",
            "/nothing")) {
      int status = get(path, cookie).statusCode();
      assertTrue(status == 404 || status == 400, path + " " + status);
    }
  }
}
