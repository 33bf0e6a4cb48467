/// The report: one HTML file with no script and no reference to anything outside itself.
@NullMarked
package whence.app.report;

import org.jspecify.annotations.NullMarked;
