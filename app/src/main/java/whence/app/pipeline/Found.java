package whence.app.pipeline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One file that a walk came upon.
///
/// @param root the name of the folder that was named on the command line; for a file named
///   directly, of the folder it stands in
/// @param path below the root, `/` between parts
/// @param refused why it is not to be opened, null where it may be
public record Found(String root, String path, Path file, @Nullable String refused) {}
