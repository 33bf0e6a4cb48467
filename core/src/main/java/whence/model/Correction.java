package whence.model;

import org.jspecify.annotations.Nullable;

/// What a person says that a statement should have been read as; null where the machine was right.
///
/// @param source who the innermost source really is
/// @param kind of that source
/// @param content the words that are said
public record Correction(
    @Nullable String source,
    @Nullable SourceKind kind,
    @Nullable Stance stance,
    @Nullable Anchor content) {
  public static Correction source(String name) {
    return new Correction(name, null, null, null);
  }

  public boolean isNothing() {
    return source == null && kind == null && stance == null && content == null;
  }
}
