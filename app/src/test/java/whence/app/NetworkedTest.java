package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.command.Parts;
import whence.app.command.ServeTools;
import whence.app.web.Certificate;
import whence.app.web.Desk;
import whence.app.web.Listening;
import whence.app.web.Workbench;
import whence.guard.Purpose;
import whence.store.CaseStore;

/// The workbench on a network: encrypted, by password, and each browser with its own name.
class NetworkedTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String HOST = "127.0.0.1";

  @TempDir Path folder;
  private final List<Exception> faults = new ArrayList<>();
  private Path home;
  private CaseStore store;
  private Workbench workbench;
  private HttpClient client;
  private String base;

  @BeforeEach
  void serve() throws IOException, GeneralSecurityException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(
        papers.resolve("gazette.txt"),
        "TOP SECRET//NOFORN\n\nMara Lindqvist said the harbour vote was bought in secret.\n");
    assertEquals(0, Program.run("read", papers, "--case", home).status());
    Parts parts = Program.small();
    store = parts.openOrCreate(home);
    Certificate certificate = Certificate.of(home, HOST, Instant.now());
    assertEquals(certificate, Certificate.of(home, HOST, Instant.now()));
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
            new Listening(HOST, 0, new Listening.Guarded(PASSWORD, certificate)),
            faults::add);
    base = workbench.address().replaceAll("/enter.*", "");
    client = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  @AfterEach
  void close() {
    client.close();
    workbench.close();
    store.close();
    assertEquals(List.of(), faults);
  }

  private static SSLContext trusting(Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificate.file())) {
      keys.load(in, "whence".toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("whence", keys.getCertificate("whence"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
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

  private HttpResponse<String> get(String path, String cookie) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie));
  }

  private HttpResponse<String> post(String path, String cookie, String... fields) {
    List<String> form = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Cookie", cookie)
            .header("Origin", base)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
  }

  private String enter(String person) {
    HttpResponse<String> entered = post("/enter", "", "person", person, "password", PASSWORD);
    assertEquals(200, entered.statusCode());
    String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("Secure") && cookie.contains("HttpOnly"), cookie);
    return cookie.substring(0, cookie.indexOf(';'));
  }

  @Test
  void onlyThePasswordLetsIn() {
    assertTrue(base.startsWith("https://"), base);
    assertEquals(403, get("/", "").statusCode());
    assertTrue(get("/enter", "").body().contains("type=\"password\""));
    HttpResponse<String> wrong = post("/enter", "", "person", "Eve", "password", "letmein");
    assertEquals(403, wrong.statusCode());
    assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
    HttpResponse<String> elsewhere =
        send(
            HttpRequest.newBuilder(URI.create(base + "/enter"))
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("person=Eve&password=" + PASSWORD)));
    assertEquals(403, elsewhere.statusCode());
    assertEquals(200, get("/", enter("Eve")).statusCode());
  }

  @Test
  void eachDecidesAndConsultsUnderTheirOwnName() {
    String mara = enter("M. Osei");
    String tor = enter("T. Brandt");
    assertTrue(get("/", mara).body().contains("M. Osei"));
    String tors = get("/", tor).body();
    assertTrue(tors.contains("T. Brandt"));
    assertEquals(-1, tors.indexOf("A. Chen"));
    String document = first("href=\"(/documents/[0-9a-f]{64})", get("/documents", mara).body());
    String page = get(document, mara).body();
    assertEquals(200, get(document, tor).statusCode());
    String confirm = first("action=\"(/statements/\\w+/confirm)\"", page);
    String csrf = first("name=\"csrf\" value=\"(\\w+)\"", page);
    // Somebody else's word is no word of this browser's.
    assertEquals(403, post(confirm, tor, "csrf", csrf).statusCode());
    assertNotEquals(403, post(confirm, mara, "csrf", csrf).statusCode());
    String decided = Program.run("decisions", "--json", "--case", home).out();
    assertTrue(decided.contains("M. Osei"), decided);
    List<String> consulted =
        store.journal().entries().stream()
            .map(each -> each.entry())
            .filter(whence.model.Entry.Consulted.class::isInstance)
            .map(entry -> ((whence.model.Entry.Consulted) entry).by())
            .toList();
    assertEquals(List.of("M. Osei", "T. Brandt"), consulted);
  }

  @Test
  void aNetworkIsLetInOnlyWithAPassword() throws IOException {
    Program.Ran open = Program.run("serve", "--case", home, "--bind", HOST);
    assertEquals(2, open.status());
    assertTrue(open.err().contains("--password-file"), open.err());
    Path file = Files.writeString(folder.resolve("secret.txt"), "short\n");
    Program.Ran weak =
        Program.run("serve", "--case", home, "--bind", HOST, "--password-file", file);
    assertEquals(2, weak.status());
    assertTrue(weak.err().contains("12 characters"), weak.err());
    Program.Ran everywhere =
        Program.run("serve", "--case", home, "--bind", "0.0.0.0", "--password-file", file);
    assertEquals(2, everywhere.status());
  }

  private static String first(String pattern, String text) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in " + text);
    return matcher.group(1);
  }
}
