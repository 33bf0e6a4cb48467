package whence.app.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import whence.acquire.Acquired;
import whence.acquire.Acquirer;
import whence.acquire.Inner;
import whence.acquire.Limits;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Place;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.model.WhenceException;
import whence.store.CaseStore;
import whence.weigh.GradeRules;
import whence.weigh.Weigher;

/// Brings files into a case and derives what follows from them.
///
/// Documents are derived on several threads and committed on one, in the order in which they came
/// in, so that what the journal holds does not depend on which thread was faster. What is found
/// inside a document is journalled before the document's own reading is put: where a reading is
/// missing, the next run derives it again and nothing is lost.
public final class Pipeline {
  /// How much may be under way at a time: enough that one slow document does not hold up the rest,
  /// little enough to fit in memory.
  private static final int MOST_WAITING = 256;

  private static final long MOST_BYTES_WAITING = 32L << 20;

  private final CaseStore store;
  private final Deriver deriver;
  private final Weigher weigher;
  private final Path scratch;
  private final InstantSource clock;
  private final String program;
  private final Progress progress;
  private final Limits limits;

  /// @param limits of what one file named by the user may unpack to
  /// @param program names what weighs
  /// @param scratch an empty folder of the caller's, for originals while they are looked at
  public Pipeline(
      CaseStore store,
      Deriver deriver,
      Weigher weigher,
      Path scratch,
      InstantSource clock,
      String program,
      Progress progress,
      Limits limits) {
    this.store = store;
    this.deriver = deriver;
    this.weigher = weigher;
    this.scratch = scratch;
    this.clock = clock;
    this.program = program;
    this.progress = progress;
    this.limits = limits;
  }

  /// How many documents are derived at a time.
  public static int workers() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  /// What a run did.
  ///
  /// @param touched documents that stood under the paths named, or were derived in this run
  /// @param added how many of them are new to the case
  /// @param removed how many files were left out because they had been removed from the case
  public record Outcome(Set<Sha256> touched, int added, int removed, List<String> refused) {}

  /// Takes in what `roots` hold, derives all that is not derived yet, and weighs the case anew.
  public Outcome read(List<Path> roots) {
    new Removal(store, clock).finish();
    Intake intake = new Intake(store, clock, limits);
    Set<Sha256> before = Set.copyOf(intake.documents());
    Set<Sha256> touched = new LinkedHashSet<>();
    List<String> refused = new ArrayList<>();
    int left = 0;
    List<Found> found = Walk.over(roots);
    progress.begin("taking in", found.size());
    try {
      for (Found file : found) {
        Place place = new Place(file.root(), file.path());
        String why = file.refused();
        if (why == null) {
          try {
            Sha256 document = intake.take(place, file.file());
            if (intake.wasRemoved(document)) {
              left++;
            } else {
              touched.add(document);
              touched.addAll(intake.within(document));
            }
          } catch (IOException e) {
            why = whyUnreadable(e, file.file());
          }
        }
        if (why != null) {
          intake.refuse(place, why);
          refused.add(file.path() + ": " + why);
        }
        progress.step();
      }
    } finally {
      // What was kept before a fault is put on record as far as that can be done.
      intake.flush();
    }
    touched.addAll(derive(intake));
    weigh();
    int added = (int) touched.stream().filter(document -> !before.contains(document)).count();
    return new Outcome(touched, added, left, refused);
  }

  /// Drops all that is derived and makes it again.
  public Outcome rebuild() {
    new Removal(store, clock).finish();
    for (Sha256 document : List.copyOf(store.readings().readers().keySet())) {
      store.readings().drop(document);
    }
    Set<Sha256> touched = derive(new Intake(store, clock, limits));
    weigh();
    return new Outcome(touched, 0, 0, List.of());
  }

  /// A failure of the case's own disk is a fault of the run, not of the file that was being read.
  private static String whyUnreadable(IOException failure, Path file) {
    if (Files.isReadable(file)) {
      try (InputStream bytes = Files.newInputStream(file)) {
        bytes.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        return "this file cannot be read to its end; check the disk it is on";
      }
      throw new UncheckedIOException(failure);
    }
    return "this file may not be opened; check its permissions";
  }

  private Set<Sha256> derive(Intake intake) {
    Set<Sha256> derived = new LinkedHashSet<>();
    // Once more where a document turned up inside another under a path that comes before its own.
    for (List<Sha256> stale = stale(intake); !stale.isEmpty(); stale = stale(intake)) {
      derive(intake, stale, derived);
    }
    return derived;
  }

