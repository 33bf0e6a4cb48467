package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whole processes, from the shell's command to its end: time and memory. Files are in the system's
/// cache, as they are for whoever has just used the program; the program's own fast start has been
/// prepared by a first call.
final class ColdStartMeasure implements Measure {
  private static final int READ_INTO_CASE = 10;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String says() {
    return "whole processes from a cold start: seconds and peak memory";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    if (!Files.isExecutable(setting.program())) {
      sheet.note("not measured: no program at " + setting.program());
      return;
    }
    Path folder = setting.folder("start");
    Program whence = new Program(setting.program(), folder);
    // Builds where sources are newer, and prepares the fast start.
    whence.run("--version").mustSucceed();
    processes(sheet, "whence --version", repeat(setting, number -> whence.run("--version")));

    Articles articles = Articles.of(setting);
    Path documents = Files.createDirectory(folder.resolve("documents"));
    for (Articles.Article article : articles.texts().subList(0, READ_INTO_CASE)) {
      Files.writeString(documents.resolve(article.name()), article.characters());
    }
    String built = folder.resolve("built").toString();
    whence.run("read", documents.toString(), "--case", built).mustSucceed();
    processes(
        sheet,
        "whence statements, %d articles".formatted(READ_INTO_CASE),
        repeat(setting, number -> whence.run("statements", "--case", built)));

    Articles.Article first = articles.texts().getFirst();
    Path article = documents.resolve(first.name());
    readAndList(
        setting,
        sheet,
        whence,
        "one article of %,d tokens".formatted(Articles.tokens(first.characters())),
        article);
    Optional<Path> meng = setting.shared("cases/meng-article.txt");
    if (meng.isPresent()) {
      readAndList(
          setting,
          sheet,
          whence,
          "meng-article.txt, %,d tokens".formatted(Articles.tokens(Files.readString(meng.get()))),
          meng.get());
    }
  }

  /// Reading into a new case, then listing what was found.
  private static void readAndList(
      Setting setting, Sheet sheet, Program whence, String what, Path file) throws IOException {
    List<Launch> reads = new ArrayList<>();
    List<Launch> both = new ArrayList<>();
    Path log = whence.folder().resolve("heap-" + file.getFileName() + ".log");
    long heap = 0;
    for (int run = 0; run < setting.runs(); run++) {
      String fresh = whence.folder().resolve("case-" + run + "-" + file.getFileName()).toString();
      Map<String, String> environment = Map.of("WHENCE_JAVA_OPTIONS", Heap.option(log));
      Launch read =
          whence
              .run(environment, "read", file.toString(), "--case", fresh)
              .mustSucceed(Program.SOMETHING_UNREAD);
      Launch list = whence.run("statements", "--case", fresh).mustSucceed();
      heap = Math.max(heap, Heap.peak(log));
      reads.add(read);
      both.add(
          new Launch(
              read.command(),
              list.exit(),
              read.seconds() + list.seconds(),
              Math.max(read.residentBytes(), list.residentBytes()),
              Math.max(read.treeBytes(), list.treeBytes()),
              list.log()));
    }
    processes(sheet, "whence read, " + what, reads);
    sheet.figure("  peak heap of whence read", "MB", heap / 1e6);
    processes(sheet, "read and statements, " + what, both);
  }

  private interface Repeated {
    Launch run(int number);
  }

  private static List<Launch> repeat(Setting setting, Repeated repeated) {
    List<Launch> launches = new ArrayList<>();
    for (int run = 0; run < setting.runs(); run++) {
      launches.add(repeated.run(run).mustSucceed());
    }
    return launches;
  }

  private static void processes(Sheet sheet, String what, List<Launch> launches) {
    sheet.row(what, "seconds", Spread.of(launches.stream().map(Launch::seconds).toList()));
    long resident = launches.stream().mapToLong(Launch::residentBytes).max().orElse(0);
    if (resident > 0) {
      sheet.figure("  peak resident memory", "MB", resident / 1e6);
    } else {
      sheet.note("  peak resident memory: not known here (no /proc)");
    }
  }
}
