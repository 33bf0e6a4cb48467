/// The commands, one class each.
@NullMarked
package whence.app.command;

import org.jspecify.annotations.NullMarked;
