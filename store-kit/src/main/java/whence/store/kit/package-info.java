/// What every store must do, as tests to extend: one contract a port, random but replayable.
@NullMarked
package whence.store.kit;

import org.jspecify.annotations.NullMarked;
