package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.inquiry.InquiryFile;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.ReadySheet;
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
        Files.writeString(sheet, ReadySheet.of(surroundings.clock().instant(), obstacles, replies));
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
        DraftFile.check(
                parts, folder(), view, weighing, () -> Asking.search(likes(store, view)), draft)
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
    screen.heading(ReadySheet.title(kind));
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
}
