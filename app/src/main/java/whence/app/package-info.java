/// The program: [whence.app.Main] wires the parts by calling constructors and runs one command.
@NullMarked
package whence.app;

import org.jspecify.annotations.NullMarked;
