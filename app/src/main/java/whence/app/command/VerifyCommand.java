package whence.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Harmless;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Journal;
import whence.store.Verification;

@Command(
    name = "verify",
    description = {
      "Checks that what is kept for ever is whole: every journal entry follows from the one before, "
          + "and every original is there, unaltered.",
      "The last entry's hash is printed, and every report carries it: write it down, and --head tells "
          + "later whether the journal still holds it."
    },
    footer = {
      "",
      "The exit status is 1 where anything is wrong; each fault is named on standard error.",
      "",
      "Examples:",
      "  whence verify --case harbour",
      "  whence verify --case harbour --head 6f1c…      the hash that a report carries"
    })
final class VerifyCommand extends CaseCommand {
  @Option(
      names = "--head",
      paramLabel = "HASH",
      description = "A hash that the journal must still hold: 64 hexadecimal digits.")
  @Nullable String head;

  VerifyCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    try (CaseStore store = open()) {
      List<Verification.Finding> findings =
          head == null ? Verification.of(store) : Verification.of(store, hash(head));
      for (Verification.Finding finding : findings) {
        surroundings.err().println(Harmless.line(finding.what()));
      }
      try (Terminal screen = surroundings.screen()) {
        if (findings.isEmpty()) {
          List<Journal.Recorded> entries = store.journal().entries();
          screen.line(
              "All is whole: "
                  + Plain.count(entries.size(), "journal entry", "journal entries")
                  + ", "
                  + Plain.count(store.originals().names().size(), "original")
                  + ".");
          screen.line("The journal's head is " + store.journal().head());
        } else {
          screen.line(
              Plain.count(findings.size(), "fault")
                  + " found. Restore the case from a backup, and keep this copy as it is.");
        }
      }
      return findings.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sha256 hash(String written) {
    try {
      return new Sha256(written.strip());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--head " + written + ": not a hash; it has 64 digits, 0 to 9 and a to f");
    }
  }
}
