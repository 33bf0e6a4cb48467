package whence.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "replies",
    description = {
      "Lists requests for comment and what came of them: answered, declined, silent, pending; as "
          + "documents tell it and as people put it on record (whence reply).",
      "A request told again in a reprint is one. When somebody was asked is told only where the "
          + "text tells it. What only the program concludes is marked as suggested."
    },
    footer = {
      "",
      "For people, those come first whose deadline has passed unanswered; --json keeps the order of "
          + "the documents.",
      "",
      "Example:",
      "  whence replies --today 2031-05-07 --case harbour"
    })
final class RepliesCommand extends ListingCommand {
  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "Against which deadlines are looked at. Without it: today.")
  @Nullable String today;

  RepliesCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    replies(store, view).forEach(fields.asking()::reply);
  }

  private List<Reply> replies(CaseStore store, View view) {
    return Replies.in(view, Optional.of(weighing(store, view)));
  }

  /// The day given, else this one.
  static String today(Surroundings surroundings, @Nullable String given) {
    return given == null
        ? LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC).toString()
        : Objects.requireNonNull(Day.of("--today", given));
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    String day = today(surroundings, today);
    List<Reply> replies =
        replies(store, view).stream()
            .sorted(Comparator.comparing(reply -> !reply.isOverdue(day)))
            .toList();
    replies.forEach(reply -> show(screen, reply, day));
    screen.line(Plain.count(replies.size(), "request for comment", "requests for comment"));
  }

  /// @param day ISO 8601, empty where deadlines are not looked at
  static void show(Terminal screen, Reply reply, String day) {
    List<String> notes = new ArrayList<>();
    notes.add(reply.asked() == null ? "undated" : "asked " + Plain.when(reply.asked()));
    if (reply.by() != null) {
      notes.add("by " + reply.by());
    }
    if (reply.deadline() != null) {
      notes.add("deadline " + Plain.when(reply.deadline()));
    }
    if (reply.through() != null) {
      notes.add("through " + reply.through());
    }
    if (!reply.candidates().isEmpty()) {
      notes.add("who is meant is open: " + String.join(", ", reply.candidates()));
    }
    if (reply.words() != null) {
      notes.add("“" + reply.words() + "”");
    }
    if (!reply.alsoAt().isEmpty()) {
      notes.add("told " + Plain.count(reply.alsoAt().size(), "more time"));
    }
    if (reply.suggested()) {
      notes.add("suggested");
    }
    notes.add(
        reply.entered()
            ? "decision " + reply.id()
            : reply.id() + " · " + Objects.requireNonNull(reply.statement()));
    boolean overdue = !day.isEmpty() && reply.isOverdue(day);
    screen.paragraph(
        "",
        "  ",
        Run.of(reply.to().isEmpty() ? "somebody unnamed" : reply.to(), Style.BOLD),
        Run.plain(" " + JsonLines.word(reply.answer(), " ")),
        Run.of(overdue ? " (overdue)" : "", Style.RED),
        Run.plain(reply.about().isEmpty() ? "" : ": " + reply.about()));
    screen.paragraph("    ", "    ", Run.of(String.join(" · ", notes), Style.FAINT));
  }
}
