/// Reports that people write: claims and questions they chose, in their order, with text between
/// them that keeps its citations.
@NullMarked
package whence.app.draft;

import org.jspecify.annotations.NullMarked;
