package whence.app.command;

import java.nio.file.Path;
import whence.acquire.Limits;
import whence.app.pipeline.Deriver;
import whence.store.CaseStore;
import whence.weigh.Neighbours;

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

  /// An index over all statements of a case, made where it is missing.
  Neighbours neighbours(Path folder, CaseStore store);

  /// What makes readings, with the model loaded.
  ///
  /// @param scratch for files while they are looked at
  Deriver deriver(Path scratch);

  /// As [#deriver], stopping after acquiring.
  Deriver textOnly(Path scratch);

  /// The sample case's documents.
  Path sample();
}
