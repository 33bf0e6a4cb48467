package whence.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.pipeline.Scratch;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "read",
    description = {
      "Reads files, folders and archives into a case, made first where there is none.",
      "Every file is kept as it is and put on record; archives and mail are opened. Read again, "
          + "only what is new costs time, and a run that was killed goes on where it stopped: "
          + "nothing that was acknowledged is lost, nothing comes in twice.",
      "The exit status is 1 where something was left unread; it is named on standard error and "
          + "listed by whence documents."
    },
    footer = {
      "",
      "Examples:",
      "  whence read leaks/ memo.pdf --case harbour",
      "  whence read mails.mbox --case harbour",
      "  whence read leaks/ --case harbour --only text    stop after acquiring"
    })
final class ReadCommand extends CaseCommand {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files or folders. A symbolic link that leads out of its folder is not followed.")
  @SuppressWarnings("NullAway.Init")
  List<Path> paths;

  @Option(
      names = "--only",
      paramLabel = "text",
      description = "Stop after acquiring: the text is there, statements are not.")
  @Nullable String only;

  ReadCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UsageException(
            path
                + ": there is no such file or folder; check the name, and put quotes around one "
                + "that holds spaces");
      }
    }
    if (only != null && !only.equals("text")) {
      throw new UsageException("--only " + only + ": it can only be text");
    }
    try (CaseStore store = parts.openOrCreate(folder());
        Scratch scratch = Scratch.in(folder())) {
      Pipeline.Outcome outcome;
      try (Deriver deriver =
              only == null ? parts.deriver(scratch.folder()) : parts.textOnly(scratch.folder());
          Progress progress = progress()) {
        outcome =
            new Pipeline(
                    store,
                    deriver,
                    parts.weigher(store),
                    scratch.folder(),
                    surroundings.clock(),
                    parts.program(),
                    progress,
                    parts.limits())
                .read(paths);
      }
      try (View view = view(store)) {
        return new Telling(surroundings, folder()).tell(view, outcome);
      }
    }
  }
}
