package whence.acquire;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names whose files are their own text, whatever they look like.
final class MediaTypes {
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("txt", "text/plain"),
          Map.entry("text", "text/plain"),
          Map.entry("log", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("markdown", "text/markdown"),
          Map.entry("rst", "text/x-rst"),
          Map.entry("csv", "text/csv"),
          Map.entry("tsv", "text/tab-separated-values"));

  static final String UNKNOWN = "application/octet-stream";

  private MediaTypes() {}

  /// Null if the file's bytes must tell.
  static @Nullable String plain(String path) {
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/')
        ? null
        : PLAIN.get(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
