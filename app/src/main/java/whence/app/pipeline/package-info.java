/// The way of a file into a case: walked, kept, journalled, acquired, read, weighed.
///
/// The order is one of durability: the original before its journal entry, the entry before its
/// reading. A crash at any moment loses nothing that was acknowledged, and the next run goes on
/// from what the journal says.
@NullMarked
package whence.app.pipeline;

import org.jspecify.annotations.NullMarked;
