package whence.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Document.Status;
import whence.model.Text;

class PlainTextTest {
  @TempDir Path folder;
  private Acquirer acquirer;

  @BeforeEach
  void open() {
    acquirer =
        new Acquirer(
            Limits.standard().withText(10_000_000, 1_000_000, 50_000), folder.resolve("scratch"));
  }

  @AfterEach
  void close() {
    acquirer.close();
  }

  private Acquired read(String name, byte[] bytes) {
    return Made.acquire(acquirer, folder, name, bytes);
  }

  private static String text(Acquired acquired) {
    Text text = acquired.text();
    assertNotNull(text, () -> String.valueOf(acquired.document().why()));
    return text.characters();
  }

  @Test
  void theTextIsTheFileItself() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      StringBuilder written = new StringBuilder("x");
      for (int i = random.nextInt(400); i > 0; i--) {
        int c = random.nextInt(1, random.nextBoolean() ? 0x80 : 0x11000);
        if (c < 0xD800 || c > 0xDFFF) {
          written.appendCodePoint(c);
        }
      }
      Acquired read = read("a.md", Made.utf8(written.toString()));
      assertEquals(written.toString(), text(read), "seed " + seed);
      assertEquals(written.length(), read.document().characters());
      assertEquals("text/markdown", read.document().mediaType());
    }
  }

  @Test
  void byteOrderMarksGoAndLineEndsStay() {
    assertEquals("a\r\nb\rc\n", text(read("a.txt", Made.utf8("\uFEFFa\r\nb\rc\n"))));
    assertEquals(
        "Käse\r\n", text(read("a.txt", "\uFEFFKäse\r\n".getBytes(StandardCharsets.UTF_16LE))));
    assertEquals("Käse", text(read("a.txt", "\uFEFFKäse".getBytes(StandardCharsets.UTF_16BE))));
    assertEquals(
        "no mark, sixteen bits",
        text(read("a.txt", "no mark, sixteen bits".getBytes(StandardCharsets.UTF_16LE))));
  }

  @Test
  void aTextFileIsPlainWhateverItLooksLike() {
    Acquired read = read("page.txt", Made.utf8("<html><body>hello</body></html>"));
    assertEquals("text/plain", read.document().mediaType());
    assertEquals("<html><body>hello</body></html>", text(read));
    assertEquals(-1, acquirer.parserPid(), "no parser process for plain text");
  }

  @Test
  void anotherCharsetIsReadAndSaid() {
    Acquired read =
        read("a.txt", "The caf\u00e9 was closed.".getBytes(Charset.forName("windows-1252")));
    assertEquals("The café was closed.", text(read));
    assertEquals(Status.PARTLY_READ, read.document().status());
    assertEquals(
        "no UTF-8 at byte 7: read as windows-1252, so some characters may be wrong",
        read.document().why());
  }

  @Test
  void aFewBadBytesDoNotTurnUtf8IntoAnotherCharset() {
    byte[] bytes = Made.utf8("naïve café Zoë façade – \u00e9\u00e9\u00e9 X");
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertEquals("naïve café Zoë façade – ééé \uFFFD", text(read("a.txt", bytes)));
  }

  @Test
  void zeroBytesAreSaidAndBinaryIsNotText() {
    byte[] one = Made.utf8("A line of text.\n".repeat(100));
    one[20] = 0;
    Acquired read = read("a.txt", one);
    assertEquals(Status.PARTLY_READ, read.document().status());
    assertTrue(String.valueOf(read.document().why()).contains("byte 20"));
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i += 7) {
      noise[i] = 0;
    }
    Acquired binary = read("b.txt", noise);
    assertEquals(Status.NOT_READ, binary.document().status());
    assertNull(binary.text());
  }

  @Test
  void anEndlessLineIsLeftUnreadFromWhereItStarts() {
    Acquired read = read("a.txt", Made.utf8("one\ntwo\n" + "x".repeat(60_000) + "\nlast\n"));
    assertEquals("one\ntwo\n", text(read));
    assertEquals(
        "line 3 (from character 8) is longer than 50,000 characters:"
            + " nothing was read from there on",
        read.document().why());
    Acquired onlyThat = read("b.txt", Made.utf8("x".repeat(900_000)));
    assertEquals(Status.NOT_READ, onlyThat.document().status());
  }

  @Test
  void whatIsTooLongOrEmptyIsOnRecord() {
    Acquired cut = read("a.txt", Made.utf8("A line.\n".repeat(200_000)));
    assertEquals(1_000_000, cut.document().characters());
    assertEquals(Status.PARTLY_READ, cut.document().status());
    assertEquals(Status.NOT_READ, read("b.txt", new byte[0]).document().status());
    Acquired large = read("c.txt", new byte[10_000_001]);
    assertEquals("larger than 9 MiB: split it", large.document().why());
  }

  @Test
  void whatCannotBeOpenedIsOnRecord() {
    Acquired gone =
        acquirer.acquire(folder.resolve("gone.txt"), whence.model.Sha256.of("gone"), "gone.txt");
    assertEquals("it vanished while it was to be read", gone.document().why());
  }
}
