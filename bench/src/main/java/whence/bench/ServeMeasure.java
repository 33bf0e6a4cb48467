package whence.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Statement;
import whence.model.WhenceException;
import whence.read.Reader;
import whence.store.local.LocalStore;

/// The workbench on a large case of invented mails: the program as people start it, its pages as a
/// browser asks for them.
final class ServeMeasure implements Measure {
  private static final int MAILS = 10_000;
  private static final int TIMES = 15;
  private static final int WARMING = 3;
  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+)/enter\\?launch=\\S+");
  private static final Pattern CSRF = Pattern.compile("data-csrf=\"(\\w+)\"");
  private static final Pattern CLAIM = Pattern.compile("href=\"(/claims/\\w+)\"");
  private static final String STALE = "being weighed anew";
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String says() {
    return "milliseconds of the workbench's server for each page of a case of 10,000 documents";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Path folder = setting.folder("serve");
    Path home = folder.resolve("case");
    List<Reading> readings =
        new Invented(setting.seed()).mails(MAILS, new Reader(new PatternTagger()));
    try (LocalStore store = LocalStore.create(home, "whence bench")) {
      fill(store, readings);
    }
    new Program(setting.program(), folder).run("claims", "--case", home.toString()).mustSucceed();
    sheet.note(
        "%,d mails, %,d statements, weighed before"
            .formatted(
                MAILS, readings.stream().mapToInt(reading -> reading.statements().size()).sum()));
    long start = System.nanoTime();
    Path log = folder.resolve("serve.log");
    Process process =
        new ProcessBuilder(setting.program().toString(), "serve", "--case", home.toString())
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("serve.errors").toFile())
            .start();
    try {
      Visitor visitor = Visitor.enter(log, process);
      visitor.get("/");
      sheet.figure("first page after the command", "s", (System.nanoTime() - start) / 1e9);
      visitor.settle("/");
      pages(visitor, sheet, readings, new Random(setting.seed()));
      decisions(visitor, sheet, readings, new Random(setting.seed()));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static void fill(LocalStore store, List<Reading> readings) {
    List<Entry> entries = new ArrayList<>();
    for (Reading reading : readings) {
      Document document = reading.document();
      store.readings().put(reading);
      entries.add(
          new Entry.Acquired(
              document.path(), document.sha256(), reading.text().characters().length(), null));
    }
    store.journal().append(Instant.EPOCH, entries);
  }

  private static void pages(Visitor visitor, Sheet sheet, List<Reading> readings, Random random) {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    for (String page :
        List.of(
            "/",
            "/documents",
            "/claims",
            "/review",
            "/decisions",
            "/timeline",
            "/knowledge",
            "/network",
            "/questions",
            "/hypotheses",
            "/gaps",
            "/forecasts",
            "/replies",
            "/check",
            "/report",
            "/search",
            "/arrivals")) {
      addresses.put(page, List.of(page));
    }
    List<String> documents = new ArrayList<>();
    List<String> searches = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      Reading reading = readings.get(random.nextInt(readings.size()));
      documents.add("/documents/" + reading.document().sha256());
      List<Statement> statements = reading.statements();
      String said =
          statements.isEmpty()
              ? "nothing"
              : statements.get(random.nextInt(statements.size())).contentText();
      searches.add(
          "/search?words="
              + URLEncoder.encode(
                  said.substring(0, Math.min(30, said.length())), StandardCharsets.UTF_8));
    }
    addresses.put("a document", documents);
    addresses.put("a search", searches);
    addresses.put("claims with a word", List.of("/claims?words=said&kind=single"));
    addresses.put("a claim", visitor.claims("/claims"));
    addresses.forEach((name, each) -> {
      Visitor.Answer first = visitor.get(each.getFirst());
      if (first.status() == 404) {
        sheet.note(name + ": there is no such page");
        return;
      }
      visitor.settle(each.getFirst());
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < TIMES + WARMING; i++) {
        double took = visitor.get(each.get(i % each.size())).millis();
        if (i >= WARMING) {
          millis.add(took);
        }
      }
      sheet.row(name, "ms", Spread.of(millis));
    });
  }

  /// A decision, and the page that comes after it.
  private static void decisions(
      Visitor visitor, Sheet sheet, List<Reading> readings, Random random) {
    List<Double> deciding = new ArrayList<>();
    List<Double> next = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      List<Statement> statements = readings.get(random.nextInt(readings.size())).statements();
      if (!statements.isEmpty()) {
        deciding.add(visitor.post("/statements/" + statements.getFirst().id() + "/confirm"));
        next.add(visitor.get("/review").millis());
      }
    }
    sheet.row("confirming a statement", "ms", Spread.of(deciding));
    sheet.row("the page after it", "ms", Spread.of(next));
  }

  /// Somebody at a browser.
  private record Visitor(HttpClient client, String base, String csrf) {
    record Answer(int status, double millis, String body) {}

    static Visitor enter(Path log, Process process) throws IOException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end && process.isAlive()) {
        Matcher address = ADDRESS.matcher(Files.readString(log));
        if (address.find()) {
          HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
          Visitor stranger = new Visitor(client, address.group(1), "");
          stranger.get(address.group().substring(address.group(1).length()));
          Matcher csrf = CSRF.matcher(stranger.get("/").body());
          if (!csrf.find()) {
            throw new WhenceException("the workbench let nobody in");
          }
          return new Visitor(client, address.group(1), csrf.group(1));
        }
        pause(20);
      }
      throw new WhenceException("the workbench printed no address; see " + log);
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
        return new Answer(
            response.statusCode(), (System.nanoTime() - start) / 1e6, response.body());
      } catch (IOException e) {
        throw new WhenceException("the workbench does not answer: " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WhenceException("stopped", e);
      }
    }

    List<String> claims(String path) {
      List<String> claims = new ArrayList<>();
      Matcher claim = CLAIM.matcher(get(path).body());
      while (claim.find() && claims.size() < TIMES) {
        claims.add(claim.group(1));
      }
      return claims;
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
  }
}
