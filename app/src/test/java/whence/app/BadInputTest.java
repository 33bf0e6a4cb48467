package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// Bad input: a message that names the file, the place and what to do, the exit status that
/// `docs/output.md` promises, and never a stack trace. What is good beside it is read.
class BadInputTest {
  @TempDir Path folder;
  private Path documents;
  private Path home;

  @BeforeEach
  void makeGoodDocument() throws IOException {
    documents = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(documents.resolve("good.txt"), "Ann Moss said the quay is closed.\n");
  }

  private Ran read() {
    return tidy(Program.run("read", documents, "--case", home));
  }

  private static Ran tidy(Ran ran) {
    assertFalse(ran.err().contains("\tat "), () -> "a stack trace:\n" + ran.err());
    return ran;
  }

  /// Reads a folder in which one file is bad, and finds it on record as such.
  private JsonNode bad(String path, String status) {
    Ran ran = read();
    assertEquals(1, ran.status(), ran.err());
    assertTrue(ran.err().contains(path), ran.err());
    JsonNode found =
        Program.run("documents", "--json", "--case", home).json().stream()
            .filter(line -> line.get("document").asText().equals(path))
            .findFirst()
            .orElseThrow();
    assertEquals(status, found.get("status").asText(), found.toString());
    assertFalse(found.get("why").asText().isBlank());
    assertEquals(
        1,
        Program.run(
                "statements", "--json", "--attributed", "--document", "good.txt", "--case", home)
            .json()
            .size());
    return found;
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "Ann Moss said no.\n");
    Files.createSymbolicLink(documents.resolve("link.txt"), secret);
    JsonNode link = bad("link.txt", "not read");
    assertTrue(link.get("sha256").isNull());
    assertTrue(link.get("why").asText().contains("link"), link.toString());
  }

  @Test
  void aPipeIsRefusedAndDoesNotHang() throws Exception {
    assertEquals(
        0, new ProcessBuilder("mkfifo", documents.resolve("pipe").toString()).start().waitFor());
    assertTrue(bad("pipe", "not read").get("why").asText().contains("regular file"));
  }

  @Test
  void anEncryptedPdf() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(documents.resolve("locked.pdf").toFile());
    }
    assertTrue(bad("locked.pdf", "not read").get("why").asText().contains("password"));
  }

  @Test
  void aBrokenPdf() throws IOException {
    Files.writeString(documents.resolve("broken.pdf"), "%PDF-1.7\nand then nothing of the kind");
    bad("broken.pdf", "not read");
  }

  @Test
  void aZipBomb() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(documents.resolve("bomb.zip")))) {
      zip.putNextEntry(new ZipEntry("zeros.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertTrue(bad("bomb.zip", "not read").get("why").asText().contains("bomb"));
  }

  @Test
  void aPathOutOfTheArchive() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(documents.resolve("escape.zip")))) {
      zip.putNextEntry(new ZipEntry("../../escaped.txt"));
      zip.write("Ann Moss said no.\n".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Ran ran = read();
    assertTrue(ran.status() <= 1, ran.err());
    assertFalse(Files.exists(folder.resolve("escaped.txt")));
    assertFalse(Files.exists(documents.resolve("escaped.txt")));
    for (JsonNode line : Program.run("documents", "--json", "--case", home).json()) {
      assertFalse(line.get("document").asText().contains(".."), line.toString());
    }
  }

  @Test
  void aLineOfTwoHundredMegabytes() throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(documents.resolve("line.txt")))) {
      for (int i = 0; i < 200; i++) {
        out.write(block);
      }
    }
    Ran ran = read();
    assertEquals(1, ran.status(), ran.err());
    assertTrue(ran.err().contains("line.txt"), ran.err());
  }

  @Test
  void invalidUtf8IsReadAsFarAsItGoes() throws IOException {
    Files.write(
        documents.resolve("latin.txt"),
        "Zo\u00eb Moss said the caf\u00e9 is closed.\n".getBytes(StandardCharsets.ISO_8859_1));
    Ran ran = read();
    assertTrue(ran.status() <= 1, ran.err());
    assertEquals(2, Program.run("documents", "--json", "--case", home).json().size());
    assertTrue(
        Program.run("text", "latin.txt", "--case", home).out().contains("Moss said the caf"));
  }

  @Test
  void aHostileNameIsShownHarmless() throws IOException {
    String name = "\u001b[31mred\u202e.txt";
    Files.writeString(documents.resolve(name), "");
    Ran ran = read();
    assertFalse(ran.err().contains("\u001b"), "no escape sequence reaches a terminal");
    String listed = Program.onTerminal("", "documents", "--case", home).out();
    assertFalse(listed.contains("\u001b[31mred") || listed.contains("\u202e"), listed);
    assertTrue(listed.contains("\u241b[31mred<U+202E>.txt"), listed);
  }

  @Test
  void aFolderWithNothingInIt() throws IOException {
    Files.delete(documents.resolve("good.txt"));
    Ran ran = read();
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("Nothing to read"), ran.out());
  }

  @Test
  void wrongUsage() {
    assertEquals(2, tidy(Program.run("read")).status());
    assertEquals(2, tidy(Program.run("read", folder.resolve("nowhere"), "--case", home)).status());
    assertEquals(2, tidy(Program.run("nonsense")).status());
    assertEquals(2, tidy(Program.run("documents", "--nonsense")).status());
    assertEquals(2, tidy(Program.run()).status());
    Ran none = tidy(Program.run("read", folder.resolve("nowhere"), "--case", home));
    assertEquals(1, none.err().lines().count(), none.err());
    assertTrue(none.err().contains("nowhere"), none.err());
  }

  @Test
  void aCaseThatIsNotThere() {
    Ran ran = tidy(Program.run("documents", "--case", home));
    assertEquals(3, ran.status());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertFalse(Files.exists(home), "looking makes no case");
  }

  @Test
  void aFolderThatIsNoCaseIsLeftAlone() {
    Ran ran = tidy(Program.run("read", documents, "--case", documents));
    assertEquals(3, ran.status(), ran.err());
    assertTrue(Files.exists(documents.resolve("good.txt")));
  }

  @Test
  void aCaseReadAsIfItWereDocuments() {
    read();
    Ran ran = tidy(Program.run("read", home, "--case", folder.resolve("other")));
    assertEquals(4, ran.status(), ran.err());
  }

  @Test
  void aCaseBesideItsDocumentsIsNotReadIntoItself() {
    Path inside = documents.resolve("case");
    assertEquals(0, Program.run("read", documents, "--case", inside).status());
    assertEquals(0, Program.run("read", documents, "--case", inside).status());
    assertEquals(1, Program.run("documents", "--json", "--case", inside).json().size());
  }

  @Test
  void aCaseFromANewerVersion() throws IOException {
    read();
    Path version = home.resolve("case.json");
    String written = Files.readString(version);
    String newer = written.replaceFirst("(\"format\"\\s*:\\s*)\\d+", "$1999");
    assertFalse(newer.equals(written), written);
    Files.writeString(version, newer);
    Ran ran = tidy(Program.run("documents", "--case", home));
    assertEquals(3, ran.status());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void aCaseThatAnotherRunIsReadingInto() throws IOException {
    read();
    try (FileChannel channel =
            FileChannel.open(home.resolve("reading.lock"), StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      Ran ran = read();
      assertEquals(3, ran.status());
      assertTrue(ran.err().contains("another whence"), ran.err());
      assertTrue(lock.isValid());
      assertEquals(0, Program.run("documents", "--case", home).status(), "looking is free");
    }
  }

  /// A disk with no room left, as far as one can be had without being root: no file may grow beyond
  /// four MiB.
  @Test
  void aFullDisk() throws Exception {
    Files.writeString(
        documents.resolve("large.txt"), "Ann Moss said the quay is closed.\n".repeat(200_000));
    Path err = folder.resolve("err");
    List<String> command =
        List.of(
            "sh",
            "-c",
            "ulimit -f 8192; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            KilledTest.Child.class.getName(),
            "read",
            documents.toString(),
            "--case",
            home.toString(),
            "--only",
            "text");
    int status =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start()
            .waitFor();
    String said = Files.readString(err);
    assertEquals(4, status, said);
    assertFalse(said.contains("\tat "), said);
    assertTrue(said.contains("disk is full"), said);
    Ran verified = Program.run("verify", "--case", home);
    assertEquals(0, verified.status(), () -> "what was acknowledged is kept: " + verified.err());
    Ran again = tidy(Program.run("read", documents, "--case", home, "--only", "text"));
    assertEquals(0, again.status(), () -> "with room again, it goes on: " + again.err());
    assertEquals(2, Program.run("documents", "--json", "--case", home).json().size());
  }
}
