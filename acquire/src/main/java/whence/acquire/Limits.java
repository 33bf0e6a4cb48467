package whence.acquire;

import java.time.Duration;

/// What one file may cost.
///
/// @param bytes of a file; a larger one is not read
/// @param time without progress (a page, a file out of an archive) before the parser is stopped
/// @param longest that one file may take in all, progress or not
/// @param heapBytes of the parser process
/// @param depth of files within files: 1 reads an archive's files but no archive among them
/// @param innerBytes unpacked in all from one file named by the user, however deeply nested
/// @param innerFiles unpacked in all from one file named by the user
/// @param ratio of unpacked to packed bytes at most, once more than 64 MiB are unpacked
/// @param characters of a document's text in UTF-16 code units; the rest is left unread
/// @param lineCharacters of one line; the text is left unread from there
public record Limits(
    long bytes,
    Duration time,
    Duration longest,
    long heapBytes,
    int depth,
    long innerBytes,
    int innerFiles,
    int ratio,
    int characters,
    int lineCharacters) {
  private static final long MEBIBYTE = 1L << 20;

  public static Limits standard() {
    return new Limits(
        2048 * MEBIBYTE,
        Duration.ofSeconds(60),
        Duration.ofHours(1),
        512 * MEBIBYTE,
        8,
        8192 * MEBIBYTE,
        200_000,
        200,
        20_000_000,
        1_000_000);
  }

  public Limits withTime(Duration time) {
    return new Limits(
        bytes,
        time,
        longest,
        heapBytes,
        depth,
        innerBytes,
        innerFiles,
        ratio,
        characters,
        lineCharacters);
  }

  public Limits withHeap(long heapBytes) {
    return new Limits(
        bytes,
        time,
        longest,
        heapBytes,
        depth,
        innerBytes,
        innerFiles,
        ratio,
        characters,
        lineCharacters);
  }

  public Limits withInner(int depth, long innerBytes, int innerFiles) {
    return new Limits(
        bytes,
        time,
        longest,
        heapBytes,
        depth,
        innerBytes,
        innerFiles,
        ratio,
        characters,
        lineCharacters);
  }

  public Limits withText(long bytes, int characters, int lineCharacters) {
    return new Limits(
        bytes,
        time,
        longest,
        heapBytes,
        depth,
        innerBytes,
        innerFiles,
        ratio,
        characters,
        lineCharacters);
  }
}
