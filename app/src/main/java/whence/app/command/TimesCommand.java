package whence.app.command;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Reading;
import whence.model.Span;
import whence.model.TimeExpression;
import whence.store.CaseStore;

@Command(
    name = "times",
    description = {
      "Lists the time expressions found in documents, resolved where they can be.",
      "Values are TIMEX3 / ISO 8601. Undated stays undated: where a value cannot be known, none is "
          + "given."
    },
    footer = {"", "Example:", "  whence times --document memo.txt"})
final class TimesCommand extends ListingCommand {
  @Option(
      names = "--document",
      paramLabel = "PATH",
      description = "Only those of one document: its path, or eight digits or more of its hash.")
  @Nullable String document;

  TimesCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    readings(view)
        .forEach(reading ->
            ordered(reading)
                .forEach(expression -> fields.time(reading.document().path(), expression)));
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    readings(view)
        .forEach(reading -> {
          List<TimeExpression> times = ordered(reading);
          if (!times.isEmpty()) {
            screen.heading(reading.document().path());
            times.forEach(expression -> screen.line("    " + Plain.when(expression.time())));
          }
        });
  }

  private Stream<Reading> readings(View view) {
    return document == null
        ? view.readings()
        : view.reading(document(view, document).sha256()).stream();
  }

  private static List<TimeExpression> ordered(Reading reading) {
    return reading.times().stream()
        .sorted(Comparator.comparing(expression -> span(reading, expression)))
        .toList();
  }

  private static Span span(Reading reading, TimeExpression expression) {
    Integer start = expression.time().start();
    Integer end = expression.time().end();
    if (start == null || end == null) {
      throw new IllegalStateException(
          reading.document().path() + ": a time expression without a place");
    }
    return new Span(start, end);
  }
}
