package whence.app.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.inquiry.InquiryFile;
import whence.app.pipeline.Progress;
import whence.app.print.Fields;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Inquiry;
import whence.ask.Knew;
import whence.ask.Telling;
import whence.ask.Tellings;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.LikeBy;

@Command(
    name = "knew",
    description = {
      "Answers whether somebody had been told a claim by a date: yes, no, denied, asked (and "
          + "unanswered) or unknown, with the tellings it goes by.",
      "Only what the record dates on or before that day and has received, read or understood makes "
          + "a yes; docs/inquiry.md has the rules. What they said themselves that does not sit with "
          + "it stands beside it."
    },
    footer = {
      "",
      "Examples:",
      "  whence knew \"Mara Lindqvist\" c1f09a02 --by 2031-05-04",
      "  whence knew \"the harbour master\" \"the pier was rotten\" --by 2031"
    })
final class KnewCommand extends ListingCommand {
  private static final Pattern ID = Pattern.compile("c[0-9a-f]{2,}");
  private static final int HITS = 20;

  @Parameters(index = "0", paramLabel = "PERSON", description = "A name, or one of the inquiry's.")
  @SuppressWarnings("NullAway.Init")
  String who;

  @Parameters(
      index = "1",
      paramLabel = "CLAIM",
      description = "Its id; or words, for the claim that is most like them.")
  @SuppressWarnings("NullAway.Init")
  String claim;

  @Option(
      names = "--by",
      paramLabel = "DATE",
      required = true,
      description = "2031, 2031-05 or 2031-05-04; to its end.")
  @SuppressWarnings("NullAway.Init")
  String by;

  KnewCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  /// An answer with the claim it is about.
  private record Answered(Knew knew, Claim claim) {}

  private Answered answer(CaseStore store, View view) {
    if (!Deciding.isDay(by)) {
      throw new UsageException("--by " + by + ": give 2031, 2031-05 or 2031-05-04");
    }
    if (who.isBlank()) {
      throw new UsageException("PERSON: an empty name names nobody");
    }
    Weighing weighing = weighing(store, view);
    Claim about = claim(store, view, weighing);
    Inquiry inquiry = InquiryFile.read(folder()).orElse(Inquiry.NONE);
    List<Telling> tellings = Tellings.in(view, weighing);
    return new Answered(Knew.of(view, weighing, inquiry, tellings, who, about, by), about);
  }

  private Claim claim(CaseStore store, View view, Weighing weighing) {
    if (ID.matcher(claim).matches()) {
      return DecidingCommand.claim(weighing, claim);
    }
    List<Fields.Hit> hits;
    try (Progress progress = progress()) {
      hits =
          parts
              .likes(store, progress, document -> view.document(document.hex()).map(Document::path))
              .like(claim, HITS, LikeBy.BOTH);
    }
    for (Fields.Hit hit : hits) {
      Optional<Claim> found =
          weighing.claims().stream()
              .filter(
                  each -> hit.statement() != null && each.statements().contains(hit.statement()))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new UsageException(
        claim + ": no claim is like this; whence claims lists those there are");
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Answered answered = answer(store, view);
    fields.asking().knew(answered.knew(), answered.claim());
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Answered answered = answer(store, view);
    Knew knew = answered.knew();
    screen.paragraph(
        "",
        "  ",
        Run.of(JsonLines.word(knew.answer(), " "), Style.BOLD),
        Run.plain(": " + knew.person() + ", by the end of " + knew.by() + ". " + knew.why()));
    screen.paragraph(
        "  ",
        "  ",
        Run.of(knew.claim() + " ", Style.FAINT),
        Run.plain("“" + answered.claim().text() + "”"));
    screen.blank();
    new ToldLines(screen, Fields.paths(view.documents())).all(knew.tellings());
    if (!knew.against().isEmpty()) {
      screen.blank();
      screen.heading("Said by them and not sitting with it");
      Plain plain = new Plain(screen);
      for (String id : knew.against()) {
        Statements.Place place = Statements.find(view, id).orElseThrow();
        Reading reading = view.reading(place.document()).orElseThrow();
        Statement statement = Statements.in(reading, id);
        plain.statement(statement, reading.text(), view.review(statement));
      }
    }
    screen.line(Plain.count(knew.tellings().size(), "telling"));
  }
}
