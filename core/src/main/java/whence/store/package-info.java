/// Ports of one to five methods each, in terms of `model`, and an in-memory implementation of all
/// of them.
///
/// Two things are kept for ever: originals and the journal. Readings and weighings are derived and
/// can be made again.
@NullMarked
package whence.store;

import org.jspecify.annotations.NullMarked;
