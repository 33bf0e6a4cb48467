package whence.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.decide.SupposedStore;
import whence.app.inquiry.InquiryFile;
import whence.app.print.JsonLines;
import whence.app.print.RecallLines;
import whence.app.print.RecallLines.OfClaim;
import whence.app.print.RecallLines.OfQuestion;
import whence.app.print.RecallLines.Recall;
import whence.app.print.Terminal;
import whence.app.report.HtmlReport;
import whence.ask.Asked;
import whence.ask.Hypotheses;
import whence.ask.Inquiry;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Entry;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Withdrawals;

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

  /// A case as it stands or would stand.
  private record State(
      Weighing weighing,
      List<Asked> asked,
      List<String> hypotheses,
      Map<String, String> told,
      Withdrawals withdrawals) {}

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
      Recall recall;
      CaseStore supposed = new SupposedStore(store, decision, surroundings.clock().instant());
      try (View then = view(supposed)) {
        recall =
            recall(view, state(store, view, inquiry, likes), state(supposed, then, inquiry, likes));
      }
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

  private State state(CaseStore store, View view, Inquiry inquiry, Parts.@Nullable Likes likes) {
    Weighing weighing = weighing(store, view);
    List<Asked> asked =
        likes == null || inquiry.questions().isEmpty()
            ? List.of()
            : Asking.questions(view, weighing, inquiry, likes).all();
    List<String> hypotheses =
        likes == null || inquiry.hypotheses().isEmpty()
            ? List.of()
            : new Hypotheses(view, weighing, inquiry, Asking.search(likes))
                .matrix().hypotheses().stream()
                    .map(standing -> standing.hypothesis().id())
                    .toList();
    return new State(
        weighing,
        asked,
        hypotheses,
        HtmlReport.told(view, weighing),
        new Withdrawals(view.judgements()));
  }

  private static Recall recall(View view, State before, State after) {
    Set<String> lost = new HashSet<>();
    view.unconsulted()
        .forEach(reading ->
            reading
                .statements()
                .forEach(statement -> {
                  if (before.withdrawals().of(statement, reading.document()).isEmpty()
                      && after.withdrawals().of(statement, reading.document()).isPresent()) {
                    lost.add(statement.id());
                  }
                }));
    Map<String, Claim> now = new HashMap<>();
    after.weighing().claims().forEach(claim -> now.put(claim.id(), claim));
    List<OfClaim> claims = new ArrayList<>();
    for (Claim was : before.weighing().claims()) {
      Claim is = now.get(was.id());
      int gone = (int) was.statements().stream().filter(lost::contains).count();
      if (is != null && (gone > 0 || !standing(was).equals(standing(is)))) {
        claims.add(
            new OfClaim(
                was,
                is,
                gone,
                before.told().getOrDefault(was.id(), ""),
                after.told().getOrDefault(was.id(), "")));
      }
    }
    List<OfQuestion> questions = new ArrayList<>();
    for (int i = 0; i < before.asked().size(); i++) {
      Asked was = before.asked().get(i);
      questions.add(
          new OfQuestion(
              Optional.ofNullable(was.id()).orElse(""),
              was.question(),
              state(was),
              state(after.asked().get(i))));
    }
    return new Recall(claims, questions, before.hypotheses(), after.hypotheses());
  }

  private static String state(Asked asked) {
    return JsonLines.word(asked.state(), " ");
  }

  private static List<Integer> standing(Claim claim) {
    return List.of(
        claim.origins().atLeast(), claim.origins().atMost(), claim.grade().credibility());
  }
}
