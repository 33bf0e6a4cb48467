package whence.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.inquiry.InquiryFile;
import whence.app.print.Fields;
import whence.app.print.GapLines;
import whence.app.print.JsonLines;
import whence.app.print.Terminal;
import whence.ask.Gap;
import whence.ask.Gaps;
import whence.ask.Hypotheses;
import whence.ask.Inquiry;
import whence.ask.Matrix;
import whence.guard.View;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "gaps",
    synopsisSubcommandLabel = "[dismiss]",
    description = {
      "Lists what is missing: questions with nothing on record, claims that are contradicted or rest "
          + "on one origin, requests without an answer, people nobody asked, documents that are cited "
          + "and not in the case, that the hearings never touch, that could not be read or are "
          + "redacted.",
      "What a text or the record itself shows is told apart from what the program only suggests."
    },
    footer = {
      "",
      "Questions and groups of documents come from the case's "
          + InquiryFile.NAME
          + "; without it, the record alone is looked at.",
      "",
      "Examples:",
      "  whence gaps --case harbour",
      "  whence gaps --question Q2 --kind \"cited but absent\"",
      "  whence gaps dismiss g3f9a02c1 --by \"A. Chen\" --why \"it came on paper\""
    })
final class GapsCommand extends ListingCommand {
  @Option(
      names = "--question",
      paramLabel = "ID",
      description = "Only those that bear on this question of the inquiry.")
  @Nullable String question;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "Only those of this kind: no evidence, contradicted, one origin, unanswered, never asked, "
              + "cited but absent, not examined, not read.")
  @Nullable String kind;

  GapsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new GapsCommand(surroundings, parts))
        .addSubcommand(new Dismiss(surroundings, parts));
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    wanted(store, view).forEach(fields.asking()::gap);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    new GapLines(screen).gaps(wanted(store, view));
  }

  private List<Gap> wanted(CaseStore store, View view) {
    Gap.@Nullable Kind only = kind == null ? null : kind(kind);
    Inquiry inquiry = InquiryFile.read(folder()).orElse(Inquiry.NONE);
    if (question != null && inquiry.question(question).isEmpty()) {
      throw new UsageException(
          question + ": " + folder().resolve(InquiryFile.NAME) + " has no question of that id");
    }
    return gaps(this, store, view, inquiry).stream()
        .filter(gap -> only == null || gap.kind() == only)
        .filter(gap -> question == null || question.equals(gap.question()))
        .toList();
  }

  private static Gap.Kind kind(String words) {
    return Arrays.stream(Gap.Kind.values())
        .filter(each -> JsonLines.word(each, " ").equals(words.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                words
                    + ": no such kind; there are "
                    + String.join(
                        ", ",
                        Arrays.stream(Gap.Kind.values())
                            .map(each -> JsonLines.word(each, " "))
                            .toList())));
  }

  static List<Gap> gaps(CaseCommand command, CaseStore store, View view, Inquiry inquiry) {
    Weighing weighing = command.weighing(store, view);
    if (inquiry.questions().isEmpty() && inquiry.hypotheses().isEmpty()) {
      return Gaps.in(view, weighing, inquiry, List.of(), new Matrix(List.of(), List.of()));
    }
    Parts.Likes likes = command.likes(store, view);
    return Gaps.in(
        view,
        weighing,
        inquiry,
        Asking.questions(view, weighing, inquiry, likes).all(),
        new Hypotheses(view, weighing, inquiry, Asking.search(likes)).matrix());
  }

  @Command(
      name = "dismiss",
      description = {
        "Says that a gap is none, or needs no more attention: it is no longer listed. The decision "
            + "goes to the journal; whence undo brings the gap back."
      },
      footer = {
        "",
        "Example:",
        "  whence gaps dismiss g3f9a02c1 --by \"A. Chen\" --why \"it came on paper\""
      })
  static final class Dismiss extends DecidingCommand {
    @Parameters(paramLabel = "ID", description = "The gap's, or its first characters.")
    @SuppressWarnings("NullAway.Init")
    String id;

    Dismiss(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Inquiry inquiry = InquiryFile.read(folder()).orElse(Inquiry.NONE);
      List<Gap> found = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (Gap gap : gaps(this, store, view, inquiry)) {
        if (gap.id().startsWith(id.strip()) && ids.add(gap.id())) {
          found.add(gap);
        }
      }
      if (found.size() > 1) {
        throw Statements.ambiguous(id, found.stream().map(Gap::id).toList());
      }
      if (found.isEmpty() || id.isBlank()) {
        throw new UsageException(id + ": no such gap; whence gaps lists their ids");
      }
      return deciding.dismiss(found.getFirst().id(), found.getFirst().evidence());
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      screen.line("It is listed no more.");
    }
  }
}
