package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import whence.acquire.Limits;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Progress;
import whence.app.print.Fields;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.weigh.Embedder;
import whence.weigh.LikeBy;
import whence.weigh.Weigher;

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

  /// Gets the case ready to be searched: what is not indexed yet is, which takes as long as
  /// embedding it does.
  ///
  /// @param path of a document, empty for one that is not to be seen
  Likes likes(CaseStore store, Progress progress, Function<Sha256, Optional<String>> path);

  /// Finds where something like a text is said.
  interface Likes {
    /// The best `top`, best first.
    List<Fields.Hit> like(String text, int top, LikeBy by);

    /// How alike two texts are in meaning: a cosine.
    double alike(String one, String other);

    /// The best `top` statements by words in common, their source and cue too, best first.
    List<Fields.Hit> words(String words, int top);
  }

  /// What tells what a text is about; loaded when it is first asked for.
  Embedder embedder();

  /// What weighs the case: by meaning and words, with what was embedded before at hand.
  Weigher weigher(CaseStore store);

  /// What makes readings, with the model loaded.
  ///
  /// @param scratch for files while they are looked at
  Deriver deriver(Path scratch);

  /// As [#deriver], stopping after acquiring.
  Deriver textOnly(Path scratch);

  /// The sample case's documents.
  Path sample();
}
