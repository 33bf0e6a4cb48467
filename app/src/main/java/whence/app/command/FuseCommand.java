package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.print.Fields;
import whence.app.print.Harmless;
import whence.app.print.JsonLines;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.model.Sha256;
import whence.weigh.fuse.Fused;
import whence.weigh.fuse.Fusion;

@Command(
    name = "fuse",
    description = {
      "Finds the most credible value of each item among what many sources give.",
      "The file's first line names its columns, in any order: source, item, attribute, value, and "
          + "time (ISO 8601) where there is one. No case is needed. How reliable a source is, and "
          + "whether it repeats others, is worked out from the values; the order of the rows is "
          + "without effect. A source's later value takes the place of its earlier one.",
      "The score says how firmly a value stands among those given, no more: what all sources have "
          + "wrong, comes out wrong."
    },
    footer = {
      "",
      "Examples:",
      "  whence fuse casualties.csv",
      "  whence fuse casualties.csv --json"
    })
final class FuseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE.csv", description = "What the sources say, a value a row.")
  @SuppressWarnings("NullAway.Init")
  Path file;

  @Option(
      names = "--json",
      description = "Print JSON Lines for programs instead; docs/output.md says what is in them.")
  boolean json;

  FuseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ToldFile told = ToldFile.read(file);
    List<Fused> fused = Fusion.fuse(told.told());
    if (json) {
      try (JsonLines lines = new JsonLines(surroundings.out())) {
        Fields fields = new Fields(lines, Sha256::hex);
        fused.forEach(fields::fused);
      }
    } else {
      try (Terminal screen = surroundings.screen()) {
        fused.forEach(each -> show(screen, each));
      }
    }
    told.unread().forEach(line -> surroundings.err().println("whence: " + Harmless.line(line)));
    return told.unread().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static void show(Terminal screen, Fused fused) {
    screen.paragraph(
        "",
        "  ",
        Run.plain(fused.item() + " · " + fused.attribute() + ": "),
        Run.of(fused.value(), Style.BOLD),
        Run.of(String.format(Locale.ROOT, " (score %.2f)", fused.score()), Style.FAINT));
    screen.paragraph("  ", "  ", Run.plain(fused.why()));
    screen.paragraph("  ", "  ", Run.of(String.join("; ", fused.sources()), Style.FAINT));
  }
}
