package whence.app.web;

import org.jspecify.annotations.Nullable;
import whence.app.print.RecallLines.Recall;

/// What would change if a source counted no more.
///
/// @param recall null where nobody was named yet
public record SupposedPage(String source, @Nullable Recall recall) {}
