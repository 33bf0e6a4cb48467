package whence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One acquired file, named by the SHA-256 of its bytes, with what is known of it. It never
/// changes.
///
/// @param sha256 of the file's bytes
/// @param path the first of its paths, by code point, from the folder named on the command line
/// @param alsoAt the other paths under which the same bytes came in
/// @param republishedFrom the publisher that this document says it took its text from
/// @param date when it was published, written or sent
/// @param dateSource where `date` was found, in words for a reader ("dateline", "PDF metadata"),
///   null when it has none
/// @param language ISO 639-1, null where it could not be told
/// @param pages null where the format has none
/// @param characters UTF-16 code units of the text
/// @param handling marks as printed
/// @param textHash names the text that statements and decisions point into; null when not read
/// @param why null when read
public record Document(
    Sha256 sha256,
    String path,
    List<String> alsoAt,
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String republishedFrom,
    @Nullable Time date,
    @Nullable String dateSource,
    String mediaType,
    @Nullable String language,
    @Nullable Integer pages,
    int characters,
    List<String> handling,
    @Nullable Sha256 textHash,
    Status status,
    @Nullable String why) {
  public enum Status {
    READ,
    PARTLY_READ,
    NOT_READ
  }

  public Document {
    alsoAt = List.copyOf(alsoAt);
    handling = List.copyOf(handling);
    if ((status == Status.READ) != (why == null)) {
      throw new IllegalArgumentException(
          path + ": a document has a reason exactly when it was not wholly read");
    }
  }

  /// The same document under other paths: the first by code point leads.
  public Document at(List<String> paths) {
    List<String> sorted = paths.stream().distinct().sorted(CodePoints.ORDER).toList();
    return new Document(
        sha256,
        sorted.getFirst(),
        sorted.subList(1, sorted.size()),
        title,
        author,
        publisher,
        republishedFrom,
        date,
        dateSource,
        mediaType,
        language,
        pages,
        characters,
        handling,
        textHash,
        status,
        why);
  }

  /// The same document, of which something could not be read after all.
  ///
  /// @param reason put behind the reason it has, if any
  public Document partly(String reason) {
    return new Document(
        sha256,
        path,
        alsoAt,
        title,
        author,
        publisher,
        republishedFrom,
        date,
        dateSource,
        mediaType,
        language,
        pages,
        characters,
        handling,
        textHash,
        status == Status.READ ? Status.PARTLY_READ : status,
        why == null ? reason : why + "; " + reason);
  }
}
