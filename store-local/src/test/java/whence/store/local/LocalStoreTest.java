package whence.store.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.WhenceException;
import whence.store.CaseLocked;
import whence.store.CaseUnusable;
import whence.store.DiskFull;
import whence.store.Verification;
import whence.store.kit.Arbitrary;
import whence.store.kit.Seeded;

@ExtendWith(Seeded.class)
final class LocalStoreTest {
  private static final String PROGRAM = "whence test";

  @TempDir Path folder;

  @Test
  void aCaseIsPrivateToItsOwner() throws IOException {
    Path at = folder.resolve("deep/down/case");
    Sha256 name;
    try (LocalStore store = LocalStore.create(at, PROGRAM)) {
      name = keep(store, "secret");
      Sample.index(store);
    }
    assertEquals("rwx------", permissions(at));
    assertEquals("rwx------", permissions(at.resolve("originals")));
    assertEquals("rwx------", permissions(at.resolve("derived/index")));
    Path original = at.resolve("originals").resolve(name.hex().substring(0, 2)).resolve(name.hex());
    assertEquals("r--------", permissions(original));
    assertEquals("secret", Files.readString(original));
  }

  @Test
  void opensOnlyWhatIsACase() throws IOException {
    assertTold("there is no case here", () -> LocalStore.open(folder.resolve("no"), PROGRAM));
    Files.writeString(folder.resolve("holiday.txt"), "sun");
    assertTold("holds other files", () -> LocalStore.create(folder, PROGRAM));
    assertTold("is a file", () -> LocalStore.create(folder.resolve("holiday.txt"), PROGRAM));
    assertEquals(List.of("holiday.txt"), list(folder));
  }

  @Test
  void aCaseOfALaterFormatNamesWhoWroteIt() throws IOException {
    LocalStore.create(folder, PROGRAM).close();
    Files.writeString(
        folder.resolve("case.json"),
        "{\"format\": 99, \"createdWith\": \"whence 2\", \"writtenWith\": \"whence 7.1\"}");
    assertTold("written by whence 7.1 in format 99", () -> LocalStore.open(folder, PROGRAM));
    assertTold("written by whence 7.1 in format 99", () -> LocalStore.create(folder, PROGRAM));
  }

  @Test
  void aDamagedCardIsTold() throws IOException {
    LocalStore.create(folder, PROGRAM).close();
    Files.writeString(folder.resolve("case.json"), "{\"format\":");
    assertTold("case.json: is damaged", () -> LocalStore.open(folder, PROGRAM));
  }

  @Test
  void makingACaseThatACrashCutShortIsTakenUpAgain() throws IOException {
    Files.createDirectories(folder.resolve("originals"));
    Files.writeString(folder.resolve("new-123.tmp"), "{");
    LocalStore.create(folder, PROGRAM).close();
    LocalStore.open(folder, PROGRAM).close();
    assertEquals(
        List.of("case.json", "case.lock", "derived", "journal.db", "originals"), list(folder));
  }

