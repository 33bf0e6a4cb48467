/// Bytes to documents.
///
/// Plain text, Markdown, reStructuredText and CSV are read here, and are the file itself. Every
/// other format is parsed by [whence.acquire.parser] in a process of its own, which has limits on
/// time, memory and output, and may die: a hostile file costs that file and nothing else. What a
/// text says of itself (title, author, publisher, date, handling marks, language) is read here from
/// its characters, whichever format they came in.
///
/// Knows `model` only.
@NullMarked
package whence.acquire;

import org.jspecify.annotations.NullMarked;
