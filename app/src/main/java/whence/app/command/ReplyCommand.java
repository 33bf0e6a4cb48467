package whence.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whence.app.decide.Deciding;
import whence.app.print.Terminal;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.guard.View;
import whence.model.Answer;
import whence.model.Claim;
import whence.model.Entry;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "reply",
    synopsisSubcommandLabel = "(request | answer | dismiss)",
    description = {
      "Puts on record who was asked for comment, and what came of it; whence replies lists it with "
          + "what documents tell."
    },
    footer = {
      "",
      "Examples:",
      "  whence reply request \"Mara Lindqvist\" \"the payment of 4 March\" --claim c1f09a02 \\",
      "      --asked 2031-05-02 --deadline 2031-05-06T17:00 --by \"A. Chen\" --why \"letter sent\"",
      "  whence help reply answer         the page of one of them"
    })
final class ReplyCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new ReplyCommand())
        .addSubcommand(new Request(surroundings, parts))
        .addSubcommand(new AnswerOne(surroundings, parts))
        .addSubcommand(new Dismiss(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: request, answer or dismiss");
  }

  /// Shows the request that was decided on.
  abstract static class OnRequests extends DecidingCommand {
    OnRequests(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    static void tell(View view, Terminal screen, String id) {
      Replies.in(view).stream()
          .filter(reply -> reply.id().equals(id))
          .forEach(reply -> RepliesCommand.show(screen, reply, ""));
    }
  }

  @Command(
      name = "request",
      description = "Says that somebody was asked for comment.",
      footer = {
        "",
        "Example:",
        "  whence reply request \"Mara Lindqvist\" \"the payment of 4 March\" --claim c1f09a02 \\",
        "      --asked 2031-05-02 --deadline 2031-05-06T17:00 --by \"A. Chen\" --why \"letter sent\""
      })
  static final class Request extends OnRequests {
    @Parameters(index = "0", paramLabel = "PERSON", description = "Who was asked.")
    @SuppressWarnings("NullAway.Init")
    String whom;

    @Parameters(index = "1", paramLabel = "MATTER", description = "What they were asked about.")
    @SuppressWarnings("NullAway.Init")
    String matter;

    @Option(
        names = "--claim",
        paramLabel = "ID",
        arity = "1..*",
        description = "The claims that were put to them.")
    List<String> claims = new ArrayList<>();

    @Option(names = "--asked", paramLabel = "DATE", description = "When; 2031-05-02.")
    @Nullable String asked;

    @Option(
        names = "--deadline",
        paramLabel = "DATE",
        description = "By when an answer is asked for; 2031-05-06 or 2031-05-06T17:00.")
    @Nullable String deadline;

    Request(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      if (whom.isBlank() || matter.isBlank()) {
        throw new UsageException("PERSON and MATTER: a request says who was asked about what");
      }
      List<Claim> put = new ArrayList<>();
      if (!claims.isEmpty()) {
        Weighing weighing = weighing(store, view);
        claims.forEach(id -> put.add(claim(weighing, id)));
      }
      return deciding.request(
          whom.strip(),
          matter.strip(),
          put,
          Day.of("--asked", asked),
          Day.of("--deadline", deadline));
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      tell(view, screen, String.valueOf(number));
    }
  }

  @Command(
      name = "answer",
      description = "Says what came of a request that is on record.",
      footer = {
        "",
        "Example:",
        "  whence reply answer 41 --answer declined --on 2031-05-05 --words \"not now\" \\",
        "      --by \"A. Chen\" --why \"her mail\""
      })
  static final class AnswerOne extends OnRequests {
    @Parameters(paramLabel = "NUMBER", description = "The request's, as whence replies shows it.")
    long request;

    @Option(
        names = "--answer",
        paramLabel = "ANSWER",
        required = true,
        description = "answered, declined, silent or pending.")
    @SuppressWarnings("NullAway.Init")
    String came;

    @Option(names = "--on", paramLabel = "DATE", description = "When.")
    @Nullable String on;

    @Option(names = "--words", paramLabel = "TEXT", description = "What was answered.")
    @Nullable String words;

    AnswerOne(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      boolean there =
          view.standing(Entry.Requested.class).stream().anyMatch(it -> it.number() == request);
      if (!there) {
        throw new UsageException(
            request + ": no request for comment has that number; whence replies lists them");
      }
      Answer answer =
          Stream.of(Answer.values())
              .filter(each -> each.name().equals(came.strip().toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() ->
                  new UsageException(
                      "--answer " + came + ": there are answered, declined, silent and pending"));
      return deciding.answer(request, answer, Day.of("--on", on), words);
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      tell(view, screen, String.valueOf(request));
    }
  }

  @Command(
      name = "dismiss",
      description = "Says that a request which the program found in a document is none.",
      footer = {
        "",
        "Example:",
        "  whence reply dismiss r90b2c3aa1f09a02c --by \"A. Chen\" --why \"a figure of speech\""
      })
  static final class Dismiss extends OnRequests {
    @Parameters(paramLabel = "ID", description = "Its id, or as much as tells it apart.")
    @SuppressWarnings("NullAway.Init")
    String id;

    Dismiss(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      List<Reply> found =
          Replies.in(view, Optional.of(weighing(store, view))).stream()
              .filter(reply -> !reply.entered() && reply.id().startsWith(id))
              .toList();
      if (found.isEmpty()) {
        throw new UsageException(id + ": no such request; whence replies lists their ids");
      }
      if (found.size() > 1) {
        throw Statements.ambiguous(id, found.stream().map(Reply::id).toList());
      }
      Reply reply = found.getFirst();
      return deciding.dismiss(
          reply.id(),
          Stream.concat(Stream.ofNullable(reply.statement()), reply.alsoAt().stream()).toList());
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      screen.line("It is listed no more.");
    }
  }
}
