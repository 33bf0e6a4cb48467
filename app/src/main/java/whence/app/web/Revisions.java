package whence.app.web;

import java.util.List;
import whence.app.draft.Draft;

/// A report's revisions, the latest first.
///
/// @param draft as it is now
public record Revisions(Draft draft, List<Draft> all) {}
