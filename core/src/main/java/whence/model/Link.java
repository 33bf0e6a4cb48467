package whence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One link of a chain: somebody or something that says it.
///
/// @param name resolved within the document (*he* gives Michael Kovrig), null when unresolved
/// @param as the words that name it here, null for a publisher from metadata and for an unstated
///   source
/// @param start of `as`, null when it is
/// @param end of `as`, exclusive, null when it is
/// @param cue the words of saying, null where there are none
/// @param backing what the text says of this link's own sourcing
public record Link(
    Role role,
    SourceKind kind,
    @Nullable String name,
    @Nullable String as,
    @Nullable Integer start,
    @Nullable Integer end,
    @Nullable Passage cue,
    List<Backing> backing) {
  public enum Role {
    PUBLISHER,
    SOURCE
  }

  public Link {
    backing = List.copyOf(backing);
  }

  /// A publisher known from metadata; a null name is a publisher nobody knows.
  public static Link publisher(@Nullable String name) {
    return new Link(
        Role.PUBLISHER,
        name == null ? SourceKind.UNKNOWN : SourceKind.ORGANIZATION,
        name,
        null,
        null,
        null,
        null,
        List.of());
  }

  /// A source that the text leaves unstated.
  public static Link unstated(@Nullable Passage cue) {
    return new Link(Role.SOURCE, SourceKind.UNKNOWN, null, null, null, null, cue, List.of());
  }
}
