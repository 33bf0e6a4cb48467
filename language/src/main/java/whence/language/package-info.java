/// The trained reader: its tokenizer, its runtime, and the decoding that turns its scores into
/// attributions and names.
///
/// Implements [whence.read.Tagger], and beside it, with a model of meaning,
/// [whence.weigh.Embedder]; knows nothing else of the house.
@NullMarked
package whence.language;

import org.jspecify.annotations.NullMarked;
