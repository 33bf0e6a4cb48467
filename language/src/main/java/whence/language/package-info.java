/// The trained reader: its tokenizer, its runtime, and the decoding that turns its scores into
/// attributions and names.
///
/// Implements [whence.read.Tagger] and knows nothing else of the house.
@NullMarked
package whence.language;

import org.jspecify.annotations.NullMarked;
