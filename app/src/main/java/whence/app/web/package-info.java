/// The workbench: the case in a browser on this machine. Pages are views of what commands do; every
/// one reads through a [whence.guard.View], and every change goes to the journal.
@NullMarked
package whence.app.web;

import org.jspecify.annotations.NullMarked;
