package whence.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import whence.app.Program;
import whence.app.SampleCase;
import whence.app.command.Parts;
import whence.app.command.ServeTools;
import whence.app.web.Desk;
import whence.app.web.Listening;
import whence.app.web.Workbench;
import whence.guard.Purpose;
import whence.store.CaseStore;

/// A case in its workbench, in a folder of its own.
final class Served implements AutoCloseable {
  private static final Path FOLDERS = Path.of("target", "browser").toAbsolutePath();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static @Nullable Served looked;

  private final CaseStore store;
  private final Workbench workbench;
  private final List<Exception> faults = new CopyOnWriteArrayList<>();

  private Served(Parts parts, Path folder) {
    this.store = parts.openOrCreate(folder);
    this.workbench =
        new Workbench(
            "harbour",
            new Desk(
                store,
                new Purpose("A. Chen", "serve"),
                InstantSource.system(),
                "whence test",
                new ServeTools(parts, folder, store, InstantSource.system()),
                faults::add),
            Listening.onLoopback(0),
            faults::add);
  }

  /// A copy of the sample case.
  static Served sample() {
    try {
      Path folder = empty();
      SampleCase.copy(folder);
      return new Served(SampleCase.parts(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A case with nothing in it, and what the program reads with.
  static Served nothing() {
    try {
      return new Served(SampleCase.parts(), empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One for all tests of a class that decide nothing; to be given back with `done`.
  static synchronized Served looked() {
    if (looked == null) {
      looked = sample();
    }
    return looked;
  }

  static synchronized void done() {
    if (looked != null) {
      looked.close();
      looked = null;
    }
  }

  /// What is read from a folder, by simple rules in place of the model.
  static Served reading(Path papers) {
    try {
      Path folder = empty();
      Program.Ran read = Program.run("read", papers, "--case", folder);
      assertEquals(0, read.status(), read.err());
      return new Served(Program.small(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path empty() throws IOException {
    Path folder = FOLDERS.resolve("case-" + COUNT.incrementAndGet());
    SampleCase.delete(folder);
    Files.createDirectories(FOLDERS);
    return folder;
  }

  /// Opens it in one browser, once.
  String address() {
    return workbench.address();
  }

  @Override
  public void close() {
    workbench.close();
    store.close();
    assertEquals(List.of(), faults);
  }
}
