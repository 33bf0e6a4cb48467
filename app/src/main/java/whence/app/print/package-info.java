/// What commands print: JSON Lines for programs, wrapped text for people. Every word of a document
/// is made harmless before it reaches a terminal.
@NullMarked
package whence.app.print;

import org.jspecify.annotations.NullMarked;
