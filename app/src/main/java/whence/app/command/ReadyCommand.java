package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.inquiry.InquiryFile;
import whence.app.print.JsonLines;
import whence.app.print.Letter;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Criticisms;
import whence.ask.Forecasts;
import whence.ask.Inquiry;
import whence.ask.Obstacles;
import whence.ask.Obstacles.Obstacle;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.ask.check.Finding;
import whence.guard.View;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "ready",
    description = {
      "Lists what still stands in the way of publishing: somebody criticised who was neither asked "
          + "nor heard, a request whose deadline has not passed, a claim taken up on one origin, an "
          + "open forecast told as fact.",
      "Claims count that people took up (graded, put to a question, a hypothesis or somebody); where "
          + "there are none yet, all that may criticise somebody. An aid, not advice."
    },
    footer = {
      "",
      "Exit status 1 when something stands in the way.",
      "",
      "Example:",
      "  whence ready --sheet sheet.md --case harbour"
    })
final class ReadyCommand extends CaseCommand {
  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "Against which deadlines are looked at. Without it: today.")
  @Nullable String today;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "Write a sheet for responsible communication, time-stamped, to be filled in.")
  @Nullable Path sheet;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many of each kind to show (${DEFAULT-VALUE}).")
  int top;

  @Parameters(
      paramLabel = "DRAFT",
      arity = "0..1",
      description = "A draft to be checked too, as whence check does.")
  @Nullable Path draft;

  ReadyCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  private List<Inquiry.Person> people() {
    return InquiryFile.read(folder()).map(Inquiry::people).orElse(List.of());
  }

  @Override
  public Integer call() {
    String day = RepliesCommand.today(surroundings, today);
    try (CaseStore store = open();
        View view = view(store);
        Terminal screen = surroundings.screen()) {
      Weighing weighing = weighing(store, view);
      List<Reply> replies = Replies.in(view, Optional.of(weighing));
      List<Obstacle> obstacles =
          Obstacles.in(
              view,
              weighing,
              Criticisms.in(view, weighing, people(), Map.of()),
              Forecasts.in(view),
              replies,
              day);
      for (Obstacles.Kind kind : Obstacles.Kind.values()) {
        show(screen, kind, obstacles.stream().filter(it -> it.kind() == kind).toList());
      }
      int faults = draft == null ? 0 : faults(screen, draft, store, view, weighing);
      screen.line(
          obstacles.isEmpty() && faults == 0
              ? "Nothing that this program can see stands in the way."
              : Plain.count(obstacles.size() + faults, "thing stands", "things stand")
                  + " in the way.");
      if (sheet != null) {
        Files.writeString(sheet, sheet(surroundings.clock().instant(), obstacles, replies));
        screen.line("The sheet is in " + sheet);
      }
      int status = tellNotDerived(view);
      return obstacles.isEmpty() && faults == 0 ? status : ExitCode.INCOMPLETE;
    } catch (IOException e) {
      throw new UncheckedIOException(sheet + ": could not be written", e);
    }
  }

  private int faults(Terminal screen, Path draft, CaseStore store, View view, Weighing weighing) {
    List<Finding> findings =
        DraftFile.check(parts, folder(), view, weighing, () -> likes(store, view), draft)
            .findings();
    if (!findings.isEmpty()) {
      screen.heading("In the draft, not as the record has it");
    }
    for (Finding finding : findings) {
      screen.paragraph(
          "  ",
          "    ",
          Run.of(
              draft + ":" + finding.line() + " " + JsonLines.word(finding.fault(), " ") + ": ",
              Style.BOLD),
          Run.plain(finding.draft()),
          Run.of(
              " · " + finding.why() + " · " + String.join(" · ", finding.evidence()), Style.FAINT));
    }
    return findings.size();
  }

  private void show(Terminal screen, Obstacles.Kind kind, List<Obstacle> obstacles) {
    if (obstacles.isEmpty()) {
      return;
    }
    screen.heading(title(kind));
    for (Obstacle each : obstacles.subList(0, Math.min(top, obstacles.size()))) {
      screen.paragraph(
          "  ",
          "    ",
          Run.of(each.who().isEmpty() ? "" : each.who() + ": ", Style.BOLD),
          Run.plain(each.text().isEmpty() ? "(nothing is said of what)" : each.text()));
      screen.paragraph(
          "    ",
          "    ",
          Run.of(each.why() + " · " + String.join(" · ", each.evidence()), Style.FAINT));
    }
    if (obstacles.size() > top) {
      screen.line("  and " + (obstacles.size() - top) + " more; --top N shows them");
    }
    screen.blank();
  }

  private static String title(Obstacles.Kind kind) {
    return switch (kind) {
      case NO_REPLY -> "Criticised, and not heard on it";
      case REPLY_PENDING -> "Asked, and the deadline has not passed";
      case ONE_ORIGIN -> "Taken up on one origin";
      case FORECAST_AS_FACT -> "An open forecast told as fact";
    };
  }

  /// The questions of Grant v. Torstar Corp., 2009 SCC 61, for people to answer.
  private static String sheet(Instant at, List<Obstacle> obstacles, List<Reply> replies) {
    StringBuilder out = new StringBuilder();
    out.append("# Responsible communication: a sheet to fill in before publication\n\n");
    out.append("Made ")
        .append(at.truncatedTo(ChronoUnit.SECONDS))
        .append(". An aid, not advice.\n\n");
    for (String question :
        List.of(
            "How serious is the allegation?",
            "Of what public importance is the matter?",
            "How urgent is it, and could it have waited for more?",
            "What is the standing and reliability of each source?",
            "Was the other side sought, and is what came back accurately reported?",
            "Is it necessary to include the defamatory statement?",
            "Is the point that the statement was made, rather than that it is true?",
            "What else bears on whether this was responsible?")) {
      out.append("- [ ] ").append(question).append("\n\n      \n\n");
    }
    out.append("## Requests for comment on record\n\n");
    for (Reply reply : replies) {
      out.append("- ")
          .append(markdown(reply.to().isEmpty() ? "somebody unnamed" : reply.to()))
          .append(": ")
          .append(JsonLines.word(reply.answer(), " "))
          .append(reply.about().isEmpty() ? "" : ", about “" + markdown(reply.about()) + "”")
          .append(reply.suggested() ? " (suggested)" : "")
          .append('\n');
    }
    out.append("\n## What stood in the way when this was made\n\n");
    for (Obstacle each : obstacles) {
      out.append("- [ ] ")
          .append(title(each.kind()))
          .append(": ")
          .append(each.who().isEmpty() ? "" : markdown(each.who()) + ", ")
          .append("“")
          .append(markdown(each.text()))
          .append("” (")
          .append(markdown(each.why()))
          .append("; ")
          .append(String.join(", ", each.evidence()))
          .append(")\n");
    }
    return out.toString();
  }

  private static String markdown(String words) {
    return Letter.text(words);
  }
}
