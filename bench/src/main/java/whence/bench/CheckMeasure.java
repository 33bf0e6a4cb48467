package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import whence.acquire.Acquired;
import whence.acquire.Acquirer;
import whence.acquire.Limits;
import whence.ask.check.DraftCheck;
import whence.ask.check.Fault;
import whence.language.BgeEmbedder;
import whence.language.ModelTagger;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Weighing;
import whence.read.Reader;
import whence.store.local.LocalStore;
import whence.weigh.Weigher;

/// Faults planted in drafts that `whence check` finds, and what it finds where nothing is wrong: in
/// our own drafts on the sample case, and in articles held against themselves.
final class CheckMeasure implements Measure {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ARTICLES = 30;

  /// Those the rules were mended on, and those nobody looked at.
  private static final List<String> PARTS = List.of("train", "dev");

  private static final List<String> DRAFTS =
      List.of("gate", "paper", "night", "after", "wire", "memo");

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String says() {
    return "faults planted in drafts that whence check finds, and its false alarms; 95 % intervals (Wilson)";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws Exception {
    try (ModelTagger tagger = setting.tagger(2)) {
      Reader reader = new Reader(tagger);
      sample(setting, sheet, reader);
      for (String part : PARTS) {
        Optional<Path> texts = setting.shared("attribution/polnear-" + part + "-text.tar.gz");
        if (texts.isPresent()) {
          articles(
              part,
              PlantedFaults.draw(texts.get(), ARTICLES, setting.seed()),
              setting,
              reader,
              sheet);
        } else {
          sheet.note("articles of " + part + ": not there; --data DIR names the shared data");
        }
      }
    }
  }

  private static void sample(Setting setting, Sheet sheet, Reader reader) throws IOException {
    Path sample = setting.program().resolveSibling("sample");
    Path at = setting.folder("check").resolve("case");
    Program program = new Program(setting.program(), setting.folder("printed"));
    program.run("read", sample.resolve("documents").toString(), "--case", at.toString());
    try (LocalStore store = LocalStore.open(at, "whence bench");
        BgeEmbedder embedder = new BgeEmbedder();
        Acquirer acquirer = new Acquirer(Limits.standard(), setting.folder("acquirer"))) {
      List<Reading> record = record(store);
      Weighing weighing = new Weigher(() -> embedder).weigh(record::stream, _ -> false);
      DraftCheck check = new DraftCheck(record, weighing);
      CheckTally all = new CheckTally();
      for (String draft : DRAFTS) {
        CheckTally tally = new CheckTally();
        Path drafts = sample.resolve("draft");
        Reading faulty = read(reader, acquirer, drafts.resolve(draft + "-faulty.md"));
        List<PlantedFaults.Planted> planted = new ArrayList<>();
        for (JsonNode fault :
            JSON.readTree(Files.readString(drafts.resolve(draft + "-faulty.json"))).get("faults")) {
          planted.add(planted(fault));
        }
        for (CheckTally each : List.of(tally, all)) {
          each.faulty(check.check(faulty), planted);
          each.clean(check.check(read(reader, acquirer, drafts.resolve(draft + ".md"))));
        }
        tally.total("draft " + draft, sheet);
      }
      all.print("all drafts on the sample case", sheet);
    }
  }

  private static List<Reading> record(LocalStore store) {
    List<Reading> record = new ArrayList<>();
    store.readings().documents().stream()
        .sorted(Comparator.comparing(Document::path).thenComparing(each -> each.sha256().hex()))
        .forEach(each -> store.readings().get(each.sha256()).ifPresent(record::add));
    return record;
  }

  private static Reading read(Reader reader, Acquirer acquirer, Path draft) throws IOException {
    Acquired acquired =
        acquirer.acquire(
            draft, Sha256.of(Files.readAllBytes(draft)), String.valueOf(draft.getFileName()));
    return reader.read(acquired.document(), Objects.requireNonNull(acquired.text()));
  }

  private static PlantedFaults.Planted planted(JsonNode fault) {
    Set<Fault> names = new HashSet<>();
    names.add(fault(fault.get("fault").asText()));
    fault.get("accept").forEach(name -> names.add(fault(name.asText())));
    return new PlantedFaults.Planted(
        fault.get("fault").asText(),
        new Span(fault.get("start").asInt(), fault.get("end").asInt()),
        names);
  }

  private static Fault fault(String name) {
    return Fault.valueOf(name.replace(' ', '_').toUpperCase(Locale.ROOT));
  }

  /// Each article as a draft, against a record that holds it among the others: as it is, where all
  /// that is found is false, and with faults planted.
  private static void articles(
      String part, List<Articles.Article> articles, Setting setting, Reader reader, Sheet sheet) {
    List<Reading> record = new ArrayList<>();
    for (Articles.Article article : articles) {
      record.add(reader.read(article.document(), article.text()));
    }
    DraftCheck check = new DraftCheck(record, new Weighing(List.of(), List.of(), List.of()));
    CheckTally tally = new CheckTally();
    for (int number = 0; number < articles.size(); number++) {
      tally.clean(check.check(record.get(number)));
      PlantedFaults faults =
          PlantedFaults.in(articles.get(number), record.get(number), setting.seed());
      Articles.Article faulty = new Articles.Article("draft.txt", faults.characters());
      tally.faulty(check.check(reader.read(faulty.document(), faulty.text())), faults.planted());
    }
    tally.print(
        "%d articles of polnear-%s against a record that holds them"
            .formatted(articles.size(), part),
        sheet);
  }
}