  @Test
  void whatACrashLeftHalfWrittenIsCleanedUpUnlessSomebodyIsWritingIt() throws IOException {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      keep(store, "a");
      Path half = folder.resolve("originals/new-123.tmp");
      Files.writeString(half, "half");
      LocalStore.open(folder, PROGRAM).close();
      assertTrue(Files.exists(half), "another store is open and may be writing it");
    }
    LocalStore.open(folder, PROGRAM).close();
    assertFalse(Files.exists(folder.resolve("originals/new-123.tmp")));
  }

  @Test
  void anAlteredJournalIsFoundOut(Random random) throws Exception {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      for (int i = 0; i < 9; i++) {
        Sha256 name = keep(store, "text " + i);
        store.journal().append(Instant.EPOCH, List.of(new Entry.Acquired("f" + i, name, 6, null)));
      }
    }
    int number = 1 + random.nextInt(9);
    SQLException guarded =
        assertThrows(
            SQLException.class,
            () -> sql("journal.db", "update journal set at = '' where number = " + number));
    assertTrue(String.valueOf(guarded.getMessage()).contains("never edited"));

    sql(
        "journal.db",
        "drop trigger no_update",
        "update journal set payload = replace(payload, 'f', 'g') where number = " + number);
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      List<Verification.Finding> findings = Verification.of(store);
      assertEquals(Verification.Kind.BROKEN_JOURNAL, findings.getFirst().kind());
      assertTrue(findings.getFirst().what().startsWith("journal entry " + number + ":"));
    }
    sql("journal.db", "update journal set payload = 'x', type = 'y' where number = " + number);
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(
          List.of(Verification.Kind.BROKEN_JOURNAL),
          Verification.of(store).stream().map(Verification.Finding::kind).toList());
      assertTold("journal entry " + number + " cannot be read", () -> store.journal().entries());
    }
  }

  @Test
  void anAlteredOriginalIsFoundOut() throws IOException {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      Sha256 name = keep(store, "as it was");
      store.journal().append(Instant.EPOCH, List.of(new Entry.Acquired("f", name, 9, null)));
      Path file =
          folder.resolve("originals").resolve(name.hex().substring(0, 2)).resolve(name.hex());
      Files.delete(file);
      Files.writeString(file, "as it is");
      assertEquals(
          List.of(Verification.Kind.ALTERED_ORIGINAL),
          Verification.of(store).stream().map(Verification.Finding::kind).toList());
    }
  }

  @Test
  void aDamagedJournalIsTold() throws IOException {
    LocalStore.create(folder, PROGRAM).close();
    Files.writeString(folder.resolve("journal.db"), "this is not a journal, ".repeat(400));
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertTold("journal.db: is damaged", () -> store.journal().entries());
    }
  }

  @Test
  void derivedMayBeDeletedOrDamagedAtAnyTime(Random random) throws Exception {
    Arbitrary arbitrary = new Arbitrary(random);
    Reading reading = arbitrary.reading();
    Sha256 name = reading.document().sha256();
    Path derived = folder.resolve("derived");
    LocalStore.create(folder, PROGRAM).close();

    fill(reading);
    deleteTree(derived);
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(List.of(), store.readings().documents());
      assertEquals(List.of(), Sample.index(store).like("said", 5, _ -> Optional.of("p")));
      assertEquals(List.of(), store.warnings());
    }

    fill(reading);
    Files.writeString(derived.resolve("readings.db"), "no database ".repeat(999));
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(List.of(), store.readings().documents());
      assertEquals(1, store.warnings().size());
      store.readings().put(reading);
      assertEquals(Optional.of(reading), store.readings().get(name));
    }

    fill(reading);
    sql("derived/readings.db", "update bodies set body = x'0102'");
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(1, store.readings().documents().size());
      assertEquals(Optional.empty(), store.readings().get(name));
      assertEquals(List.of(), store.readings().documents());
      assertEquals(1, store.warnings().size());
    }

    fill(reading);
    sql("derived/readings.db", "pragma user_version = 999");
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(List.of(), store.readings().documents());
      assertEquals(1, store.warnings().size());
    }
  }

  @Test
  void damagedPagesOfDerivedAreNeverFatal(Random random) throws Exception {
    Arbitrary arbitrary = new Arbitrary(random);
    LocalStore.create(folder, PROGRAM).close();
    Path file = folder.resolve("derived/readings.db");
    for (int round = 0; round < 6; round++) {
      try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
        for (int i = 0; i < 40; i++) {
          store.readings().put(arbitrary.reading());
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 400; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
      try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
        Reading reading = arbitrary.reading();
        store.readings().documents().forEach(it -> store.readings().get(it.sha256()));
        store.readings().put(reading);
        store.readings().documents();
        store.weighings().get(arbitrary.hash());
      }
      deleteTree(folder.resolve("derived"));
    }
  }

  @Test
  void aFullDiskIsToldAndLosesNothingAcknowledged(Random random) throws Exception {
    Arbitrary arbitrary = new Arbitrary(random);
    long acknowledged = 0;
    LocalStore.create(folder, PROGRAM).close();
    SQLiteConfig small = Sqlite.durable();
    small.setMaxPageCount(12);
    try (LocalJournal journal = new LocalJournal(folder.resolve("journal.db"), small)) {
      DiskFull full = null;
      for (int i = 0; i < 10_000 && full == null; i++) {
        try {
          journal.append(Instant.EPOCH, List.of(new Entry.Refused("f" + i, arbitrary.string())));
          acknowledged++;
        } catch (DiskFull e) {
          full = e;
        }
      }
      assertTrue(full != null && String.valueOf(full.getMessage()).contains("the disk is full"));
      assertEquals(acknowledged, journal.entries().size());
    }
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(acknowledged, store.journal().entries().size());
      assertEquals(List.of(), Verification.of(store));
      store.journal().append(Instant.EPOCH, List.of(new Entry.Refused("after", "")));
      assertEquals(List.of(), Verification.of(store));
    }
  }

  @Test
  void aFaultOfTheDiskIsNotTakenForOneOfTheFileThatIsRead() throws IOException {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      deleteTree(folder.resolve("originals"));
      WhenceException fault = assertThrows(WhenceException.class, () -> keep(store, "x"));
      assertTrue(String.valueOf(fault.getMessage()).contains("originals"));
    }
    assertEquals(
        DiskFull.class, Faults.of(folder, new IOException("No space left on device")).getClass());
    assertEquals(CaseUnusable.class, Faults.of(folder, new AccessDeniedException("x")).getClass());
  }

  @Test
  void aWriterThatWaitsTooLongIsTold() throws Exception {
    LocalStore.create(folder, PROGRAM).close();
    SQLiteConfig impatient = Sqlite.durable();
    impatient.setBusyTimeout(100);
    try (LocalJournal journal = new LocalJournal(folder.resolve("journal.db"), impatient);
        Connection other = connect("journal.db");
        Statement statement = other.createStatement()) {
      journal.entries();
      statement.execute("begin immediate");
      assertEquals(List.of(), journal.entries(), "readers do not wait");
      List<Entry> entries = List.of(new Entry.Refused("a", "b"));
      CaseLocked locked =
          assertThrows(CaseLocked.class, () -> journal.append(Instant.EPOCH, entries));
      assertTrue(String.valueOf(locked.getMessage()).contains("another Whence"));
      statement.execute("rollback");
      journal.append(Instant.EPOCH, entries);
      assertEquals(1, journal.entries().size());
    }
  }

  @Test
  void whatIsShreddedOrDroppedLeavesNoBytesInItsFiles() throws Exception {
    String secret = "Xyzzyplugh";
    Path original;
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      Reading reading = Sample.reading("doc", secret + " told us so.", secret + " told us so");
      Sha256 name = reading.document().sha256();
      store.readings().put(reading);
      store.readings().put(Sample.reading("other", "Nothing to see here.", "Nothing to see"));
      assertEquals(1, Sample.index(store).like(secret, 5, _ -> Optional.of("p")).size());
      Sha256 kept = keep(store, secret);
      original =
          folder.resolve("originals").resolve(kept.hex().substring(0, 2)).resolve(kept.hex());
      store.originals().shred(kept);
      store.readings().drop(name);
    }
    assertFalse(Files.exists(original));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.toLowerCase(Locale.ROOT).contains("xyzzyplugh"), file.toString());
      }
    }
  }

  private void fill(Reading reading) {
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      store.readings().put(reading);
      Sample.index(store);
    }
  }

  private static Sha256 keep(LocalStore store, String text) throws IOException {
    return store.originals().keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void sql(String file, String... statements) throws SQLException {
    try (Connection connection = connect(file)) {
      Sqlite.run(connection, statements);
    }
  }

  private Connection connect(String file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
  }

  private static void assertTold(String words, Executable deed) {
    CaseUnusable told = assertThrows(CaseUnusable.class, deed);
    assertTrue(String.valueOf(told.getMessage()).contains(words), told.getMessage());
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> list(Path at) throws IOException {
    try (Stream<Path> inside = Files.list(at)) {
      return inside.map(it -> String.valueOf(it.getFileName())).sorted().toList();
    }
  }

  private static void deleteTree(Path at) throws IOException {
    try (Stream<Path> inside = Files.walk(at)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
