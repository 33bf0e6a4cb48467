package whence.store.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import whence.store.CaseStore;
import whence.store.CaseUnusable;
import whence.store.Journal;
import whence.store.Originals;
import whence.store.Readings;
import whence.store.Weighings;
import whence.weigh.Embedder;

/// A case in a folder. May be used by several threads; several processes may have it open, and
/// writers take turns.
public final class LocalStore implements CaseStore {
  private final Path folder;
  private final CaseLock lock;
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final LocalOriginals originals;
  private final LocalJournal journal;
  private final DerivedFile derived;
  private final LocalReadings readings;
  private final LocalWeighings weighings;
  private final IndexFolder index;
  private final List<RememberedMeanings> remembered = new CopyOnWriteArrayList<>();

  private LocalStore(Path folder, CaseLock lock) {
    this.folder = folder;
    this.lock = lock;
    this.originals = new LocalOriginals(folder.resolve("originals"));
    this.journal = new LocalJournal(folder.resolve("journal.db"), Sqlite.durable());
    this.derived = new DerivedFile(folder.resolve("derived"), warnings::add);
    this.readings = new LocalReadings(derived);
    this.weighings = new LocalWeighings(derived);
    this.index = new IndexFolder(folder.resolve("derived").resolve("index"), warnings::add);
  }

  /// Opens the case in `folder`, making it first where there is none.
  ///
  /// @param program name and version of what opens it, written down in a case it makes
  /// @throws CaseUnusable if the folder holds other things, or a case that cannot be opened
  public static LocalStore create(Path folder, String program) {
    try {
      if (!CaseFolder.isCase(folder)) {
        CaseFolder.prepare(folder);
        return share(folder, program);
      }
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
    return open(folder, program);
  }

  /// Opens the case in `folder`. One of an older format is brought up to date; one that a crash
  /// left untidy is tidied.
  ///
  /// @param program name and version of what opens it, written down in a case it brings up to date
  /// @throws CaseUnusable if there is none, or it is damaged, locked or of a later format
  public static LocalStore open(Path folder, String program) {
    try {
      CaseFolder.check(folder);
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
    return share(folder, program);
  }

  private static LocalStore share(Path folder, String program) {
    CaseLock lock =
        CaseLock.share(
            folder,
            () -> {
              try {
                CaseFolder.bringUpToDate(folder, program);
              } catch (IOException e) {
                throw Faults.of(folder, e);
              }
            });
    try {
      CaseFolder.checkCurrent(folder);
      return new LocalStore(folder, lock);
    } catch (IOException e) {
      lock.close();
      throw Faults.of(folder, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public Originals originals() {
    return originals;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Readings readings() {
    return readings;
  }

  @Override
  public Weighings weighings() {
    return weighings;
  }

  /// `grades.txt` in the case's folder.
  @Override
  public Optional<String> gradeRules() {
    return GradeFile.read(folder);
  }

  /// The index over all readings, in step with them as they are now: it takes in or drops what has
  /// changed before it is given out. Serves until the next call, or the store's end.
  ///
  /// @param told how far it has come, where there is much to take in
  public synchronized Index index(Embedder embedder, Indexed told) {
    return index.inStep(readings.marks(), readings::get, embedder, told);
  }

  /// An embedder that embeds only what it has not embedded for this case before.
  public synchronized Embedder remembering(Embedder embedder) {
    RememberedMeanings made = new RememberedMeanings(embedder, derived);
    remembered.add(made);
    return made;
  }

  /// What was found damaged among derived things, and dropped, since the store was opened: a
  /// sentence each.
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void close() {
    try (lock;
        journal;
        derived;
        readings;
        index) {
      remembered.forEach(RememberedMeanings::flush);
      if (readings.hasDropped() && index.exists()) {
        // What was dropped may be what must not be kept: it goes from the index too.
        index.keepOnly(readings.marks().keySet());
      }
    }
  }
}
