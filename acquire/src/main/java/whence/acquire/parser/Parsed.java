package whence.acquire.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Block;
import whence.model.Page;

/// What a parser made of a file.
///
/// @param text null if the file is plain text, for the caller to decode, or if nothing was read
/// @param pages null where the format has none
/// @param inner files found inside
/// @param problems what was left unread, in words for the user; with no text and no inner files,
///   why the file was not read
/// @param verdict what `text` being null means
public record Parsed(
    String mediaType,
    Verdict verdict,
    @Nullable String text,
    @Nullable List<Page> pages,
    List<Block> blocks,
    Metadata metadata,
    List<Unpacked> inner,
    List<String> problems) {
  public enum Verdict {
    READ,
    NOT_READ,
    PLAIN_TEXT
  }

  /// What the format says of the document, apart from its text.
  ///
  /// @param date ISO 8601
  /// @param dateSource in words; null exactly when `date` is
  /// @param weakDate true if a date found in the text is better
  public record Metadata(
      @Nullable String title,
      @Nullable String author,
      @Nullable String publisher,
      @Nullable String date,
      @Nullable String dateSource,
      boolean weakDate) {
    public static final Metadata NONE = new Metadata(null, null, null, null, null, false);
  }

  /// @param name as the user is to see it
  /// @param file the file's name in the request's folder for inner files
  public record Unpacked(String name, String file) {}

  public Parsed {
    pages = pages == null ? null : List.copyOf(pages);
    blocks = List.copyOf(blocks);
    inner = List.copyOf(inner);
    problems = List.copyOf(problems);
  }

  /// The same with one more problem.
  public Parsed withProblem(String problem) {
    List<String> more = new ArrayList<>(problems);
    more.add(problem);
    return new Parsed(mediaType, verdict, text, pages, blocks, metadata, inner, more);
  }

  static Parsed notRead(String mediaType, String why) {
    return new Parsed(
        mediaType, Verdict.NOT_READ, null, null, List.of(), Metadata.NONE, List.of(), List.of(why));
  }

  static Parsed plain(String mediaType) {
    return new Parsed(
        mediaType, Verdict.PLAIN_TEXT, null, null, List.of(), Metadata.NONE, List.of(), List.of());
  }
}
