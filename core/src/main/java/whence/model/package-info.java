/// The words Whence thinks in, as immutable values: documents, passages, statements, chains,
/// claims, origins, the journal.
///
/// Knows nothing else in the house. Offsets everywhere are UTF-16 code units of a document's text,
/// end exclusive.
@NullMarked
package whence.model;

import org.jspecify.annotations.NullMarked;