  /// Documents with no reading by this program under the path they go by, in the order in which
  /// they came in.
  private List<Sha256> stale(Intake intake) {
    Map<Sha256, String> readers = store.readings().readers();
    Map<Sha256, String> paths = new HashMap<>();
    store.readings().documents().forEach(it -> paths.put(it.sha256(), it.path()));
    return intake.documents().stream()
        .filter(document ->
            !deriver.isCurrent(readers.get(document))
                || !intake.path(document).equals(paths.get(document)))
        .toList();
  }

  private void derive(Intake intake, List<Sha256> stale, Set<Sha256> derived) {
    Deque<Sha256> waiting = new ArrayDeque<>(stale);
    Set<Sha256> seen = new HashSet<>(intake.documents());
    derived.addAll(stale);
    progress.begin("reading", waiting.size());
    Deque<Work> underWay = new ArrayDeque<>();
    long bytes = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(workers())) {
      try {
        while (!waiting.isEmpty() || !underWay.isEmpty()) {
          while (!waiting.isEmpty()
              && (underWay.isEmpty()
                  || (underWay.size() < MOST_WAITING && bytes < MOST_BYTES_WAITING))) {
            Sha256 document = waiting.poll();
            long size = intake.size(document);
            String path = intake.path(document);
            underWay.add(new Work(document, size, threads.submit(() -> derive(document, path))));
            bytes += size;
          }
          Work work = underWay.remove();
          Derived result = await(work.result());
          bytes -= work.size();
          for (Sha256 inner : commit(intake, work.document(), result)) {
            derived.add(inner);
            if (seen.add(inner)) {
              waiting.add(inner);
              progress.more(1);
            }
          }
          progress.step();
        }
      } finally {
        underWay.forEach(work -> work.result().cancel(true));
      }
    }
  }

  private record Work(Sha256 document, long size, Future<Derived> result) {}

  /// @param held the folder that holds what was found inside
  private record Derived(Reading reading, List<Inner> inner, Path held) {}

  private Derived derive(Sha256 document, String path) throws IOException {
    Path held = Files.createTempDirectory(scratch, "document");
    // The name tells the format where the bytes alone do not.
    Path file = held.resolve("original" + extension(path));
    try (InputStream bytes =
        store
            .originals()
            .open(document)
            .orElseThrow(() ->
                new WhenceException(
                    path
                        + ": its original "
                        + document
                        + " is missing from the case; restore it from a backup, or run whence "
                        + "verify to see what else is"))) {
      Files.copy(bytes, file);
    }
    if (!hash(file).equals(document)) {
      // Nothing is derived from bytes that are not the ones that came in.
      return new Derived(
          deriver.read(
              Acquirer.notRead(
                  document,
                  path,
                  "application/octet-stream",
                  "its original was altered after it came in: restore it from a backup; whence"
                      + " verify names all that are")),
          List.of(),
          held);
    }
    Acquired acquired = deriver.acquire(file, document, path);
    return new Derived(deriver.read(acquired), acquired.inner(), held);
  }

  private static Sha256 hash(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    String extension = dot < 0 ? "" : path.substring(dot);
    return extension.matches("\\.[A-Za-z0-9]{1,10}") ? extension : "";
  }

  /// @return what was found inside
  private List<Sha256> commit(Intake intake, Sha256 document, Derived derived) {
    List<Sha256> inner = new ArrayList<>();
    try {
      for (Inner found : derived.inner()) {
        intake.takeInner(document, found.name(), found.file()).ifPresent(inner::add);
        Files.deleteIfExists(found.file());
      }
      intake.flush();
      Scratch.delete(derived.held());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.readings().put(derived.reading());
    progress.read(derived.reading());
    return inner;
  }

  private static Derived await(Future<Derived> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped before everything was read; run it again to go on", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case IOException cause -> throw new UncheckedIOException(cause);
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Weighs the case as it is now, unless that has been done.
  private void weigh() {
    try (View view = new View(store, new Purpose("whence", "weighing"), clock, program)) {
      if (view.weighing().isEmpty()) {
        weigh(store, view, weigher, progress);
      }
    }
  }

  /// Weighs what `view` shows and keeps the result.
  public static Weighing weigh(CaseStore store, View view, Weigher weigher, Progress progress) {
    progress.begin("weighing", 1);
    Weighing weighing =
        weigher.weigh(
            view::unconsulted,
            statement -> view.review(statement).state() == Review.State.REJECTED,
            view.judgements(),
            GradeRules.of(store.gradeRules()));
    store.weighings().put(view.state(), weighing);
    progress.step();
    return weighing;
  }
}
