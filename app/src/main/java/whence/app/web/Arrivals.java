package whence.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.WhenceException;

/// Files that people drop into the case, and how far each has come. They wait in the case's folder
/// until they are read, so that a crash loses none. May be used by several threads.
final class Arrivals implements AutoCloseable {
  /// The folder's name goes on record with its files' paths, and shows where two paths clash.
  private static final String BATCH = "dropped";

  private static final int LONGEST_NAME = 255;
  private static final int DEEPEST = 32;
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final Path folder;
  private final Tools tools;
  private final Desk desk;
  private final Map<Sha256, Arrival> arrivals = new LinkedHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("reading").factory());
  private @Nullable Path batch;
  private String stage = "";
  private @Nullable String failure;

  /// How far a file has come.
  enum State {
    RECEIVED,
    READ,
    PARTLY_READ,
    NOT_READ,
    /// It was in the case before.
    KNOWN
  }

  /// @param path as it was dropped, or as it stands inside what was
  /// @param statements how many were found in it
  /// @param why something was not read; null where all was
  record Arrival(String path, Sha256 document, State state, int statements, @Nullable String why) {}

  /// Where things stand.
  ///
  /// @param arrivals since the workbench was opened
  /// @param stage what is being done, empty for nothing
  /// @param failure why the last run ended early, null where it did not
  record Standing(List<Arrival> arrivals, String stage, @Nullable String failure) {}

  /// @param folder where files wait
  Arrivals(Path folder, Tools tools, Desk desk) {
    this.folder = folder;
    this.tools = tools;
    this.desk = desk;
  }

  synchronized Standing standing() {
    return new Standing(List.copyOf(arrivals.values()), stage, failure);
  }

  /// Keeps a file's bytes until [#read] reads them.
  ///
  /// @param path as it was dropped, `/` between parts
  /// @throws WhenceException if no file can have that path
  void take(String path, InputStream bytes) throws IOException {
    check(path);
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "partial", null);
    try {
      MessageDigest digest = Sha256.digest();
      Files.copy(
          new DigestInputStream(bytes, digest), partial, StandardCopyOption.REPLACE_EXISTING);
      keep(path, partial, new Sha256(HexFormat.of().formatHex(digest.digest())));
    } finally {
      Files.deleteIfExists(partial);
    }
    desk.tell(Desk.Change.ARRIVALS);
  }

  private synchronized void keep(String path, Path partial, Sha256 hash) throws IOException {
    if (batch == null) {
      batch = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()).resolve(BATCH));
    }
    Path file = batch.resolve(path);
    Files.createDirectories(file.getParent());
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    arrivals.putIfAbsent(hash, new Arrival(path, hash, State.RECEIVED, 0, null));
  }

  private static void check(String path) {
    List<String> parts = Arrays.asList(path.split("/", -1));
    boolean sound =
        parts.size() <= DEEPEST
            && parts.stream()
                .allMatch(part ->
                    !part.isBlank()
                        && !part.equals(".")
                        && !part.equals("..")
                        && part.indexOf('\\') < 0
                        && part.chars().noneMatch(Character::isISOControl)
                        && part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME);
    if (!sound) {
      throw new WhenceException(path + ": no file can be kept under this name; give it another");
    }
  }

  /// Reads all that was taken, behind the pages; what comes in meanwhile is for the next run.
  void read() {
    thread.execute(this::run);
  }

  private void run() {
    synchronized (this) {
      batch = null;
      failure = null;
    }
    try {
      List<Path> waiting = waiting();
      if (waiting.isEmpty()) {
        return;
      }
      desk.reading(true);
      Pipeline.Outcome outcome =
          tools.read(waiting.stream().map(each -> each.resolve(BATCH)).toList(), new Told());
      for (Path each : waiting) {
        delete(each);
      }
      desk.reading(false);
      settle(outcome);
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      fail(e);
    } finally {
      stage("");
      desk.reading(false);
    }
  }

  /// Where files wait, also those that a crash kept from being read.
  private List<Path> waiting() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> Files.isDirectory(each.resolve(BATCH))).sorted().toList();
    }
  }

  /// Tells of what was not read anew how it stands.
  private synchronized void settle(Pipeline.Outcome outcome) {
    Snapshot at = desk.now();
    arrivals.replaceAll((hash, arrival) -> {
      if (arrival.state() != State.RECEIVED) {
        return arrival;
      }
      Document known = at.view().document(hash).orElse(null);
      if (known != null) {
        return new Arrival(
            arrival.path(), hash, State.KNOWN, at.tally(hash).statements(), known.why());
      }
      String why =
          outcome.refused().stream()
              .filter(each -> each.startsWith(arrival.path() + ": "))
              .findFirst()
              .orElse("it was removed from this case, and stays out");
      return new Arrival(arrival.path(), hash, State.NOT_READ, 0, why);
    });
  }

  private synchronized void fail(RuntimeException e) {
    failure =
        e instanceof WhenceException && e.getMessage() != null
            ? e.getMessage()
            : "something went wrong inside Whence; nothing is lost: what waits is read the next time";
    desk.fault(e);
  }

  private synchronized void stage(String now) {
    stage = now;
    desk.tell(Desk.Change.ARRIVALS);
  }

  private synchronized void read(Reading reading) {
    Document document = reading.document();
    Arrival dropped = arrivals.get(document.sha256());
    arrivals.put(
        document.sha256(),
        new Arrival(
            dropped == null ? document.path() : dropped.path(),
            document.sha256(),
            switch (document.status()) {
              case READ -> State.READ;
              case PARTLY_READ -> State.PARTLY_READ;
              case NOT_READ -> State.NOT_READ;
            },
            reading.statements().size(),
            document.why()));
  }

  /// What the pipeline tells, for the pages.
  private final class Told implements Progress {
    @Override
    public void begin(String work, long steps) {
      stage(work);
    }

    @Override
    public void more(long steps) {}

    @Override
    public void step() {}

    @Override
    public void read(Reading reading) {
      Arrivals.this.read(reading);
      desk.grown();
      desk.tell(Desk.Change.ARRIVALS);
    }

    @Override
    public void close() {}
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  /// Waits for a run under way: what it holds must not be torn down under it.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean _ = thread.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
