package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import whence.acquire.Limits;
import whence.app.pipeline.Deriver;
import whence.app.print.Fields;
import whence.model.Sha256;
import whence.store.CaseStore;

/// The parts of the house that commands are given, built by whoever wires the program.
public interface Parts {
  /// Name and version of the program, as a case and a report carry it.
  String program();

  /// What one file may cost.
  Limits limits();

  /// Opens a case that is there.
  CaseStore open(Path folder);

  /// Opens a case, made first where there is none.
  CaseStore openOrCreate(Path folder);

  /// Where something like `text` is said, best first.
  ///
  /// @param path of a document, empty for one that is not to be seen
  List<Fields.Hit> like(
      CaseStore store, String text, int top, Function<Sha256, Optional<String>> path);

  /// What makes readings, with the model loaded.
  ///
  /// @param scratch for files while they are looked at
  Deriver deriver(Path scratch);

  /// As [#deriver], stopping after acquiring.
  Deriver textOnly(Path scratch);

  /// The sample case's documents.
  Path sample();
}
