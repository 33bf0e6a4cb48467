/// Many sources' values for the same items in; the most credible value of each out, with its
/// reasons.
///
/// Pure, deterministic and independent of the order of its input. There are no labels to learn
/// from: how reliable a source is, and who repeats whom, is worked out from the values alone.
@NullMarked
package whence.weigh.fuse;

import org.jspecify.annotations.NullMarked;
