package whence.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whence.model.Entry;
import whence.model.Sha256;

/// An entry of the journal as every store writes it down, chained to the one before.
///
/// The hash is the SHA-256 of five lines of UTF-8, each of the first four ended by one line feed:
/// number, `at`, `type`, `before`, and `payload` with no line feed behind it. It is taken over the
/// characters that are stored, so that reading an entry back and writing it anew is never part of
/// checking it.
///
/// @param number from 1, without holes
/// @param at an instant as [Instant#toString] writes it, in UTC
/// @param type of the entry: `acquired`, `refused`, `reviewed`, `removed`, `consulted`
/// @param payload the entry's fields, one line of JSON
/// @param before hash of the line before, [Journal#BEGINNING] for the first
public record JournalLine(
    long number, String at, String type, String payload, String before, String hash) {

  /// The lines that `entries` make behind line `last`, whose hash is `head`.
  public static List<JournalLine> after(
      long last, Sha256 head, Instant at, List<? extends Entry> entries) {
    List<JournalLine> lines = new ArrayList<>(entries.size());
    long number = last;
    String before = head.hex();
    for (Entry entry : entries) {
      number++;
      JournalLine line =
          new JournalLine(
              number, at.toString(), Payload.type(entry), Payload.of(entry), before, "");
      before = line.trueHash();
      lines.add(new JournalLine(number, line.at, line.type, line.payload, line.before, before));
    }
    return lines;
  }

  /// The first of `lines`, read from the beginning, that does not follow from the one before.
  public static Optional<Journal.Broken> firstBroken(Stream<JournalLine> lines) {
    long number = 0;
    String head = Journal.BEGINNING.hex();
    for (JournalLine line : (Iterable<JournalLine>) lines::iterator) {
      number++;
      if (line.number != number) {
        return Optional.of(
            new Journal.Broken(number, "it is missing; the next one is number " + line.number));
      }
      if (!line.before.equals(head)) {
        return Optional.of(
            new Journal.Broken(
                number,
                "it follows an entry with hash "
                    + line.before
                    + ", but the entry before it has "
                    + head));
      }
      if (!line.hash.equals(line.trueHash())) {
        return Optional.of(
            new Journal.Broken(number, "what it says is not what its hash was made from"));
      }
      head = line.hash;
    }
    return Optional.empty();
  }

  private String trueHash() {
    MessageDigest digest = Sha256.digest();
    String head = number + "\n" + at + "\n" + type + "\n" + before + "\n";
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    digest.update(payload.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }
}
