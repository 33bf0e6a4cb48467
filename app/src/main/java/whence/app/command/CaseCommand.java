package whence.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whence.app.inquiry.InquiryFile;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.pipeline.ProgressBars;
import whence.app.print.Plain;
import whence.app.web.Page;
import whence.ask.Inquiry;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Document;
import whence.model.Weighing;
import whence.store.CaseStore;

/// What all commands on a case have in common.
abstract class CaseCommand implements Callable<Integer> {
  static final String USUAL_CASE = "whence-case";
  private static final String NOBODY = Page.UNNAMED;

  final Surroundings surroundings;
  final Parts parts;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(
      names = "--case",
      paramLabel = "DIR",
      description = {"The case folder. Without it: $$WHENCE_CASE, or else ./" + USUAL_CASE + "."})
  @Nullable Path caseFolder;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = {
        "Who is reading; it goes on record when a document with handling marks is opened. "
            + "Without it: $$WHENCE_PERSON, or else \""
            + NOBODY
            + "\"."
      })
  @Nullable String person;

  CaseCommand(Surroundings surroundings, Parts parts) {
    this.surroundings = surroundings;
    this.parts = parts;
  }

  final Path folder() {
    if (caseFolder != null) {
      return caseFolder;
    }
    String usual = surroundings.environment().get("WHENCE_CASE");
    return Path.of(usual == null || usual.isBlank() ? USUAL_CASE : usual);
  }

  final CaseStore open() {
    return parts.open(folder());
  }

  final View view(CaseStore store) {
    return new View(store, purpose(), surroundings.clock(), parts.program());
  }

  final Purpose purpose() {
    String name = named();
    return new Purpose(name == null ? NOBODY : name, spec.name());
  }

  /// Who is at work; null where nobody says.
  final @Nullable String named() {
    String name = person != null ? person : surroundings.environment().get("WHENCE_PERSON");
    return name == null || name.isBlank() ? null : name.strip();
  }

  /// Tells of documents whose text and statements are not there yet: another version of Whence
  /// derived them, or the run that took them in was cut short.
  ///
  /// @return the exit status
  final int tellNotDerived(View view) {
    int number = view.notDerived();
    if (number > 0) {
      surroundings
          .err()
          .println(
              Plain.count(number, "document")
                  + " of "
                  + folder()
                  + (number == 1 ? " is" : " are")
                  + " not derived yet and missing from this; whence rebuild --case "
                  + folder()
                  + " makes it whole");
    }
    return number > 0 ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  /// The weighing of what `view` shows, made now where it is not there yet, with the grades that
  /// people gave.
  final Weighing weighing(CaseStore store, View view) {
    return view.judged(
        view.weighing()
            .orElseGet(() -> {
              try (Progress progress = progress()) {
                return Pipeline.weigh(store, view, parts.weigher(store), progress);
              }
            }));
  }

  final Parts.Likes likes(CaseStore store, View view) {
    try (Progress progress = progress()) {
      return parts.likes(
          store, progress, document -> view.document(document.hex()).map(Document::path));
    }
  }

  final Progress progress() {
    return surroundings.terminal()
        ? new ProgressBars(surroundings.screen().width())
        : Progress.SILENT;
  }

  /// The case's inquiry.
  final Inquiry inquiry() {
    return InquiryFile.read(folder())
        .orElseThrow(() ->
            new UsageException(
                folder().resolve(InquiryFile.NAME)
                    + ": there is no inquiry yet; whence inquiry new starts one"));
  }

  final Document document(View view, String name) {
    return view.document(name)
        .orElseThrow(() ->
            new UsageException(
                name
                    + ": no such document in "
                    + folder()
                    + "; whence documents lists those there are"));
  }
}
