package whence.app.web;

import org.jspecify.annotations.Nullable;

/// What was worked out of the case.
///
/// @param value null while it was never worked out
/// @param current whether it is of this moment, and not of an earlier one
public record Worked<T>(@Nullable T value, boolean current) {}
