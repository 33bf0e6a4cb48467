package whence.acquire;

import java.nio.file.Path;

/// A file found inside an archive or a mail, to be acquired next under the outer path + `!/` +
/// `name`.
///
/// @param name relative, `/` between its parts, none of them `..`
/// @param file its bytes in the acquirer's scratch folder; whoever takes it may move or delete it
public record Inner(String name, Path file) {}
