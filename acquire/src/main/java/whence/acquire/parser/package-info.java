/// The parser process: one file in, text with pages and blocks out.
///
/// Runs in a JVM of its own, started and watched by `whence.acquire`; the two exchange
/// length-prefixed frames over standard input and output ([whence.acquire.parser.Wire]). Nothing
/// here is trusted by the other side.
@NullMarked
package whence.acquire.parser;

import org.jspecify.annotations.NullMarked;
