/// The workbench in a real browser.
@NullMarked
package whence.app.browser;

import org.jspecify.annotations.NullMarked;
