package whence.acquire.parser;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/// An mbox: each message an inner file `0001.eml`, ... (RFC 4155). Lines that a writer quoted as
/// `>From ` stay as they are, as nobody can tell who quoted them.
final class MailboxFile {
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_MESSAGE = 64 << 20;

  private MailboxFile() {}

  static Parsed parse(Request request, Progress progress) throws IOException {
    InnerFolder inner = new InnerFolder(request);
    int number = 0;
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean inMessage = false;
    boolean afterBlank = true;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(request.file()), 1 << 16)) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        if (afterBlank && startsMessage(line)) {
          if (inMessage) {
            add(inner, ++number, message, progress);
          }
          message.reset();
          inMessage = true;
        } else if (inMessage && message.size() + line.length <= LONGEST_MESSAGE) {
          message.writeBytes(line);
        }
        afterBlank = line[0] == '\n' || line[0] == '\r';
      }
    }
    if (inMessage) {
      add(inner, ++number, message, progress);
    }
    List<String> problems = inner.problems();
    return new Parsed(
        "application/mbox",
        inner.files().isEmpty() && !problems.isEmpty()
            ? Parsed.Verdict.NOT_READ
            : Parsed.Verdict.READ,
        "",
        null,
        List.of(),
        Parsed.Metadata.NONE,
        inner.files(),
        problems);
  }

  private static void add(
      InnerFolder inner, int number, ByteArrayOutputStream message, Progress progress)
      throws IOException {
    byte[] bytes = message.toByteArray();
    inner.add("%04d.eml".formatted(number), () -> new ByteArrayInputStream(bytes));
    progress.step();
  }

  private static boolean startsMessage(byte[] line) {
    return line.length >= FROM.length && Arrays.equals(line, 0, FROM.length, FROM, 0, FROM.length);
  }

  /// The next line with its end, in pieces of at most 1 MiB; empty at the end.
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n' || line.size() >= 1 << 20) {
        break;
      }
    }
    return line.toByteArray();
  }
}
