package whence.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Region;
import whence.model.Span;

/// One paragraph, heading, list item or the like of a text: no sentence reaches out of it.
///
/// @param span from its first to its last readable character
/// @param pieces the readable stretches within `span`, in order; what lies between them is markup
///   or white space at line ends
/// @param level of a heading, from 1; 0 for anything else
/// @param label a speaker's label as it may be, before `span` in a transcript's turn, at its
///   beginning elsewhere; null where there is none
public record Section(
    Region region, Span span, List<Span> pieces, int level, @Nullable Span label) {
  public Section {
    pieces = List.copyOf(pieces);
  }

  Section in(Region other) {
    return new Section(other, span, pieces, level, label);
  }
}
