package whence.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.Harmless;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.guard.View;
import whence.model.Document;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Text;
import whence.store.CaseStore;
import whence.weigh.Embedder;
import whence.weigh.Remembering;
import whence.weigh.position.Discourse;
import whence.weigh.position.PositionModel;
import whence.weigh.position.PositionModel.Stand;

@Command(
    name = "position",
    description = {
      "Tells what position a document takes on a claim: it agrees, disputes, discusses, or has "
          + "nothing to do with it.",
      "Judged by a machine from words and their places, and often wrong about who disputes: read "
          + "the passages it shows."
    },
    footer = {
      "",
      "PAIRS holds a JSON object a line: {\"claim\": \"…\", \"document\": \"its path\"}.",
      "",
      "Example:",
      "  whence position --file pairs.jsonl --json"
    })
final class PositionCommand extends ListingCommand {
  @Option(
      names = "--file",
      paramLabel = "PAIRS",
      required = true,
      description = "A file with a claim and a document on each line.")
  @SuppressWarnings("NullAway.Init")
  Path file;

  private int status = ExitCode.DONE;

  PositionCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  /// A document's text, cut once for all claims on it.
  private record Told(Text text, Discourse discourse) {}

  @Override
  int status() {
    return status;
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    each(
        view,
        (pair, judged) -> {
          fields.position(pair.claim(), pair.document(), judged.stand(), judged.text());
        });
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    each(
        view,
        (pair, judged) -> {
          Stand stand = judged.stand();
          screen.line(Run.of("“" + pair.claim() + "”", Style.BOLD));
          screen.paragraph(
              "  ",
              "    ",
              Run.plain(
                  pair.document()
                      + (stand == null
                          ? ": no text to judge"
                          : " " + stand.position().name().toLowerCase(Locale.ROOT))),
              Run.of(
                  stand == null ? "" : String.format(Locale.ROOT, " · %.2f", stand.score()),
                  Style.FAINT));
          if (stand != null) {
            for (Passage passage : stand.passages()) {
              screen.paragraph("    ", "    ", Run.plain(passage.text()));
            }
          }
        });
  }

  /// What was made of a pair; both null where there is no text.
  private record Judged(@Nullable Stand stand, @Nullable Text text) {}

  private void each(View view, BiConsumer<Pairs.Pair, Judged> then) {
    List<Pairs.Pair> pairs = Pairs.read(file);
    PositionModel model = PositionModel.shipped();
    Embedder embedder = new Remembering(parts.embedder());
    Map<String, Optional<Told>> texts = new HashMap<>();
    String latest = "";
    for (Pairs.Pair pair : pairs) {
      if (!pair.document().equals(latest)) {
        // Pairs mostly come by document; keeping one text bounds the memory.
        texts.clear();
        latest = pair.document();
      }
      Told told = texts.computeIfAbsent(latest, it -> told(view, it, embedder)).orElse(null);
      then.accept(
          pair,
          told == null
              ? new Judged(null, null)
              : new Judged(model.judge(pair.claim(), told.discourse()), told.text()));
    }
  }

  private Optional<Told> told(View view, String path, Embedder embedder) {
    Optional<Document> document = view.document(path);
    if (document.isEmpty()) {
      miss(path + ": no such document in " + folder() + "; whence documents lists those there are");
      return Optional.empty();
    }
    Optional<Reading> reading = view.reading(document.get().sha256());
    if (reading.isEmpty() || document.get().textHash() == null) {
      miss(path + ": there is no text; it was not read: " + document.get().why());
      return Optional.empty();
    }
    Text text = reading.get().text();
    return Optional.of(new Told(text, Discourse.of(text.characters(), embedder)));
  }

  private void miss(String message) {
    surroundings.err().println(Harmless.line(message));
    status = ExitCode.INCOMPLETE;
  }
}
