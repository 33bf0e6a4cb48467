package whence.app.command;

import java.util.List;
import picocli.CommandLine.Command;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Forecast;
import whence.ask.Forecasts;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "forecasts",
    description = {
      "Lists what documents foretell, with their own words of likelihood and when it falls due.",
      "A word has a range only where the document or its publisher declares a scale."
    },
    footer = {"", "Example:", "  whence forecasts --case harbour"})
final class ForecastsCommand extends ListingCommand {
  ForecastsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Forecasts.in(view).forEach(fields::forecast);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Forecast> forecasts = Forecasts.in(view);
    for (Forecast forecast : forecasts) {
      screen.paragraph("", "  ", Run.plain(forecast.text()));
      String words =
          String.join(
              ", ",
              forecast.likelihood().stream()
                  .map(likelihood -> "“" + likelihood.words().text() + "”")
                  .toList());
      screen.paragraph(
          "    ",
          "    ",
          Run.of(
              (words.isEmpty() ? "no word of likelihood" : words)
                  + " · "
                  + (forecast.due() == null ? "no date" : "due " + Plain.when(forecast.due()))
                  + " · "
                  + JsonLines.word(forecast.outcome(), " ")
                  + " · "
                  + forecast.statement(),
              Style.FAINT));
    }
    screen.line(Plain.count(forecasts.size(), "forecast"));
  }
}
