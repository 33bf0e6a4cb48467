package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whence.model.Sha256;
import whence.model.WhenceException;

/// Chains, sources, stance, likelihood and backing, against the project's own gold, through the
/// program as its users have it.
final class GoldMeasure implements Measure {
  /// Where the documents of each kind are, in the shared data.
  private static final Map<String, List<String>> SHARED =
      Map.of(
          "articles", List.of(PolNear.TEXTS),
          "assessments", List.of("cases/jfk-texts.tar.gz", "cases/mueller-report-vol-1.pdf"),
          "hearings", List.of("cases/horizon-hearings.tar.gz"),
          "mail", List.of("cases/state-emails.tar.gz"));

  /// @param lookedAt the excerpts in even places, which were looked at while rules were written
  /// @param markers a second marker against the first
  private record Parts(GoldAgreement lookedAt, GoldAgreement others, GoldAgreement markers) {}

  @Override
  public String name() {
    return "gold";
  }

  @Override
  public String says() {
    return "chains, innermost sources, stance, backing and likelihood on bench/gold, by the program";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    if (!Files.isExecutable(setting.program())) {
      sheet.note("not measured: there is no program at " + setting.program());
      return;
    }
    Path again = setting.gold().resolve("second.jsonl");
    Gold second = Files.isRegularFile(again) ? Gold.read(again) : new Gold(List.of());
    Parts parts = new Parts(new GoldAgreement(), new GoldAgreement(), new GoldAgreement());
    GoldAgreement all = new GoldAgreement();
    Map<String, Double> chains = new HashMap<>();
    for (String genre : Gold.GENRES) {
      Path file = setting.gold().resolve(genre + ".jsonl");
      Optional<List<Path>> shared = shared(setting, genre);
      if (!Files.isRegularFile(file) || shared.isEmpty()) {
        sheet.note(genre + ": not measured, no marks or no shared data");
        continue;
      }
      Gold gold = Gold.read(file);
      GoldAgreement agreement = agreement(setting, gold, second, parts, shared.get());
      sheet.note(
          "%s: %d statements marked in %d excerpts, %d of them surely"
              .formatted(genre, gold.size(), gold.excerpts().size(), gold.sure()));
      agreement.print(sheet, setting.seed());
      chains.put(genre, agreement.chainF1());
      all.add(agreement);
    }
    sheet.note("all:");
    all.print(sheet, setting.seed());
    sheet.note("excerpts looked at while rules were written:");
    parts.lookedAt().printChains(sheet, setting.seed());
    sheet.note("the others:");
    parts.others().printChains(sheet, setting.seed());
    sheet.note("a second marker against the first, %d statements:".formatted(second.size()));
    parts.markers().print(sheet, setting.seed());
    double news = chains.getOrDefault("articles", Double.NaN);
    for (String genre : Gold.GENRES.subList(1, Gold.GENRES.size())) {
      sheet.figure(
          "loss of chain F1 from articles to " + genre,
          "points",
          100 * (news - chains.getOrDefault(genre, Double.NaN)));
    }
  }

  private static Optional<List<Path>> shared(Setting setting, String genre) {
    List<Path> files = new ArrayList<>();
    for (String name : SHARED.getOrDefault(genre, List.of())) {
      Optional<Path> file = setting.shared(name);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      files.add(file.get());
    }
    return Optional.of(files);
  }

  private static GoldAgreement agreement(
      Setting setting, Gold gold, Gold second, Parts parts, List<Path> shared) throws IOException {
    Path folder = setting.folder("gold");
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Map<String, Gold.Excerpt> wanted = new HashMap<>();
    gold.excerpts().forEach(excerpt -> wanted.put(excerpt.document(), excerpt));
    for (Path file : shared) {
      if (wanted.containsKey(file.getFileName().toString())) {
        Files.copy(file, documents.resolve(file.getFileName()));
      } else if (file.toString().endsWith(".tar.gz")) {
        for (Map.Entry<String, byte[]> entry : Archive.paths(file).entrySet()) {
          wanted.keySet().stream()
              .filter(name -> entry.getKey().endsWith(name))
              .findAny()
              .ifPresent(name -> write(documents.resolve(flat(name)), entry.getValue()));
        }
      }
    }
    Program whence = new Program(setting.program(), folder);
    String held = folder.resolve("case").toString();
    whence.run("read", documents.toString(), "--case", held).mustSucceed(Program.SOMETHING_UNREAD);
    Launch listing =
        whence.run("statements", "--attributed", "--json", "--case", held).mustSucceed();
    Map<String, List<Listed>> listed = new HashMap<>();
    JsonMapper mapper = new JsonMapper();
    for (String line : Files.readAllLines(listing.log())) {
      JsonNode statement = mapper.readTree(line);
      listed
          .computeIfAbsent(statement.required("document").asText(), _ -> new ArrayList<>())
          .add(Listed.of(statement));
    }
    GoldAgreement agreement = new GoldAgreement();
    for (int i = 0; i < gold.excerpts().size(); i++) {
      Gold.Excerpt excerpt = gold.excerpts().get(i);
      String name = flat(excerpt.document());
      String text = Files.readString(whence.run("text", name, "--case", held).mustSucceed().log());
      if (!Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().equals(excerpt.sha256())) {
        throw new WhenceException(
            excerpt.document() + ": its text is no longer the one that was marked");
      }
      List<Listed> here = listed.getOrDefault(name, List.of());
      agreement.add(excerpt, text, here);
      (i % 2 == 0 ? parts.lookedAt() : parts.others()).add(excerpt, text, here);
      for (Gold.Excerpt again : second.excerpts()) {
        if (again.document().equals(excerpt.document())
            && again.region().equals(excerpt.region())) {
          parts
              .markers()
              .add(
                  excerpt,
                  text,
                  again.statements().stream().map(one -> Listed.of(one, text)).toList());
        }
      }
    }
    return agreement;
  }

  /// A path as one file name.
  private static String flat(String document) {
    String name = document.replace('/', '-').replace(' ', '-');
    return name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? document : name;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new WhenceException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
