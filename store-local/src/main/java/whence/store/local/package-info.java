/// The embedded default: a case is a folder.
///
/// ```
/// case.json           the format's number and what wrote it
/// case.lock           held by whoever has the case open
/// originals/ab/abcd…  every acquired file, by hash, written once
/// journal.db          SQLite: the hash-chained journal
/// derived/            readings.db and the Lucene index: may be deleted at any time
/// ```
///
/// Judges nothing.
@NullMarked
package whence.store.local;

import org.jspecify.annotations.NullMarked;
