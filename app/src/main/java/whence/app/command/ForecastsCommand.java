package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Calibration;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Forecast;
import whence.ask.Forecasts;
import whence.ask.Scores;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "forecasts",
    description = {
      "Lists what documents foretell, with their own words of likelihood and when it falls due.",
      "A word has a range only where the document or its publisher declares a scale. What came of a "
          + "forecast people put on record (whence forecast settle); the program decides no outcome, "
          + "it only marks those whose day has passed."
    },
    footer = {
      "",
      "--scores tells how they came out: per source and word how many, how many settled, the mean "
          + "Brier score (0 is right and sure, 0.25 a coin's, 1 wrong and sure), and how often what "
          + "a word foretold happened, beside the word's range.",
      "",
      "Examples:",
      "  whence forecasts --case harbour",
      "  whence forecasts --scores --html scores.html --case harbour"
    })
final class ForecastsCommand extends ListingCommand {
  @Option(names = "--scores", description = "Tell how the settled ones came out.")
  boolean scores;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "With --scores: write the tables and the plot there too.")
  @Nullable Path html;

  ForecastsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    if (scores || html != null) {
      throw new UsageException("--scores and --html are for people; leave --json away");
    }
    Forecasts.in(view).forEach(fields.asking()::forecast);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Forecast> forecasts = Forecasts.in(view);
    if (scores || html != null) {
      show(Scores.of(forecasts), screen);
      return;
    }
    for (Forecast forecast : forecasts) {
      screen.paragraph("", "  ", Run.plain(forecast.text()));
      screen.paragraph("    ", "    ", Run.of(String.join(" · ", notes(forecast)), Style.FAINT));
    }
    screen.line(Plain.count(forecasts.size(), "forecast"));
  }

  private static List<String> notes(Forecast forecast) {
    List<String> notes = new ArrayList<>();
    if (!forecast.source().isEmpty()) {
      notes.add(forecast.source());
    }
    notes.add(
        forecast.likelihood().isEmpty()
            ? "no word of likelihood"
            : String.join(
                ", ",
                forecast.likelihood().stream()
                    .map(likelihood -> "“" + likelihood.words().text() + "”")
                    .toList()));
    notes.add(forecast.due() == null ? "no date" : "due " + Plain.when(forecast.due()));
    Forecast.Settlement settled = forecast.settlement();
    notes.add(
        JsonLines.word(forecast.outcome(), " ")
            + (settled == null ? "" : ", says " + settled.by())
            + (settled == null && forecast.isPastDue() ? ", its day has passed" : ""));
    if (forecast.brier() != null) {
      notes.add(String.format(Locale.ROOT, "Brier %.4f", forecast.brier()));
    }
    if (forecast.suggested()) {
      notes.add("suggested");
    }
    if (forecast.repeats() != null) {
      notes.add("repeats " + forecast.repeats());
    }
    notes.add(forecast.statement());
    return notes;
  }

  private void show(Scores found, Terminal screen) {
    String note = Calibration.note(found);
    screen.paragraph(note);
    table(screen, "By source", found.sources());
    table(screen, "By word, on its declared scale", found.words());
    table(
        screen, "By literal word, without a declared scale: counted, not scored", found.literal());
    screen.blank();
    screen.heading(
        "Calibration: = the word's range, o the share that happened, - its 95 % interval");
    for (Scores.Row row : found.words()) {
      screen.line(row.name() + ", " + Plain.count(row.settled(), "settled", "settled"));
      screen.line("  0 " + Calibration.line(row) + " 1");
    }
    if (html != null) {
      try {
        Files.writeString(html, Calibration.html(found, note));
      } catch (IOException e) {
        throw new UncheckedIOException(html + ": could not be written", e);
      }
      screen.line("Written to " + html);
    }
  }

  private static void table(Terminal screen, String title, List<Scores.Row> rows) {
    screen.blank();
    screen.heading(title);
    for (Scores.Row row : rows) {
      screen.paragraph(
          "  ",
          "    ",
          Run.plain(row.name()),
          Run.of(
              " · "
                  + Plain.count(row.forecasts(), "forecast")
                  + " · "
                  + row.settled()
                  + " settled, "
                  + row.happened()
                  + " happened · mean Brier "
                  + Calibration.brier(row)
                  + (row.settled() < Scores.FEW ? " · too few to judge by" : ""),
              Style.FAINT));
    }
    if (rows.isEmpty()) {
      screen.line("  none");
    }
  }
}
