package whence.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.WhenceException;

/// Somebody at the workbench, which is started for them and ended with them.
///
/// @param firstPage seconds from the command to the first page
record Visitor(
    Process process,
    HttpClient client,
    CookieManager cookies,
    String base,
    String csrf,
    double firstPage)
    implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+)/enter\\?launch=\\S+");
  private static final Pattern CSRF = Pattern.compile("data-csrf=\"(\\w+)\"");
  private static final String STALE = "being weighed anew";
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  record Answer(int status, double millis, String body) {}

  /// @param folder for what the program prints
  static Visitor at(Path program, Path home, Path folder) throws IOException {
    long start = System.nanoTime();
    Path log = folder.resolve("serve.log");
    Files.deleteIfExists(log);
    Process process =
        new ProcessBuilder(program.toString(), "serve", "--case", home.toString())
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("serve.errors").toFile())
            .start();
    while (System.nanoTime() - start < PATIENCE.toNanos() && process.isAlive()) {
      Matcher address = ADDRESS.matcher(Files.readString(log));
      if (address.find()) {
        return enter(process, address, start);
      }
      pause(5);
    }
    end(process);
    throw new WhenceException("the workbench printed no address; see " + log);
  }

  private static Visitor enter(Process process, Matcher address, long start) {
    CookieManager cookies = new CookieManager();
    HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    Visitor stranger = new Visitor(process, client, cookies, address.group(1), "", 0);
    stranger.get(address.group().substring(address.group(1).length()));
    Matcher csrf = CSRF.matcher(stranger.get("/").body());
    if (!csrf.find()) {
      end(process);
      throw new WhenceException("the workbench let nobody in");
    }
    double took = (System.nanoTime() - start) / 1e9;
    return new Visitor(process, client, cookies, address.group(1), csrf.group(1), took);
  }

  /// What lets another browser in as this visitor.
  HttpCookie cookie() {
    return cookies.getCookieStore().getCookies().getFirst();
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  double post(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path))
            .header("X-Whence-Csrf", csrf)
            .POST(HttpRequest.BodyPublishers.noBody()))
        .millis();
  }

  private Answer send(HttpRequest.Builder request) {
    long start = System.nanoTime();
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), (System.nanoTime() - start) / 1e6, response.body());
    } catch (IOException e) {
      throw new WhenceException("the workbench does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped", e);
    }
  }

  /// The addresses of a kind that a page links to.
  List<String> linked(String path, Pattern link, int most) {
    List<String> found = new ArrayList<>();
    Matcher matcher = link.matcher(get(path).body());
    while (matcher.find() && found.size() < most) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /// Waits until a page shows what is of this moment.
  void settle(String path) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (String body = get(path).body();
        body.contains(STALE) || body.contains("data-awaits");
        body = get(path).body()) {
      if (System.nanoTime() > end) {
        throw new WhenceException(path + " was not worked out in time");
      }
      pause(TimeUnit.SECONDS.toMillis(1));
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped", e);
    }
  }

  @Override
  public void close() {
    client.close();
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
