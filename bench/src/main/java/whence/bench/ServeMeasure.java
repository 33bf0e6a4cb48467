package whence.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Statement;
import whence.read.Reader;
import whence.store.local.LocalStore;

/// The workbench on a large case of invented mails: the program as people start it, its pages as a
/// browser asks for them.
final class ServeMeasure implements Measure {
  private static final int MAILS = 10_000;
  private static final int TIMES = 15;
  private static final int WARMING = 3;
  private static final int STARTS = 5;
  private static final Pattern CLAIM = Pattern.compile("href=\"(/claims/\\w+)\"");

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
    List<Double> first = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (Visitor visitor = Visitor.at(setting.program(), home, folder)) {
        first.add(visitor.firstPage());
      }
    }
    sheet.row("first page after the command", "s", Spread.of(first));
    try (Visitor visitor = Visitor.at(setting.program(), home, folder)) {
      visitor.settle("/");
      Map<String, List<String>> addresses =
          addresses(visitor, readings, new Random(setting.seed()));
      onTheServer(visitor, sheet, addresses);
      inTheBrowser(visitor, sheet, addresses);
      decisions(visitor, sheet, readings, new Random(setting.seed()));
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

  /// The addresses of each kind of page.
  private static Map<String, List<String>> addresses(
      Visitor visitor, List<Reading> readings, Random random) {
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
            "/withdraw",
            "/letter",
            "/ready",
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
    addresses.put("a claim", visitor.linked("/claims", CLAIM, TIMES));
    return addresses;
  }

  private static void onTheServer(
      Visitor visitor, Sheet sheet, Map<String, List<String>> addresses) {
    addresses.forEach((name, each) -> {
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

  private static void inTheBrowser(
      Visitor visitor, Sheet sheet, Map<String, List<String>> addresses) {
    try (Browsed browsed = Browsed.by(visitor).orElse(null)) {
      if (browsed == null) {
        sheet.note("not measured in the browser: no Chromium");
        return;
      }
      addresses.forEach((name, each) -> {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
          millis.add(browsed.millis(each.get(i % each.size())));
        }
        sheet.row(name + ", in the browser", "ms", Spread.of(millis));
      });
    }
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
}
