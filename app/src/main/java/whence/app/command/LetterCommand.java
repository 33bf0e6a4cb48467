package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.inquiry.InquiryFile;
import whence.app.print.Letter;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.ask.Criticisms;
import whence.ask.Inquiry;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.guard.View;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "letter",
    description = {
      "Drafts the no-surprises letter to somebody: every claim that may criticise them, in the "
          + "record's exact words, how it stands, a question each, what they have said so far, and the "
          + "deadline.",
      "Which passages criticise cannot be told for sure; more are listed than fewer, each with why. "
          + "It names who said something only where a published document does, and quotes no document "
          + "with handling marks unless asked to. An editor and a lawyer must read it."
    },
    footer = {
      "",
      "Example:",
      "  whence letter \"Mara Lindqvist\" --deadline 2031-05-06T17:00 -o letter.md --case harbour"
    })
final class LetterCommand extends CaseCommand {
  @Parameters(paramLabel = "PERSON", description = "To whom.")
  @SuppressWarnings("NullAway.Init")
  String addressee;

  @Option(names = "--deadline", paramLabel = "DATE", description = "By when to answer.")
  @Nullable String deadline;

  @Option(names = "--from", paramLabel = "NAME", description = "Who writes.")
  @Nullable String from;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write it there instead of printing it.")
  @Nullable Path out;

  @Option(names = "--quote-marked", description = "Quote documents with handling marks too.")
  boolean quoteMarked;

  LetterCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  private List<Inquiry.Person> people() {
    return InquiryFile.read(folder()).map(Inquiry::people).orElse(List.of());
  }

  private Map<String, Set<String>> bearing(CaseStore store, View view, Weighing weighing) {
    Inquiry inquiry = InquiryFile.read(folder()).orElse(Inquiry.NONE);
    return inquiry.questions().isEmpty()
        ? Map.of()
        : Criticisms.bearing(Asking.questions(view, weighing, inquiry, likes(store, view)).all());
  }

  @Override
  public Integer call() {
    String until = Day.of("--deadline", deadline);
    try (CaseStore store = open();
        View view = view(store);
        Terminal screen = surroundings.screen()) {
      Weighing weighing = weighing(store, view);
      Criticisms.Found found =
          Criticisms.in(view, weighing, people(), bearing(store, view, weighing));
      List<String> people = found.people(addressee);
      if (people.isEmpty()) {
        throw new UsageException(
            addressee + ": nobody of that name is named or speaks in " + folder());
      }
      if (people.size() > 1) {
        throw new UsageException(
            addressee + ": this may be " + String.join(", ", people) + "; give one of these names");
      }
      String person = people.getFirst();
      Letter letter = new Letter(person, from, until, quoteMarked);
      List<Reply> replies =
          Replies.in(view, Optional.of(weighing)).stream()
              .filter(reply -> reply.to().equalsIgnoreCase(person))
              .toList();
      var criticisms = found.by().getOrDefault(person, List.of());
      String text = letter.of(criticisms, found.said().getOrDefault(person, List.of()), replies);
      if (out == null) {
        screen.block(text);
      } else {
        Files.writeString(out, text);
        screen.line("Written to " + out);
      }
      surroundings
          .err()
          .println(
              Plain.count(criticisms.stream().filter(it -> !it.why().isEmpty()).count(), "claim")
                  + " that may criticise "
                  + person
                  + ", "
                  + Plain.count(
                      criticisms.stream().filter(it -> it.why().isEmpty()).count(), "claim")
                  + " naming them otherwise");
      if (letter.held() > 0) {
        surroundings
            .err()
            .println(
                Plain.count(letter.held(), "passage")
                    + " of documents with handling marks not quoted; --quote-marked does");
      } else if (quoteMarked) {
        surroundings.err().println("documents with handling marks are quoted: see who may read it");
      }
      return tellNotDerived(view);
    } catch (IOException e) {
      throw new UncheckedIOException(out + ": could not be written", e);
    }
  }
}
