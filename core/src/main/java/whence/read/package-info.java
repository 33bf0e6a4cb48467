/// Text in, statements out: sentences, mentions, times, attribution, chains, estimative language,
/// backing.
///
/// Pure functions over the port [whence.read.Tagger]. Knows `model` only: no stores, no files, no
/// clock, no network.
@NullMarked
package whence.read;

import org.jspecify.annotations.NullMarked;
