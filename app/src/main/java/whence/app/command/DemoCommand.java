package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whence.app.inquiry.InquiryFile;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Document;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;

@Command(
    name = "demo",
    description = {
      "Reads the sample case that comes with Whence, prints what it found, and writes a report to open "
          + "in a browser.",
      "The case is made anew each time; explore it with the other commands afterwards."
    },
    footer = {"", "Example:", "  whence demo"})
final class DemoCommand implements Callable<Integer> {
  private static final int CLAIMS = 5;

  /// The file by which a case made by a demo is known.
  private static final String MARK = "demo";

  private final Surroundings surroundings;
  private final Parts parts;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      defaultValue = "sample-case",
      description = "Where to make the case (./${DEFAULT-VALUE}); one that is there is made anew.")
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = "whence-report.html",
      description = "Where to write the report (./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  Path report;

  DemoCommand(Surroundings surroundings, Parts parts) {
    this.surroundings = surroundings;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    clear();
    CommandLine whence = spec.root().commandLine();
    int read = whence.execute("read", parts.sample().toString(), "--case", folder.toString());
    mark();
    if (read > ExitCode.INCOMPLETE) {
      return read;
    }
    inquire();
    tell();
    return whence.execute("report", "--case", folder.toString(), "--output", report.toString());
  }

  /// Nothing but a case that a demo made is deleted.
  private void clear() {
    Path mark = folder.resolve(MARK);
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.exists(mark)) {
      throw new UsageException(
          folder + ": is there already, and no demo made it; give --into another folder");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark() {
    try {
      if (Files.isDirectory(folder)) {
        Files.writeString(folder.resolve(MARK), "made by whence demo, which makes it anew\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the sample's inquiry must answer, so that it can be asked.
  private void inquire() {
    Path inquiry = folder.resolve(InquiryFile.NAME);
    try {
      if (!Files.exists(inquiry)) {
        Files.copy(parts.sample().resolveSibling(InquiryFile.NAME), inquiry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell() {
    try (CaseStore store = parts.open(folder);
        View view =
            new View(store, new Purpose("demo", "demo"), surroundings.clock(), parts.program());
        Terminal screen = surroundings.screen()) {
      Weighing weighing = view.weighing().orElseThrow();
      long attributed =
          view.readings()
              .flatMap(reading -> reading.statements().stream())
              .filter(statement -> statement.kind() == Statement.Kind.ATTRIBUTED)
              .count();
      screen.blank();
      screen.paragraph(
          "In them "
              + Plain.count(attributed, "statement is", "statements are")
              + " put in somebody's mouth. They and what the authors say themselves make "
              + Plain.count(weighing.claims().size(), "claim")
              + "; "
              + Plain.count(weighing.families().size(), "family", "families")
              + " of documents print the same words.");
      screen.blank();
      screen.heading("Best established");
      claims(screen, weighing.claims());
      List<Claim> contested =
          weighing.claims().stream()
              .filter(claim -> !claim.deniedBy().isEmpty() || !claim.contradicts().isEmpty())
              .toList();
      if (!contested.isEmpty()) {
        screen.heading("Contested");
        claims(screen, contested);
      }
      List<Document> wanting =
          view.documents().stream()
              .filter(document -> document.status() != Document.Status.READ)
              .toList();
      if (!wanting.isEmpty()) {
        screen.heading("Not wholly read");
        wanting.forEach(new Plain(screen)::document);
        screen.blank();
      }
      screen.heading("Go on with");
      for (String next :
          List.of(
              "ask",
              "hypotheses",
              "claims --contested",
              "statements --attributed",
              "families",
              "timeline")) {
        screen.line("  whence " + next + " --case " + folder);
      }
      weighing.claims().stream()
          .min(ClaimsCommand.BEST_ESTABLISHED)
          .ifPresent(claim ->
              screen.line(
                  Run.plain("  whence show " + claim.id() + " --case " + folder),
                  Run.of("   the tree behind the first claim", Style.FAINT)));
      screen.blank();
    }
  }

  private static void claims(Terminal screen, List<Claim> claims) {
    Plain plain = new Plain(screen);
    claims.stream()
        .sorted(ClaimsCommand.BEST_ESTABLISHED)
        .limit(CLAIMS)
        .forEach(claim -> {
          plain.claim(claim, ClaimReview.NONE);
          screen.blank();
        });
  }
}
