package whence.read;

import org.jspecify.annotations.Nullable;

/// Whose words a source stands in.
///
/// @param self whom the words' own *he* or *she* can be, as in "Lee said she thought": null at the
///   outermost level and in a turn, where nobody speaks so of themself
/// @param first whose *I* and *we* stand outside quotation marks, null where nobody knows
/// @param second whose *you* does
record Speaking(@Nullable Who self, @Nullable Who first, @Nullable Who second) {
  /// An article's author's.
  static final Speaking NOBODY = new Speaking(null, null, null);
}
