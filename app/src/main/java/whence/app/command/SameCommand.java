package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.JsonLines;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.names.NameKind;
import whence.names.SameName;

@Command(
    name = "same",
    description = {
      "Says of pairs of names whether each may be one bearer's two names.",
      "Names are compared across spelling, script, order, initials, short forms, titles and legal "
          + "forms. Names alone: two people may be called alike. No case is needed."
    },
    footer = {
      "",
      "PAIRS is a CSV file in UTF-8 whose first line names its columns. It must have name1, name2 and "
          + "schema (Person, Company, Organization, PublicBody, Vessel, …; anything else: a person or "
          + "an organization); others are passed over.",
      "",
      "Example:",
      "  whence same --file pairs.csv --json"
    })
final class SameCommand implements Callable<Integer> {
  private static final List<String> COLUMNS = List.of("name1", "name2", "schema");

  private final Surroundings surroundings;

  @Option(
      names = "--file",
      paramLabel = "PAIRS",
      required = true,
      description = "The pairs, one a line.")
  @SuppressWarnings("NullAway.Init")
  Path file;

  @Option(
      names = "--json",
      description = "Print JSON Lines for programs instead; docs/output.md says what is in them.")
  boolean json;

  // every listing takes it, so that a script need not know which ones can do without
  @Option(names = "--case", paramLabel = "DIR", hidden = true)
  @Nullable Path caseFolder;

  SameCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private record Pair(String one, String other, NameKind kind) {
    SameName.Verdict verdict() {
      return SameName.of(one, other, kind);
    }
  }

  @Override
  public Integer call() {
    List<Pair> pairs =
        CsvFile.columns(file, COLUMNS).stream()
            .map(row -> new Pair(row.get(0), row.get(1), NameKind.of(row.get(2))))
            .toList();
    if (json) {
      try (JsonLines lines = new JsonLines(surroundings.out())) {
        pairs.forEach(pair -> print(pair, lines));
      }
    } else {
      try (Terminal screen = surroundings.screen()) {
        pairs.forEach(pair -> print(pair, screen));
      }
    }
    return ExitCode.DONE;
  }

  private static void print(Pair pair, JsonLines lines) {
    SameName.Verdict verdict = pair.verdict();
    lines.line(line ->
        line.text("name1", pair.one())
            .text("name2", pair.other())
            .flag("same", verdict.same())
            .number("score", verdict.score())
            .texts("why", verdict.why()));
  }

  private static void print(Pair pair, Terminal screen) {
    SameName.Verdict verdict = pair.verdict();
    screen.paragraph(
        "",
        "    ",
        Run.of(verdict.same() ? "one  " : "two  ", Style.BOLD),
        Run.plain(String.format(Locale.ROOT, "%.2f  ", verdict.score())),
        Run.plain(pair.one() + " · " + pair.other()));
    if (!verdict.why().isEmpty()) {
      screen.paragraph("    ", "    ", Run.of(String.join("; ", verdict.why()), Style.FAINT));
    }
  }
}
