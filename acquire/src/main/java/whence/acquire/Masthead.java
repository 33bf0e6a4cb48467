package whence.acquire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.acquire.parser.Parsed;
import whence.model.Block;
import whence.model.Time;

/// What a document says of itself.
///
/// @param dateSource null exactly when `date` is
record Masthead(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String republishedFrom,
    @Nullable Time date,
    @Nullable String dateSource) {
  static Masthead of(
      String text, List<Block> blocks, String type, String path, Parsed.Metadata metadata) {
    return new Masthead(
        metadata.title(),
        metadata.author(),
        metadata.publisher(),
        null,
        metadata.date() == null ? null : Time.fromMetadata(metadata.date()),
        metadata.dateSource());
  }
}
