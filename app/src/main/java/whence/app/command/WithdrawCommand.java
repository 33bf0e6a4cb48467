package whence.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.inquiry.InquiryFile;
import whence.app.print.JsonLines;
import whence.app.print.RecallLines;
import whence.app.print.RecallLines.Recall;
import whence.app.print.Terminal;
import whence.ask.Inquiry;
import whence.guard.View;
import whence.model.Entry;
import whence.store.CaseStore;

@Command(
    name = "withdraw",
    description = {
      "Says that a source turned out bad: what goes back to it counts no more, wherever it stands. "
          + "First every claim that stood on it is shown as it was and as it is now, then the "
          + "inquiry's questions and hypotheses.",
      "Claims keep its statements, marked as withdrawn. Of a publisher what it says in its own voice "
          + "counts no more; the people it quotes stay. whence undo brings all of it back."
    },
    footer = {
      "",
      "Examples:",
      "  whence source withdraw \"Mara Lindqvist\" --why \"made it up\" --dry-run",
      "  whence source withdraw \"Mara Lindqvist\" --by \"A. Chen\" --why \"made it up\""
    })
final class WithdrawCommand extends CaseCommand {
  @Parameters(paramLabel = "NAME", description = "The source.")
  @SuppressWarnings("NullAway.Init")
  String source;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description =
          "Who decides; not needed with --dry-run, nor where --as or $$WHENCE_PERSON names you.")
  @Nullable String by;

  @Option(names = "--why", paramLabel = "TEXT", description = "Why; not needed with --dry-run.")
  @Nullable String why;

  @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
  boolean dryRun;

  @Option(
      names = "--json",
      description = "Print JSON Lines for programs instead; docs/output.md says what is in them.")
  boolean json;

  WithdrawCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    String who = by == null || by.isBlank() ? named() : by.strip();
    if (!dryRun && (who == null || why == null || why.isBlank())) {
      throw new UsageException("--by and --why: a decision says whose it is and why");
    }
    try (CaseStore store = open();
        View view = view(store)) {
      String name = SourceCommand.known(folder(), view, source);
      Inquiry inquiry = InquiryFile.read(folder()).orElse(Inquiry.NONE);
      Parts.@Nullable Likes likes =
          inquiry.questions().isEmpty() && inquiry.hypotheses().isEmpty()
              ? null
              : likes(store, view);
      Entry.Withdrawn decision =
          new Entry.Withdrawn(name, who == null ? "" : who, why == null ? null : why.strip());
      Recall recall =
          new Recalls(parts, inquiry, likes == null ? null : Asking.search(likes))
              .of(store, decision, surroundings.clock().instant(), this::view);
      String written = write(store, view, name, who);
      if (json) {
        try (JsonLines lines = new JsonLines(surroundings.out())) {
          RecallLines.json(lines, recall);
        }
      } else {
        try (Terminal screen = surroundings.screen()) {
          new RecallLines(screen).recall(name, recall);
          screen.line(written);
        }
      }
      return tellNotDerived(view);
    }
  }

  /// @return in words, what was written
  private String write(CaseStore store, View view, String name, @Nullable String who) {
    if (dryRun || who == null || why == null) {
      return "Nothing is written.";
    }
    long number = new Deciding(store, view, surroundings.clock(), who, why.strip()).withdraw(name);
    return "On record as decision " + number + "; whence undo " + number + " takes it back.";
  }
}
