package whence.app.command;

import picocli.CommandLine.Command;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.pipeline.Scratch;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "rebuild",
    description = {
      "Deletes all that is derived (texts, statements, claims, the index) and makes it again from the "
          + "originals and the journal.",
      "The output is the same afterwards. Use it after an update of Whence, or when derived files "
          + "were lost or damaged; what people decided is kept."
    },
    footer = {"", "Example:", "  whence rebuild --case harbour"})
final class RebuildCommand extends CaseCommand {
  RebuildCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    try (CaseStore store = open();
        Scratch scratch = Scratch.in(folder())) {
      Pipeline.Outcome outcome;
      try (Deriver deriver = parts.deriver(scratch.folder());
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
                .rebuild();
      }
      try (View view = view(store)) {
        return new Telling(surroundings, folder()).tell(view, outcome);
      }
    }
  }
}
