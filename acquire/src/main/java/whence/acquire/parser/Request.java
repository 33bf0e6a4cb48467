package whence.acquire.parser;

import java.nio.file.Path;

/// One file to parse.
///
/// @param name as printed; its ending is a hint to the type
/// @param inner an empty folder for the files found inside
/// @param characters of text at most, in UTF-16 code units
/// @param innerBytes to unpack at most
/// @param innerFiles to unpack at most
/// @param ratio of unpacked to packed bytes at most
/// @param nested false if this file already stands as deep as files may nest
/// @param scans false to leave images of pages unread, as drawing them was too much before
/// @param pageSeconds for the recognition of one scanned page
public record Request(
    Path file,
    String name,
    Path inner,
    int characters,
    long innerBytes,
    int innerFiles,
    int ratio,
    boolean nested,
    boolean scans,
    int pageSeconds) {
  /// The same, with the images of pages left alone.
  public Request withoutScans() {
    return new Request(
        file, name, inner, characters, innerBytes, innerFiles, ratio, nested, false, pageSeconds);
  }
}
