package whence.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.language.ModelTagger;
import whence.model.WhenceException;

/// Takes the measures asked for, one after the other.
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures Whence: its stages, its start, its memory, and how well it reads.")
final class Bench implements Callable<Integer> {
  static final List<Measure> MEASURES =
      List.of(
          new SentencesMeasure(),
          new TaggingMeasure(),
          new ReaderMeasure(),
          new AcquireMeasure(),
          new WeighMeasure(),
          new WeighMailsMeasure(),
          new ReuseMeasure(),
          new ReuseSpeedMeasure(),
          new ColdStartMeasure(),
          new AttributionMeasure(),
          new GoldMeasure(),
          new NamesMeasure(),
          new SameMeasure(),
          new CheckMeasure(),
          new FuseMeasure(),
          new LikeMeasure(),
          new AskMeasure(),
          new ServeMeasure(),
          new PdfPageMeasure(),
          new AskingMailsMeasure(),
          new NewsMeasure(NewsMeasure.Of.REPLIES),
          new NewsMeasure(NewsMeasure.Of.FORECASTS),
          new StandsMeasure(),
          new ClaimsMeasure(),
          new ClaimsModelMeasure(),
          new PositionMeasure(),
          new PositionModelMeasure(),
          new ExhibitsMeasure(),
          new TellingsMeasure(TellingsMeasure.Part.DEVELOPMENT),
          new TellingsMeasure(TellingsMeasure.Part.HEARINGS),
          new TellingsMeasure(TellingsMeasure.Part.MAILS),
          new LargeMeasure(),
          new MailsMeasure(),
          new CoreNlpMeasure());

  @Parameters(
      paramLabel = "MEASURE",
      arity = "0..*",
      description = "What to measure; without any, all that take minutes at most (see --list).")
  @SuppressWarnings("NullAway.Init")
  List<String> asked;

  @Option(names = "--list", description = "List the measures and stop.")
  boolean list;

  @Option(names = "--emails", description = "Also read the 10,875 e-mails, for the peak heap.")
  boolean emails;

  @Option(
      names = "--peers",
      description = "Also run peers that must be fetched first (bench/README.md says how).")
  boolean peers;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is repeated (${DEFAULT-VALUE}).")
  int runs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of invented text and of the bootstrap (${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The shared data (../shared/data, seen from the project).")
  @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where a sample of tellings to judge goes; outside the repository.")
  @Nullable Path out;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "The reader's model, for what runs in this process (language/model).")
  @Nullable Path model;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      description = "The script whence, for whole-process figures (the project's own).")
  @Nullable Path program;

  @Option(names = "--root", hidden = true, required = true)
  @SuppressWarnings("NullAway.Init")
  Path root;

  private Bench() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Sheet sheet = new Sheet(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    if (list) {
      for (Measure measure : MEASURES) {
        sheet.line(
            "%-12s %s%s"
                .formatted(
                    measure.name(), measure.says(), measure.onRequest() ? " (on request)" : ""));
      }
      return 0;
    }
    if (runs < 1) {
      throw new WhenceException("--runs " + runs + ": at least one run is needed");
    }
    List<Measure> chosen = chosen();
    Path scratch = Files.createTempDirectory("whence-bench-");
    try {
      Setting setting =
          new Setting(
              data == null ? root.resolveSibling("shared").resolve("data") : data,
              model == null ? root.resolve("language").resolve("model") : model,
              program == null ? root.resolve("whence") : program,
              root.resolve("bench/peers/target/classpath"),
              root.resolve("bench/gold"),
              runs,
              seed,
              out,
              scratch);
      machine(setting, sheet);
      for (Measure measure : chosen) {
        sheet.head(measure.name(), measure.says());
        measure.take(setting, sheet);
      }
    } finally {
      Setting.delete(scratch);
    }
    return 0;
  }

  private List<Measure> chosen() {
    List<String> names = asked == null ? List.of() : asked;
    for (String name : names) {
      if (MEASURES.stream().noneMatch(measure -> measure.name().equals(name))) {
        throw new WhenceException(name + ": there is no such measure; see bench/run --list");
      }
    }
    List<Measure> chosen = new ArrayList<>();
    for (Measure measure : MEASURES) {
      boolean wanted =
          names.contains(measure.name())
              || (names.isEmpty() && !measure.onRequest())
              || (emails && measure instanceof MailsMeasure)
              || (peers && measure instanceof CoreNlpMeasure);
      if (wanted) {
        chosen.add(measure);
      }
    }
    return chosen;
  }

  /// Figures mean nothing without what they were taken on.
  private static void machine(Setting setting, Sheet sheet) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    sheet.line(
        "machine: %d processors, %.1f GB memory, %s %s, JDK %s, load before %.1f"
            .formatted(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / 1e9,
                system.getName(),
                system.getArch(),
                Runtime.version(),
                system.getSystemLoadAverage()));
    sheet.line(
        "texts: "
            + (Files.isDirectory(setting.data())
                ? "the shared data"
                : "invented, seed " + setting.seed() + " (no shared data at this place)"));
    if (setting.hasModel()) {
      try (ModelTagger tagger = setting.tagger(1)) {
        sheet.line("model: " + tagger.version());
      }
    } else {
      sheet.line("model: none at " + setting.model() + "; what needs it is not measured");
    }
  }
}
