package whence.app.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Sha256;
import whence.store.Journal;

/// The end of the journal that a report was made from: what `whence verify --head` is given to tell
/// a lost tail.
///
/// @param entries how many the journal holds
/// @param at when the last one was made, null of an empty journal
/// @param hash of the last one
public record Head(long entries, @Nullable Instant at, Sha256 hash) {
  public static Head of(Journal journal) {
    List<Journal.Recorded> recorded = journal.entries();
    return recorded.isEmpty()
        ? new Head(0, null, Journal.BEGINNING)
        : new Head(recorded.getLast().number(), recorded.getLast().at(), recorded.getLast().hash());
  }
}
