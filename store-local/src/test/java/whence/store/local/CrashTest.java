package whence.store.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Sha256;
import whence.store.Journal;
import whence.store.Verification;
import whence.store.kit.Arbitrary;
import whence.store.kit.Seeded;

/// Kills a program that fills a case, over and over and at any moment, and looks what is left.
@ExtendWith(Seeded.class)
final class CrashTest {
  private static final String PROGRAM = "whence test";
  private static final int ROUNDS = 25;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedOutlivesKill(Random random) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      // Some die while they start, most while they write.
      killAfter(random.nextInt(12), random, round, acknowledged);
      check(acknowledged, round);
    }
    assertTrue(acknowledged.size() > ROUNDS, "the rounds were too short to show anything");
  }

  private void killAfter(int lines, Random random, int round, List<String> acknowledged)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said" + round);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Filler.class.getName(),
                folder.resolve("case").toString(),
                Integer.toString(round),
                Long.toString(random.nextLong()))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (child.isAlive() && said(said).size() < lines) {
      Thread.sleep(5);
    }
    assertTrue(child.isAlive(), "the child stopped by itself");
    Thread.sleep(random.nextInt(40));
    child.destroyForcibly().waitFor();
    acknowledged.addAll(said(said));
  }

  /// The lines that were said to their end.
  private static List<String> said(Path file) throws IOException {
    String all = Files.readString(file);
    return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
  }

  private void check(List<String> acknowledged, int round) throws IOException {
    try (LocalStore store = LocalStore.create(folder.resolve("case"), PROGRAM)) {
      assertEquals(List.of(), damage(store), "after round " + round);
      Set<String> journalled = new HashSet<>();
      for (Journal.Recorded recorded : store.journal().entries()) {
        if (recorded.entry() instanceof Entry.Acquired it) {
          assertTrue(journalled.add(it.path() + " " + it.document()), "twice: " + it);
        }
      }
      for (String line : acknowledged) {
        assertTrue(journalled.contains(line), "lost in round " + round + ": " + line);
      }
      assertEquals(List.of(), store.warnings());
      for (Document document : store.readings().documents()) {
        Optional<Reading> reading = store.readings().get(document.sha256());
        assertEquals(Optional.of(document), reading.map(Reading::document));
      }
      Sample.index(store);
      assertEquals(List.of(), store.warnings());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(
          List.of(), files.filter(it -> it.toString().endsWith(".tmp")).toList(), "left over");
    }
  }

  /// An original may be there whose journal entry the kill prevented; the next run takes it up.
  private static List<Verification.Finding> damage(LocalStore store) throws IOException {
    return Verification.of(store).stream()
        .filter(it -> it.kind() != Verification.Kind.UNRECORDED_ORIGINAL)
        .toList();
  }

  /// Fills the case at args[0] until it is killed, and says what it has kept.
  static final class Filler {
    private Filler() {}

    public static void main(String... args) throws IOException {
      Random random = new Random(Long.parseLong(args[2]));
      Arbitrary arbitrary = new Arbitrary(random);
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try (LocalStore store = LocalStore.create(Path.of(args[0]), PROGRAM)) {
        for (int i = 0; ; i++) {
          String path = args[1] + "/" + i;
          byte[] bytes = new byte[random.nextInt(10) == 0 ? 2 << 20 : 1 + random.nextInt(2000)];
          random.nextBytes(bytes);
          InputStream in = new ByteArrayInputStream(bytes);
          Sha256 name = store.originals().keep(in);
          store
              .journal()
              .append(
                  Instant.EPOCH,
                  List.of(
                      new Entry.Acquired(path, name, bytes.length, null),
                      new Entry.Refused(path, "a second entry in one append")));
          out.println(path + " " + name);
          store.readings().put(arbitrary.reading(name));
          if (i % 6 == 5) {
            Sample.index(store);
          }
        }
      }
    }
  }
}
