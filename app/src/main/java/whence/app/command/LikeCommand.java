package whence.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.print.Fields;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.guard.View;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Statement;
import whence.store.CaseStore;
import whence.weigh.Neighbours;

@Command(
    name = "like",
    description = {
      "Finds where something like a text was said, best first.",
      "Scores compare hits of one query with one another, nothing else."
    },
    footer = {
      "",
      "Examples:",
      "  whence like \"the minister was told before the vote\"",
      "  whence like --file queries.txt --top 3 --json      one query a line"
    })
final class LikeCommand extends ListingCommand {
  private static final int USUAL = 10;

  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What to look for.")
  @Nullable String text;

  @Option(
      names = "--file",
      paramLabel = "QUERIES",
      description = "A file with a query on each line.")
  @Nullable Path file;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + USUAL,
      description = "How many hits for each query (${DEFAULT-VALUE}).")
  int top;

  LikeCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  private List<String> queries() {
    if ((text == null) == (file == null)) {
      throw new UsageException("like takes either a TEXT or --file QUERIES");
    }
    if (top < 1) {
      throw new UsageException("--top " + top + ": give a number from 1");
    }
    if (text != null) {
      return List.of(text);
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UsageException(
          file + ": cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")");
    }
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Finder finder = new Finder(view, parts.neighbours(folder(), store));
    for (String query : queries()) {
      fields.hits(query, finder.hits(query, top));
    }
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Finder finder = new Finder(view, parts.neighbours(folder(), store));
    for (String query : queries()) {
      screen.line(Run.of("“" + query + "”", Style.BOLD));
      List<Fields.Hit> hits = finder.hits(query, top);
      if (hits.isEmpty()) {
        screen.line("  nothing like it is on record");
      }
      for (Fields.Hit hit : hits) {
        screen.paragraph("  ", "    ", Run.plain(hit.passage().text()));
        Integer page = hit.text().pageAt(hit.passage().start());
        screen.paragraph(
            "    ",
            "    ",
            Run.of(
                hit.document() + (page == null ? "" : ", page " + page) + " · " + hit.statement(),
                Style.FAINT));
      }
    }
  }

  /// Turns an index's answers into passages, loading each document once.
  private static final class Finder {
    private final View view;
    private final Neighbours neighbours;
    private final Map<String, Sha256> documents = new HashMap<>();
    private final Map<Sha256, Reading> readings = new HashMap<>();

    Finder(View view, Neighbours neighbours) {
      this.view = view;
      this.neighbours = neighbours;
      view.unconsulted()
          .forEach(reading ->
              reading
                  .statements()
                  .forEach(
                      statement -> documents.put(statement.id(), reading.document().sha256())));
    }

    List<Fields.Hit> hits(String query, int top) {
      List<Fields.Hit> hits = new ArrayList<>();
      for (Neighbours.Neighbour neighbour : neighbours.near(query, top)) {
        Sha256 document = documents.get(neighbour.id());
        if (document != null) {
          Reading reading =
              readings.computeIfAbsent(document, it -> view.reading(it).orElseThrow());
          Statement statement = Statements.in(reading, neighbour.id());
          hits.add(
              new Fields.Hit(
                  reading.document().path(),
                  statement.id(),
                  statement.content().isEmpty()
                      ? reading.text().passage(statement.extent())
                      : statement.content().getFirst(),
                  reading.text(),
                  neighbour.score()));
        }
      }
      return hits;
    }
  }
}
