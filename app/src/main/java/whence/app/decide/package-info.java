/// People's decisions on the way to the journal: what a command or a page is told becomes an entry
/// that holds on to the words it is about.
@NullMarked
package whence.app.decide;

import org.jspecify.annotations.NullMarked;
