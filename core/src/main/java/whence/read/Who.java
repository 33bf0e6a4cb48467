package whence.read;

import org.jspecify.annotations.Nullable;
import whence.model.SourceKind;

/// Somebody or something that says.
///
/// @param name null when unresolved
record Who(SourceKind kind, @Nullable String name) {
  static final Who UNKNOWN = new Who(SourceKind.UNKNOWN, null);
}
