package whence.app.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import whence.app.decide.Deciding;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Reading;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;

/// A command by which a person decides something.
abstract class DecidingCommand extends CaseCommand {
  private static final int MOST_SHOWN = 20;

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who decides.")
  @SuppressWarnings("NullAway.Init")
  String by;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why.")
  @SuppressWarnings("NullAway.Init")
  String why;

  DecidingCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public final Integer call() {
    if (by.isBlank() || why.isBlank()) {
      throw new UsageException("--by and --why: a decision says whose it is and why");
    }
    try (CaseStore store = open();
        Terminal screen = surroundings.screen()) {
      long number;
      try (View view = view(store)) {
        Deciding deciding =
            new Deciding(store, view, surroundings.clock(), by.strip(), why.strip());
        number = decide(store, view, deciding);
      }
      screen.line(
          "On record as decision " + number + "; whence undo " + number + " takes it back.");
      try (View view = view(store)) {
        screen.blank();
        show(store, view, screen, number);
      }
      return ExitCode.DONE;
    }
  }

  /// @return the journal's number of the decision
  abstract long decide(CaseStore store, View view, Deciding deciding);

  /// Shows what it changed.
  ///
  /// @param view of the case as it is now
  abstract void show(CaseStore store, View view, Terminal screen, long number);

  /// What a statement's id names.
  record Found(Reading reading, Statement statement) {}

  final Found statement(View view, String id) {
    Statements.Place place =
        Statements.find(view, id)
            .orElseThrow(() ->
                new UsageException(id + ": no such statement; whence statements lists their ids"));
    Reading reading = view.reading(place.document()).orElseThrow();
    return new Found(reading, Statements.in(reading, place.id()));
  }

  final void show(View view, Terminal screen, String statement) {
    Found found = statement(view, statement);
    Plain plain = new Plain(screen);
    screen.heading(found.reading().document().path());
    plain.statement(found.statement(), found.reading().text(), view.review(found.statement()));
    plain.surroundings(found.reading().text(), found.statement());
  }

  /// The one claim whose id begins so.
  static Claim claim(Weighing weighing, String id) {
    List<Claim> found =
        weighing.claims().stream().filter(claim -> claim.id().startsWith(id)).toList();
    Optional<Claim> exactly = found.stream().filter(claim -> claim.id().equals(id)).findFirst();
    if (exactly.isPresent()) {
      return exactly.get();
    }
    if (found.size() > 1) {
      throw Statements.ambiguous(id, found.stream().map(Claim::id).toList());
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () -> new UsageException(id + ": no such claim; whence claims lists their ids"));
  }

  /// Tells which claims stand otherwise than before.
  static void changes(Terminal screen, Weighing before, Weighing after) {
    Map<String, Claim> earlier = new HashMap<>();
    before.claims().forEach(claim -> earlier.put(claim.id(), claim));
    List<Claim> changed =
        after.claims().stream()
            .filter(claim -> {
              Claim was = earlier.get(claim.id());
              return was == null || !standing(was).equals(standing(claim));
            })
            .toList();
    for (Claim claim : changed.subList(0, Math.min(MOST_SHOWN, changed.size()))) {
      Claim was = earlier.get(claim.id());
      screen.paragraph(
          "", "    ", Run.of(claim.id() + " ", Style.FAINT), Run.of(claim.text(), Style.BOLD));
      screen.paragraph(
          "    ",
          "    ",
          Run.of(was == null ? "new: " : standing(was) + "; now ", Style.FAINT),
          Run.plain(standing(claim)));
    }
    screen.line(
        changed.isEmpty()
            ? "No claim stands otherwise for it."
            : Plain.count(changed.size(), "claim stands", "claims stand")
                + " otherwise for it"
                + (changed.size() > MOST_SHOWN
                    ? "; the first " + MOST_SHOWN + " are shown."
                    : "."));
  }

  private static String standing(Claim claim) {
    return Plain.origins(claim.origins()) + ", credibility " + claim.grade().credibility();
  }

  /// The claims that hold any of these statements, as they stand now.
  final void show(CaseStore store, View view, Terminal screen, List<String> statements) {
    Weighing weighing = weighing(store, view);
    var reviews = view.reviews(weighing);
    Plain plain = new Plain(screen);
    weighing.claims().stream()
        .filter(claim -> claim.statements().stream().anyMatch(statements::contains))
        .forEach(claim -> {
          plain.claim(claim, reviews.getOrDefault(claim.id(), ClaimReview.NONE));
          screen.blank();
        });
  }
}
