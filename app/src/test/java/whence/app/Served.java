package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.app.command.Parts;
import whence.app.command.ServeTools;
import whence.app.web.Desk;
import whence.app.web.Listening;
import whence.app.web.Workbench;
import whence.guard.Purpose;
import whence.store.CaseStore;

/// A case in the workbench, and somebody who has come in.
final class Served implements AutoCloseable {
  private final Path home;
  private final CaseStore store;
  private final Workbench workbench;
  private final List<Exception> faults = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String cookie;
  private final String csrf;

  /// @param home the case's folder, made where there is none
  Served(Path home) {
    this.home = home;
    Parts parts = Program.small();
    this.store = parts.openOrCreate(home);
    this.workbench =
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
    this.base = address.substring(0, address.indexOf("/enter"));
    HttpResponse<String> entered = send(HttpRequest.newBuilder(URI.create(address)));
    String given = entered.headers().firstValue("Set-Cookie").orElseThrow();
    this.cookie = given.substring(0, given.indexOf(';'));
    this.csrf = first("data-csrf=\"([^\"]+)\"", get("/").body());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie));
  }

  /// A page that must be there.
  String page(String path) {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), () -> path + ": " + response.body());
    return response.body();
  }

  /// A page once it holds something, which may have to be worked out first.
  String page(String path, String text) {
    String page = "";
    for (int i = 0; i < 400; i++) {
      page = page(path);
      if (page.contains(text)) {
        return page;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError(path + " never shows " + text + ": " + page);
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    List<String> form = new ArrayList<>();
    fields.forEach(
        (name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
  }

  HttpResponse<String> put(String path, byte[] body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Cookie", cookie)
        .header("X-Whence-Csrf", csrf);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What stands on record, as the command lists it.
  String decisions() {
    return Program.run("decisions", "--json", "--case", home).out();
  }

  /// Where an answer leads.
  static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("Location").orElseThrow();
  }

  static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in " + text);
    return matcher.group(1);
  }

  List<Exception> faults() {
    return faults;
  }

  @Override
  public void close() {
    workbench.close();
    store.close();
  }
}
