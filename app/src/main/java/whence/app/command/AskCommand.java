package whence.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whence.app.inquiry.InquiryFile;
import whence.app.print.AskedLines;
import whence.app.print.Fields;
import whence.app.print.Terminal;
import whence.ask.Asked;
import whence.ask.Inquiry;
import whence.ask.Questions;
import whence.guard.View;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "ask",
    description = {
      "Lists what is on record for each question of the case's inquiry, or for one that you put: the "
          + "claims that bear on it, best established first, for and against, and its state: "
          + "answered, contested, one origin, nothing on record.",
      "Answers are claims and exact passages, never words of its own. What the program puts for or "
          + "against is a suggestion until a person sets it with whence question assign."
    },
    footer = {
      "",
      "Examples:",
      "  whence ask --case harbour",
      "  whence ask \"Was the minister told before the election?\""
    })
final class AskCommand extends ListingCommand {
  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..1",
      description = "A question, or the id of one of the inquiry's. Without it: all of these.")
  @Nullable String question;

  AskCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    asked(store, view).forEach(fields.asking()::asked);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    List<Asked> all = asked(store, view);
    AskedLines lines = new AskedLines(screen);
    all.forEach(lines::asked);
    lines.legend(all);
  }

  private List<Asked> asked(CaseStore store, View view) {
    if (question != null && question.isBlank()) {
      throw new UsageException("ask: there is nothing asked in an empty QUESTION");
    }
    Inquiry inquiry =
        question == null ? inquiry() : InquiryFile.read(folder()).orElse(Inquiry.NONE);
    if (question == null && inquiry.questions().isEmpty()) {
      throw new UsageException(
          folder().resolve(InquiryFile.NAME) + ": it has no questions yet; write one into it");
    }
    Weighing weighing = weighing(store, view);
    Questions questions = Asking.questions(view, weighing, inquiry, likes(store, view));
    if (question == null) {
      return questions.all();
    }
    return inquiry.question(question).isPresent()
        ? questions.all().stream().filter(asked -> question.equals(asked.id())).toList()
        : List.of(questions.to(question));
  }
}
