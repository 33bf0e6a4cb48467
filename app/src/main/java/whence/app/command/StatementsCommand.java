package whence.app.command;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Link;
import whence.model.Reading;
import whence.model.Stance;
import whence.model.Statement;
import whence.store.CaseStore;

@Command(
    name = "statements",
    description = {
      "Lists who says what, through whom.",
      "Each statement is shown with its chain, outermost first: the publisher, then each source "
          + "that the text names, down to the innermost. What the author asserts without naming a "
          + "source is a statement too, in the document's own voice."
    },
    footer = {
      "",
      "Examples:",
      "  whence statements --attributed --document gazette.html",
      "  whence statements --source \"Mara Lindqvist\" --stance denies",
      "  whence statements --case harbour --json | jq -r .id"
    })
final class StatementsCommand extends ListingCommand {
  @Option(
      names = "--attributed",
      description = "Only what somebody is said to say, not what authors assert themselves.")
  boolean attributed;

  @Option(
      names = "--document",
      paramLabel = "PATH",
      description = "Only those of one document: its path, or eight digits or more of its hash.")
  @Nullable String document;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Only those whose chain names this source; part of the name is enough.")
  @Nullable String source;

  @Option(
      names = "--stance",
      paramLabel = "STANCE",
      description = "Only one stance: asserts, denies, doubts, declines, silent or asks.")
  @Nullable String stance;

  StatementsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    readings(view)
        .forEach(reading ->
            wanted(reading)
                .forEach(
                    statement -> fields.statement(reading, statement, view.review(statement))));
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Plain plain = new Plain(screen);
    int[] shown = {0};
    readings(view)
        .forEach(reading -> {
          var statements = wanted(reading).toList();
          if (!statements.isEmpty()) {
            screen.heading(reading.document().path());
            statements.forEach(
                statement -> plain.statement(statement, reading.text(), view.review(statement)));
            screen.blank();
            shown[0] += statements.size();
          }
        });
    screen.line(Plain.count(shown[0], "statement"));
  }

  private Stream<Reading> readings(View view) {
    return document == null
        ? view.readings()
        : view.reading(document(view, document).sha256()).stream();
  }

  private Stream<Statement> wanted(Reading reading) {
    Stance wanted = stance == null ? null : stance(stance);
    return reading.statements().stream()
        .filter(statement -> !attributed || statement.kind() == Statement.Kind.ATTRIBUTED)
        .filter(statement -> wanted == null || statement.stance() == wanted)
        .filter(statement ->
            source == null || statement.chain().stream().anyMatch(link -> names(link, source)))
        .sorted(Fields.STATEMENTS);
  }

  private static boolean names(Link link, String wanted) {
    return contains(link.name(), wanted) || contains(link.as(), wanted);
  }

  private static boolean contains(@Nullable String name, String wanted) {
    return name != null
        && name.toLowerCase(Locale.ROOT).contains(wanted.strip().toLowerCase(Locale.ROOT));
  }

  private static Stance stance(String word) {
    for (Stance stance : Stance.values()) {
      if (JsonLines.word(stance, "-").equals(word.strip().toLowerCase(Locale.ROOT))) {
        return stance;
      }
    }
    throw new UsageException(
        word + ": no such stance; there are asserts, denies, doubts, declines, silent and asks");
  }
}
