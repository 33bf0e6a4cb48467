package whence.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.ask.Forecasts;
import whence.ask.Replies;
import whence.guard.Purpose;
import whence.guard.View;
import whence.language.ModelTagger;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Text;
import whence.read.Reader;
import whence.read.Tagger;
import whence.store.MemoryStore;

/// Requests for comment, or forecasts, that news articles state: a sample for people to judge, and
/// how many they judged right.
final class NewsMeasure implements Measure {
  enum Of {
    REPLIES,
    FORECASTS
  }

  /// The rules were improved on every other article by path; these are the rest.
  private static final int STEP = 2;

  private static final int FIRST = 1;
  private static final int ARTICLES = 150;
  private static final int SAMPLE = 40;
  private static final int AROUND = 400;
  private static final String ARCHIVE = "attribution/polnear-train-text.tar.gz";

  private record Stated(String key, String sheet) {}

  private final Of of;

  NewsMeasure(Of of) {
    this.of = of;
  }

  @Override
  public String name() {
    return of == Of.REPLIES ? "replies" : "forecasts";
  }

  @Override
  public String says() {
    return (of == Of.REPLIES ? "requests for comment" : "forecasts")
        + " stated in "
        + ARTICLES
        + " articles: those judged right; --out writes a sample to judge";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared(ARCHIVE);
    if (archive.isEmpty()) {
      sheet.note("not measured: no shared " + ARCHIVE);
      return;
    }
    List<Stated> stated = new ArrayList<>();
    int[] suggested = {0};
    try (ModelTagger model = setting.hasModel() ? setting.tagger(1) : null) {
      Tagger tagger = model == null ? new PatternTagger() : model;
      for (Map.Entry<String, byte[]> file : drawn(archive.get(), setting.seed())) {
        Text text = Text.plain(new String(file.getValue(), StandardCharsets.UTF_8));
        Document document = Articles.Article.document(file.getKey(), text);
        stated.addAll(stated(new Reader(tagger).read(document, text), suggested));
      }
    }
    stated.sort(Comparator.comparing(each -> Sha256.of(setting.seed() + " " + each.key()).hex()));
    List<Stated> sample = stated.stream().limit(SAMPLE).toList();
    sheet.figure("articles read", "", ARTICLES);
    sheet.figure(name() + " stated", "", stated.size());
    sheet.figure("  suggested", "", suggested[0]);
    Verdicts.of(setting, name() + ".tsv").on(sample.stream().map(Stated::key).toList(), sheet);
    if (setting.out() != null) {
      StringBuilder pages = new StringBuilder();
      sample.forEach(each -> pages.append(each.sheet()));
      Files.writeString(setting.out(), pages);
      sheet.note(sample.size() + " of them to judge: " + setting.out());
    }
  }

  private static List<Map.Entry<String, byte[]>> drawn(Path archive, long seed) throws IOException {
    List<Map.Entry<String, byte[]>> all = List.copyOf(Archive.paths(archive).entrySet());
    List<Map.Entry<String, byte[]>> of = new ArrayList<>();
    for (int i = FIRST; i < all.size(); i += STEP) {
      of.add(all.get(i));
    }
    return of.stream()
        .sorted(Comparator.comparing(file -> Sha256.of(seed + " " + file.getKey()).hex()))
        .limit(ARTICLES)
        .toList();
  }

  private List<Stated> stated(Reading reading, int[] suggested) {
    MemoryStore store = new MemoryStore();
    Document document = reading.document();
    store.readings().put(reading);
    store
        .journal()
        .append(
            Instant.EPOCH,
            List.of(new Entry.Acquired(document.path(), document.sha256(), 1, null)));
    List<Stated> stated = new ArrayList<>();
    try (View view = new View(store, new Purpose("bench", "news"), InstantSource.system())) {
      if (of == Of.REPLIES) {
        Replies.in(view)
            .forEach(each -> {
              if (each.suggested()) {
                suggested[0]++;
              } else {
                String told = each.to() + ": " + each.answer() + " about: " + each.about();
                stated.add(stated(reading, each.statement(), told));
              }
            });
      } else {
        Forecasts.in(view)
            .forEach(each -> {
              if (each.suggested()) {
                suggested[0]++;
              } else {
                String due = each.due() == null ? "-" : String.valueOf(each.due().value());
                stated.add(
                    stated(
                        reading,
                        each.statement(),
                        each.source() + " due " + due + ": " + each.text()));
              }
            });
      }
    }
    return stated;
  }

  private static Stated stated(Reading reading, @Nullable String id, String told) {
    String text = reading.text().characters();
    int start = 0;
    int end = 0;
    for (Statement each : reading.statements()) {
      if (each.id().equals(id)) {
        start = each.extent().start();
        end = each.extent().end();
      }
    }
    String key =
        Sha256.of(Sha256.of(text) + " " + start + "-" + end + " " + told).hex().substring(0, 16);
    String words =
        text.substring(Math.max(0, start - AROUND), start)
            + "[["
            + text.substring(start, end)
            + "]]"
            + text.substring(end, Math.min(text.length(), end + AROUND));
    return new Stated(
        key, "== %s %s%n%s%n%n".formatted(key, told, words.replaceAll("\\n{2,}+", "\n")));
  }
}
