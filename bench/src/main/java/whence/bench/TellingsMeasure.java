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
import java.util.Objects;
import java.util.Optional;
import whence.ask.Telling;
import whence.ask.Tellings;
import whence.guard.Purpose;
import whence.guard.View;
import whence.language.ModelTagger;
import whence.model.Certainty;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Text;
import whence.model.Weighing;
import whence.read.Reader;
import whence.read.Tagger;
import whence.store.MemoryStore;

/// Tellings that real documents state: a sample for people to judge, and how many they judged
/// right.
final class TellingsMeasure implements Measure {
  /// The part that the rules are improved on, and those they are reported on.
  enum Part {
    DEVELOPMENT("cases/horizon-hearings.tar.gz", 0, 2, 12),
    HEARINGS("cases/horizon-hearings.tar.gz", 1, 2, 12),
    MAILS("cases/state-emails.tar.gz", 0, 1, 300);

    private final String archive;
    private final int first;
    private final int step;
    private final int files;

    /// @param first of the archive's files by path, index pages left out
    /// @param step to the next
    /// @param files so many of them are drawn
    Part(String archive, int first, int step, int files) {
      this.archive = archive;
      this.first = first;
      this.step = step;
      this.files = files;
    }
  }

  private static final int SAMPLE = 100;
  private static final int BEFORE = 700;
  private static final int BEHIND = 400;

  /// A telling stated, with what a judge reads.
  ///
  /// @param key of the document's text, the place, and what is read of it
  private record Stated(String key, String path, String sheet) {}

  private final Part part;

  TellingsMeasure(Part part) {
    this.part = part;
  }

  @Override
  public String name() {
    return switch (part) {
      case DEVELOPMENT -> "tellings-development";
      case HEARINGS -> "tellings";
      case MAILS -> "tellings-mails";
    };
  }

  @Override
  public String says() {
    return "tellings stated in "
        + part.files
        + (part == Part.MAILS ? " mails" : " hearing files")
        + ": those judged right; --out writes a sample to judge";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared(part.archive);
    if (archive.isEmpty()) {
      sheet.note("not measured: no shared " + part.archive);
      return;
    }
    List<Map.Entry<String, byte[]>> drawn = drawn(archive.get(), setting.seed());
    List<Stated> stated = new ArrayList<>();
    int suggested = 0;
    int open = 0;
    try (ModelTagger model = setting.hasModel() ? setting.tagger(1) : null) {
      Tagger tagger = model == null ? new PatternTagger() : model;
      for (Map.Entry<String, byte[]> file : drawn) {
        Text text = Text.plain(new String(file.getValue(), StandardCharsets.UTF_8));
        Document document = Articles.Article.document(file.getKey(), text);
        Reading reading = new Reader(tagger).read(document, text);
        for (Telling telling : tellings(reading)) {
          suggested += telling.suggested() ? 1 : 0;
          open += !telling.suggested() && telling.certainty() != Certainty.STATED ? 1 : 0;
          if (!telling.suggested() && telling.certainty() == Certainty.STATED) {
            stated.add(stated(file.getKey(), text.characters(), telling));
          }
        }
      }
    }
    stated.sort(Comparator.comparing(each -> Sha256.of(setting.seed() + " " + each.key()).hex()));
    List<Stated> sample = stated.stream().limit(SAMPLE).toList();
    sheet.figure("files read", "", drawn.size());
    sheet.figure("tellings stated", "", stated.size());
    sheet.figure("  denied, asked or unknown", "", open);
    sheet.figure("  suggested", "", suggested);
    Verdicts.of(setting, "tellings.tsv").on(sample.stream().map(Stated::key).toList(), sheet);
    if (setting.out() != null) {
      StringBuilder pages = new StringBuilder();
      sample.forEach(each -> pages.append(each.sheet()));
      Files.writeString(setting.out(), pages);
      sheet.note(sample.size() + " of them to judge: " + setting.out());
    }
  }

  private List<Map.Entry<String, byte[]>> drawn(Path archive, long seed) throws IOException {
    List<Map.Entry<String, byte[]>> all =
        Archive.paths(archive).entrySet().stream()
            .filter(file -> !file.getKey().endsWith("index.rst"))
            .toList();
    List<Map.Entry<String, byte[]>> of = new ArrayList<>();
    for (int i = part.first; i < all.size(); i += part.step) {
      of.add(all.get(i));
    }
    return of.stream()
        .sorted(Comparator.comparing(file -> Sha256.of(seed + " " + file.getKey()).hex()))
        .limit(part.files)
        .toList();
  }

  /// Whose claim each is makes no difference here: nothing is weighed.
  private static List<Telling> tellings(Reading reading) {
    MemoryStore store = new MemoryStore();
    Document document = reading.document();
    store.readings().put(reading);
    store
        .journal()
        .append(
            Instant.EPOCH,
            List.of(new Entry.Acquired(document.path(), document.sha256(), 1, null)));
    try (View view = new View(store, new Purpose("bench", "tellings"), InstantSource.system())) {
      return Tellings.in(view, new Weighing(List.of(), List.of(), List.of()));
    }
  }

  private static Stated stated(String path, String text, Telling telling) {
    Span at = Objects.requireNonNull(telling.place());
    String told = telling.by() + " > " + String.join(", ", telling.to()) + ": " + telling.fact();
    String key = Sha256.of(Sha256.of(text) + " " + at + " " + told).hex().substring(0, 16);
    String words =
        text.substring(Math.max(0, at.start() - BEFORE), at.start())
            + "[["
            + at.of(text)
            + "]]"
            + text.substring(at.end(), Math.min(text.length(), at.end() + BEHIND));
    String when = telling.when() == null ? "" : " when " + telling.when().value();
    String sheet =
        "== %s %s%n%s%s through %s%nwhat: %s%npaper: %s%n%s%n%n"
            .formatted(
                key,
                path,
                told,
                when,
                telling.through(),
                telling.text(),
                telling.paper(),
                words.replaceAll("\\n{2,}+", "\n"));
    return new Stated(key, path, sheet);
  }
}
