/// What position a document takes on a claim: measures of a claim and a text, judged by boosted
/// trees that were trained on news (see `training/position`).
@NullMarked
package whence.weigh.position;

import org.jspecify.annotations.NullMarked;
