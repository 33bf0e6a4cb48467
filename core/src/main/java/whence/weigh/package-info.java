/// Statements in; claims, reuse, families, origins and standing out, each figure with its reasons.
///
/// Pure, deterministic and independent of the order of its input, over the port
/// [whence.weigh.Neighbours].
@NullMarked
package whence.weigh;

import org.jspecify.annotations.NullMarked;
