package whence.model;

import org.jspecify.annotations.Nullable;

/// What the journal can say: what came in, what people decided, what was taken out, who opened what
/// was marked.
public sealed interface Entry {
  /// A file came in, once for every path it came by.
  ///
  /// @param path a [Place] as written by its `toString`
  /// @param size in bytes
  /// @param container the archive or mail it was found in, null for a file of its own
  record Acquired(String path, Sha256 document, long size, @Nullable Sha256 container)
      implements Entry {}

  /// A file that came in could not even be kept (unreadable, over a limit).
  ///
  /// @param path a [Place] as written by its `toString`
  record Refused(String path, String why) implements Entry {}

  /// A person reviewed what the machine read.
  ///
  /// @param statement its id at the time; `anchor` finds it again when ids have changed
  /// @param correctedSource who the innermost source really is, null unless corrected
  record Reviewed(
      Anchor anchor,
      String statement,
      Verdict verdict,
      @Nullable String correctedSource,
      String by,
      @Nullable String why)
      implements Entry {}

  /// The original of a document was shredded; this is its tombstone.
  record Removed(Sha256 document, String by, String why) implements Entry {}

  /// Somebody opened a document that carries handling marks.
  record Consulted(Sha256 document, String by, String purpose) implements Entry {}

  enum Verdict {
    CONFIRMED,
    CORRECTED,
    REJECTED
  }
}
