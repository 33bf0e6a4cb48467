package whence.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.print.Fields;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.guard.View;
import whence.store.CaseStore;
import whence.weigh.LikeBy;

@Command(
    name = "like",
    description = {
      "Finds where something like a text was said, in these words or in others, best first. Of a "
          + "few sentences that stand together, one is shown.",
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

  @Option(
      names = "--by",
      paramLabel = "words|meaning",
      description = "Compare by words alone, or by meaning alone. Without it: both.")
  @Nullable String by;

  LikeCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  private List<String> queries() {
    if ((text == null) == (file == null)) {
      throw new UsageException("like takes either a TEXT or --file QUERIES");
    }
    if (text != null && text.isBlank()) {
      throw new UsageException("like: there is nothing to look for in an empty TEXT");
    }
    if (top < 1) {
      throw new UsageException("--top " + top + ": give a number from 1");
    }
    by();
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
    List<String> queries = queries();
    Parts.Likes likes = likes(store, view);
    for (String query : queries) {
      fields.hits(query, hits(likes, view, query));
    }
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<String> queries = queries();
    Parts.Likes likes = likes(store, view);
    for (String query : queries) {
      screen.line(Run.of("“" + query + "”", Style.BOLD));
      List<Fields.Hit> hits = hits(likes, view, query);
      if (hits.isEmpty()) {
        screen.line("  nothing like it is on record");
      }
      for (Fields.Hit hit : hits) {
        screen.paragraph("  ", "    ", Run.plain(hit.passage().text()));
        screen.paragraph(
            "    ",
            "    ",
            Run.of(
                hit.path()
                    + (hit.page() == null ? "" : ", page " + hit.page())
                    + (hit.statement() == null ? "" : " · " + hit.statement()),
                Style.FAINT));
      }
    }
  }

  private LikeBy by() {
    return switch (by) {
      case null -> LikeBy.BOTH;
      case "words" -> LikeBy.WORDS;
      case "meaning" -> LikeBy.MEANING;
      default -> throw new UsageException("--by " + by + ": it can only be words or meaning");
    };
  }

  private List<Fields.Hit> hits(Parts.Likes likes, View view, String query) {
    List<Fields.Hit> hits = likes.like(query, top, by());
    // A hit shows words of its document, so opening a marked one goes on record.
    hits.stream().map(Fields.Hit::document).distinct().forEach(view::reading);
    return hits;
  }
}
