package whence.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.app.decide.Deciding;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.guard.View;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.store.CaseStore;

@Command(
    name = "review",
    description = {
      "Walks through what the machine read and nobody has reviewed, least sure first, and puts what "
          + "you make of it on record: confirm, correct the source, or reject.",
      "Given a STATEMENT, decides that one without asking. A decision goes to the journal with who and "
          + "why, held to the words themselves, so that it survives a better reader; deciding again "
          + "replaces it. A rejected statement counts for no claim."
    },
    footer = {
      "",
      "Examples:",
      "  whence review --case harbour --by \"A. Chen\"",
      "  whence review 3f9a02c1 --confirm --by \"A. Chen\" --why \"checked on page 4\"",
      "  whence review 3f9a02c1 --correct-source \"Mara Lindqvist\" --by \"A. Chen\""
    })
final class ReviewCommand extends CaseCommand {
  @Parameters(
      paramLabel = "STATEMENT",
      arity = "0..1",
      description = "A statement's id; its first characters are enough where no other begins so.")
  @Nullable String statement;

  @ArgGroup(exclusive = true)
  @Nullable Choice choice;

  static final class Choice {
    @Option(names = "--confirm", description = "It is what the document says.")
    boolean confirm;

    @Option(names = "--reject", description = "It is not what the document says.")
    boolean reject;

    @Option(
        names = "--correct-source",
        paramLabel = "NAME",
        description = "It is, but the innermost source is this one.")
    @Nullable String source;
  }

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides. Asked for on a terminal.")
  @Nullable String by;

  @Option(names = "--why", paramLabel = "TEXT", description = "Why.")
  @Nullable String why;

  @Option(
      names = "--attributed",
      description = "Walk only what somebody is said to say, not what authors assert themselves.")
  boolean attributed;

  ReviewCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    if (statement == null && choice != null) {
      throw new UsageException("say which STATEMENT; whence statements lists their ids");
    }
    if (statement != null && choice == null) {
      throw new UsageException(
          "say what you make of it: --confirm, --reject or --correct-source NAME");
    }
    if (statement == null && !surroundings.terminal()) {
      throw new UsageException(
          "walking through statements needs a terminal; name a STATEMENT and what you make of it");
    }
    try (CaseStore store = open();
        View view = view(store);
        Terminal screen = surroundings.screen()) {
      if (statement == null) {
        new Walk(store, view, screen).walk();
      } else {
        decideOne(store, view, screen, statement);
      }
      return ExitCode.DONE;
    }
  }

  private void decideOne(CaseStore store, View view, Terminal screen, String id) {
    if (by == null || by.isBlank()) {
      throw new UsageException("--by NAME: a decision says whose it is");
    }
    Statements.Place place =
        Statements.find(view, id)
            .orElseThrow(() ->
                new UsageException(id + ": no such statement; whence statements lists their ids"));
    Reading reading = view.reading(place.document()).orElseThrow();
    decide(store, view, reading, Statements.in(reading, place.id()), verdict(), source(), by, why);
    screen.line("On record: " + place.id() + " " + verdict().name().toLowerCase(Locale.ROOT));
  }

  private Entry.Verdict verdict() {
    if (choice != null && choice.confirm) {
      return Entry.Verdict.CONFIRMED;
    }
    return choice != null && choice.reject ? Entry.Verdict.REJECTED : Entry.Verdict.CORRECTED;
  }

  private @Nullable String source() {
    if (choice == null || choice.source == null) {
      return null;
    }
    if (choice.source.isBlank()) {
      throw new UsageException("--correct-source NAME: say who it is");
    }
    return choice.source.strip();
  }

  private void decide(
      CaseStore store,
      View view,
      Reading reading,
      Statement decided,
      Entry.Verdict verdict,
      @Nullable String source,
      String name,
      @Nullable String reason) {
    Deciding deciding =
        new Deciding(
            store,
            view,
            surroundings.clock(),
            name.strip(),
            reason == null || reason.isBlank() ? null : reason.strip());
    switch (verdict) {
      case CONFIRMED -> deciding.confirm(reading, decided);
      case REJECTED -> deciding.cut(reading, decided);
      case CORRECTED ->
          deciding.correct(reading, decided, Correction.source(Objects.requireNonNull(source)));
    }
  }

  /// The walk on a terminal.
  private final class Walk {
    private final CaseStore store;
    private final View view;
    private final Terminal screen;
    private final BufferedReader answers =
        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));

    Walk(CaseStore store, View view, Terminal screen) {
      this.store = store;
      this.view = view;
      this.screen = screen;
    }

    private record Waiting(Sha256 document, String path, int start, String id, double score) {}

    void walk() {
      String name = by;
      while (name == null || name.isBlank()) {
        name = ask("Who are you? It goes on record with each decision: ");
        if (name == null) {
          return;
        }
      }
      List<Waiting> waiting = waiting();
      int decided = 0;
      for (int i = 0; i < waiting.size(); i++) {
        Waiting next = waiting.get(i);
        Reading reading = view.reading(next.document()).orElseThrow();
        Statement shown = Statements.in(reading, next.id());
        screen.blank();
        screen.line(
            Run.of(reading.document().path(), Style.BOLD),
            Run.of("  " + (i + 1) + " of " + waiting.size() + " not reviewed", Style.FAINT));
        Plain plain = new Plain(screen);
        plain.statement(shown, reading.text(), Review.NONE);
        plain.surroundings(reading.text(), shown);
        switch (decide(reading, shown, name)) {
          case DECIDED -> decided++;
          case SKIPPED -> {}
          case QUIT -> {
            tell(decided);
            return;
          }
        }
      }
      tell(decided);
    }

    private void tell(int decided) {
      screen.line(Plain.count(decided, "decision") + " on record.");
    }

    private List<Waiting> waiting() {
      List<Waiting> waiting = new ArrayList<>();
      view.unconsulted()
          .forEach(reading -> {
            for (Statement each : reading.statements()) {
              if (view.review(each).state() == Review.State.UNREVIEWED
                  && (!attributed || each.kind() == Statement.Kind.ATTRIBUTED)) {
                waiting.add(
                    new Waiting(
                        reading.document().sha256(),
                        reading.document().path(),
                        each.extent().start(),
                        each.id(),
                        each.score()));
              }
            }
          });
      waiting.sort(
          Comparator.comparingDouble(Waiting::score)
              .thenComparing(Waiting::path)
              .thenComparingInt(Waiting::start)
              .thenComparing(Waiting::id));
      return waiting;
    }

    private Answer decide(Reading reading, Statement shown, String name) {
      while (true) {
        String answer = ask("[c]onfirm, correct [s]ource, [r]eject, [n]ext, [q]uit? ");
        switch (answer == null ? "q" : answer.strip().toLowerCase(Locale.ROOT)) {
          case "c", "confirm" -> {
            ReviewCommand.this.decide(
                store, view, reading, shown, Entry.Verdict.CONFIRMED, null, name, reason());
            return Answer.DECIDED;
          }
          case "s", "source" -> {
            String source = ask("Who is the innermost source? ");
            if (source != null && !source.isBlank()) {
              ReviewCommand.this.decide(
                  store,
                  view,
                  reading,
                  shown,
                  Entry.Verdict.CORRECTED,
                  source.strip(),
                  name,
                  reason());
              return Answer.DECIDED;
            }
          }
          case "r", "reject" -> {
            ReviewCommand.this.decide(
                store, view, reading, shown, Entry.Verdict.REJECTED, null, name, reason());
            return Answer.DECIDED;
          }
          case "n", "next", "" -> {
            return Answer.SKIPPED;
          }
          case "q", "quit" -> {
            return Answer.QUIT;
          }
          default -> screen.line("Answer with one letter: c, s, r, n or q.");
        }
      }
    }

    private @Nullable String reason() {
      return why != null ? why : ask("Why (may be left empty)? ");
    }

    private @Nullable String ask(String question) {
      screen.block(question);
      screen.flush();
      try {
        return answers.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private enum Answer {
    DECIDED,
    SKIPPED,
    QUIT
  }
}
