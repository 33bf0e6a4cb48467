/// What the record answers: forecasts and requests for comment for now. Works on a
/// [whence.guard.View].
@NullMarked
package whence.ask;

import org.jspecify.annotations.NullMarked;
