package whence.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whence.model.Entry;
import whence.model.Sha256;

/// What came in and what people decided: appended, never edited, each entry chained to the one
/// before by hash.
public interface Journal {
  /// Durable, and all or none, when it returns.
  void append(Instant at, List<? extends Entry> entries);

  /// All entries, first to last.
  List<Recorded> entries();

  /// The hash of the last entry; [#BEGINNING] of an empty journal.
  Sha256 head();

  /// The first entry that does not follow from the one before, if any.
  Optional<Broken> firstBroken();

  /// What the first entry is chained to.
  Sha256 BEGINNING = new Sha256("0".repeat(64));

  /// @param number from 1, without holes
  /// @param hash of this entry, `before`'s hash in it
  record Recorded(long number, Instant at, Entry entry, Sha256 before, Sha256 hash) {}

  record Broken(long number, String why) {}
}
