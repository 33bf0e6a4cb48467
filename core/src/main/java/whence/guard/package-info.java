/// What one person, for one purpose, may see: the [whence.guard.View] is the only door through
/// which anything is read.
@NullMarked
package whence.guard;

import org.jspecify.annotations.NullMarked;
