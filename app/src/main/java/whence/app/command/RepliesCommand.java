package whence.app.command;

import java.util.List;
import picocli.CommandLine.Command;
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
    description = "Lists requests for comment and what came of them: answered, declined, silent.",
    footer = {"", "Example:", "  whence replies --case harbour"})
final class RepliesCommand extends ListingCommand {
  RepliesCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Replies.in(view).forEach(fields::reply);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Reply> replies = Replies.in(view);
    for (Reply reply : replies) {
      screen.paragraph(
          "",
          "  ",
          Run.of(reply.to().isEmpty() ? "somebody unnamed" : reply.to(), Style.BOLD),
          Run.plain(
              " "
                  + JsonLines.word(reply.answer(), " ")
                  + (reply.about().isEmpty() ? "" : ": " + reply.about())));
      screen.paragraph(
          "    ",
          "    ",
          Run.of(
              (reply.asked() == null ? "undated" : Plain.when(reply.asked()))
                  + " · "
                  + reply.statement(),
              Style.FAINT));
    }
    screen.line(Plain.count(replies.size(), "request for comment", "requests for comment"));
  }
}
