package whence.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;

/// A text file's characters: the file itself, byte order mark removed, line ends as they are.
///
/// UTF-8 strictly, or what a byte order mark says. Bytes that are no UTF-8 are decoded by the
/// charset that fits best, and the document then counts as partly read, as some characters may be
/// wrong.
///
/// @param characters null if the file is not text
/// @param problems what is not as it should be, with the byte where it starts (from 0)
record PlainText(@Nullable String characters, List<String> problems) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SAMPLE = 1 << 16;
  private static final int SURE = 60;

  /// Bytes wanted for `n` characters in any charset that is detected.
  private static final int BYTES_PER_CHARACTER = 4;

  static PlainText read(Path file, Limits limits) throws IOException {
    long size = Files.size(file);
    long wanted = Math.min(size, (long) limits.characters() * BYTES_PER_CHARACTER);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes((int) Math.min(wanted, Integer.MAX_VALUE - 64));
    }
    return decode(bytes, bytes.length < size, limits);
  }

  private static PlainText decode(byte[] bytes, boolean cut, Limits limits) {
    List<String> problems = new ArrayList<>();
    Charset marked = byteOrderMark(bytes);
    int from =
        marked == null
            ? 0
            : marked.name().startsWith("UTF-32")
                ? 4
                : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
    Charset charset = marked == null ? unmarkedUtf16(bytes) : marked;
    if (charset == null) {
      charset = StandardCharsets.UTF_8;
      int zeros = 0;
      int firstZero = -1;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == 0) {
          zeros++;
          firstZero = firstZero < 0 ? i : firstZero;
        }
      }
      if (zeros > bytes.length / 500) {
        return new PlainText(
            null, List.of("not text: NUL at byte " + grouped(firstZero) + " and in many places"));
      }
      if (zeros > 0) {
        problems.add("holds NUL, first at byte " + grouped(firstZero) + ": a damaged file?");
      }
    }
    Decoded decoded = strictly(bytes, from, charset, limits.characters(), cut);
    if (decoded.fault() >= 0) {
      Charset better =
          charset.equals(StandardCharsets.UTF_8) && !mostlyUtf8(bytes, from, limits)
              ? detect(bytes, decoded.fault())
              : charset;
      problems.add(
          "no "
              + charset.name()
              + " at byte "
              + grouped(decoded.fault())
              + ": read as "
              + better.name()
              + ", so some characters may be wrong");
      decoded = leniently(bytes, from, better, limits.characters());
    }
    String text = decoded.characters();
    if (cut || decoded.more()) {
      problems.add(
          "longer than " + grouped(limits.characters()) + " characters: the rest was not read");
    }
    return bounded(text, problems, limits.lineCharacters());
  }

  private static PlainText bounded(String text, List<String> problems, int longest) {
    int line = 1;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > longest) {
        problems.add(
            "line "
                + grouped(line)
                + " (from character "
                + grouped(start)
                + ") is longer than "
                + grouped(longest)
                + " characters: nothing was read from there on");
        return new PlainText(text.substring(0, start), problems);
      }
      start = end + 1;
      line++;
    }
    return new PlainText(text, problems);
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return StandardCharsets.UTF_32LE;
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_32BE;
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /// UTF-16 of a Western language has a zero in nearly every other byte.
  private static @Nullable Charset unmarkedUtf16(byte[] bytes) {
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs >= 4 && odd > pairs * 0.7 && even < pairs * 0.05) {
      return StandardCharsets.UTF_16LE;
    }
    return pairs >= 4 && even > pairs * 0.7 && odd < pairs * 0.05
        ? StandardCharsets.UTF_16BE
        : null;
  }

  /// @param fault the first byte that is not of the charset, or -1
  /// @param more true if there was no room for all characters
  private record Decoded(String characters, int fault, boolean more) {}

  private static Decoded strictly(byte[] bytes, int from, Charset charset, int limit, boolean cut) {
    return decoded(
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT),
        bytes,
        from,
        limit,
        cut);
  }

  private static Decoded leniently(byte[] bytes, int from, Charset charset, int limit) {
    return decoded(
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE),
        bytes,
        from,
        limit,
        false);
  }

  private static Decoded decoded(
      CharsetDecoder decoder, byte[] bytes, int from, int limit, boolean cut) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(Math.min(limit, bytes.length + 1));
    CoderResult result = decoder.decode(in, out, !cut);
    boolean fault = result.isError();
    int place = fault ? in.position() : -1;
    boolean more = result.isOverflow();
    out.flip();
    return new Decoded(out.toString(), place, more);
  }

  /// A few bad bytes among many good ones outside ASCII: UTF-8, damaged.
  private static boolean mostlyUtf8(byte[] bytes, int from, Limits limits) {
    String text = leniently(bytes, from, StandardCharsets.UTF_8, limits.characters()).characters();
    long bad = text.chars().filter(c -> c == 0xFFFD).count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
    return bad * 4 < beyondAscii;
  }

  private static Charset detect(byte[] bytes, int fault) {
    CharsetDetector detector = new CharsetDetector();
    int from = Math.max(0, fault - SAMPLE / 2);
    detector.setText(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE)));
    CharsetMatch match = detector.detect();
    if (match != null && match.getConfidence() >= SURE) {
      String name = match.getName().toLowerCase(Locale.ROOT);
      if (!name.startsWith("iso-8859-1") && !name.startsWith("ibm") && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return WINDOWS;
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
