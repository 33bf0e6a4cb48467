package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.command.Surroundings;
import whence.language.BgeEmbedder;
import whence.model.Entry;
import whence.store.Journal;
import whence.store.local.LocalStore;

/// `kill -9` in the middle of `whence read`, again and again, then one run that is left alone:
/// nothing lost, nothing twice, and the same output as if nobody had killed anything.
class KilledTest {
  private static final int CASES = 3;
  private static final int KILLS_EACH = 6;

  @TempDir Path folder;

  @Test
  void whatIsKilledGoesOnWhereItStopped() throws Exception {
    long seed = Long.getLong("whence.seed", System.nanoTime());
    System.out.println("KilledTest: -Dwhence.seed=" + seed);
    Random random = new Random(seed);
    Path documents = folder.resolve("papers");
    write(documents, random);

    Path calm = folder.resolve("calm");
    long began = System.nanoTime();
    Process undisturbed = start(documents, calm);
    long appeared = awaitCase(undisturbed, calm);
    assertEquals(0, undisturbed.waitFor(), () -> complaints(calm));
    long working = Math.max(1, System.nanoTime() - appeared);
    System.out.println(
        "undisturbed: " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
    List<Entry> entries = entries(calm);
    String output = output(calm);
    assertTrue(entries.size() > 100, "the archive and the mails were opened");

    int interrupted = 0;
    for (int i = 0; i < CASES; i++) {
      Path killed = folder.resolve("killed-" + i);
      for (int kill = 0; kill < KILLS_EACH; kill++) {
        Process process = start(documents, killed);
        awaitCase(process, killed);
        long wait = (long) (random.nextDouble() * working);
        if (!process.waitFor(wait, TimeUnit.NANOSECONDS)) {
          interrupted++;
        }
        process.destroyForcibly().waitFor();
      }
      assertEquals(0, start(documents, killed).waitFor(), () -> complaints(killed));
      assertEquals(entries, entries(killed), "the journal, but for its times");
      assertEquals(new HashSet<>(entries).size(), entries.size(), "nothing twice");
      assertEquals(output, output(killed));
      assertEquals(0, Program.run("verify", "--case", killed).status());
      assertFalse(Files.exists(killed.resolve("scratch")), "temporary files are gone");
    }
    System.out.println("killed " + interrupted + " times in the middle");
    assertTrue(interrupted > 0, "no run was killed before it was done");
  }

  /// Plain files, an archive of more, and mails with attachments.
  private static void write(Path documents, Random random) throws IOException {
    Files.createDirectories(documents);
    for (int i = 0; i < 60; i++) {
      Files.writeString(documents.resolve("note-%03d.txt".formatted(i)), note(random, i));
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(documents.resolve("bundle.zip")))) {
      for (int i = 0; i < 40; i++) {
        zip.putNextEntry(new ZipEntry("inner/note-%03d.txt".formatted(i)));
        zip.write(note(random, 1000 + i).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    for (int i = 0; i < 8; i++) {
      Files.writeString(documents.resolve("mail-" + i + ".eml"), mail(note(random, 2000 + i), i));
    }
  }

  private static String note(Random random, int number) {
    StringBuilder note = new StringBuilder("Note " + number + "\n\n");
    List<String> people = List.of("Ann Moss", "Tor Abel", "Mara Lindqvist", "Ivo Brand");
    List<String> things =
        List.of("the quay is closed", "the ferry was late", "the vote was bought");
    for (int i = 0; i < 5 + random.nextInt(20); i++) {
      note.append(people.get(random.nextInt(people.size())))
          .append(random.nextBoolean() ? " said that " : " denied that ")
          .append(things.get(random.nextInt(things.size())))
          .append(" on day ")
          .append(random.nextInt(5))
          .append(". ");
    }
    return note.append('\n').toString();
  }

  private static String mail(String note, int number) {
    return """
    From: Ann Moss <ann@moss.example>
    To: Tor Abel <tor@abel.example>
    Subject: note %1$d
    Date: Tue, 4 Mar 2031 10:00:0%1$d +0000
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="part"

    --part
    Content-Type: text/plain; charset=utf-8

    Here is the note.

    --part
    Content-Type: text/plain; charset=utf-8; name="note.txt"
    Content-Disposition: attachment; filename="note.txt"

    %2$s
    --part--
    """
        .formatted(number, note)
        .replace("\n", "\r\n");
  }

  private Process start(Path documents, Path home) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            "read",
            documents.toString(),
            "--case",
            home.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(home.resolveSibling(home.getFileName() + ".err").toFile())
        .start();
  }

  private static String complaints(Path home) {
    try {
      return Files.readString(home.resolveSibling(home.getFileName() + ".err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static long awaitCase(Process process, Path home) throws InterruptedException {
    while (process.isAlive() && !Files.exists(home.resolve("journal.db"))) {
      Thread.sleep(5);
    }
    return System.nanoTime();
  }

  private static List<Entry> entries(Path home) {
    try (LocalStore store = LocalStore.open(home, "test")) {
      return store.journal().entries().stream().map(Journal.Recorded::entry).toList();
    }
  }

  private static String output(Path home) {
    StringBuilder output = new StringBuilder();
    for (String command :
        List.of("documents", "statements", "claims", "reuse", "families", "times")) {
      Program.Ran ran = Program.run(command, "--json", "--case", home);
      assertEquals(0, ran.status(), ran.err());
      output.append(ran.out());
    }
    return output.toString();
  }

  /// The program in a process of its own, with a tagger that needs no model.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      System.exit(
          Main.run(
              Surroundings.ofProcess(),
              new LocalParts(Path.of(".."), SayingTagger::new, BgeEmbedder::new),
              arguments));
    }
  }
}
