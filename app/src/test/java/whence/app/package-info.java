/// The program from outside: its commands in this process, and killed in one of its own.
@NullMarked
package whence.app;

import org.jspecify.annotations.NullMarked;
