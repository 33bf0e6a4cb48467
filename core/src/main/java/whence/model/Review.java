package whence.model;

import org.jspecify.annotations.Nullable;

/// What people have made of a statement the machine read.
///
/// @param by who reviewed it, null while nobody has
/// @param correctedSource who the innermost source really is, null unless corrected
public record Review(
    State state, @Nullable String by, @Nullable String why, @Nullable String correctedSource) {
  public enum State {
    UNREVIEWED,
    CONFIRMED,
    CORRECTED,
    REJECTED
  }

  public static final Review NONE = new Review(State.UNREVIEWED, null, null, null);
}
