/// The inquiry as people write it: `inquiry.yaml` in a case.
@NullMarked
package whence.app.inquiry;

import org.jspecify.annotations.NullMarked;
