package whence.app.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import whence.app.decide.Deciding;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Weigher;

/// The case as the workbench works on it: one snapshot at a time, replaced when anything changes,
/// here or in another process. May be used by several threads.
///
/// Weighing a large case takes longer than a person waits for a page. Until it is done the figures
/// of before are shown, marked as such.
public final class Desk implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final CaseStore store;
  private final Purpose purpose;
  private final InstantSource clock;
  private final String program;
  private final Supplier<Weigher> weigher;
  private final ExecutorService weighing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("weighing").factory());
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Snapshot snapshot;
  private @Nullable Weighing weighed;
  private @Nullable Lookups lookups;

  /// @param weigher made when there is something to weigh
  public Desk(
      CaseStore store,
      Purpose purpose,
      InstantSource clock,
      String program,
      Supplier<Weigher> weigher) {
    this.store = store;
    this.purpose = purpose;
    this.clock = clock;
    this.program = program;
    this.weigher = weigher;
  }

  /// Told, on another thread, whenever there is a new snapshot to be had.
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void unlisten(Runnable listener) {
    listeners.remove(listener);
  }

  /// The case as it is now.
  synchronized Snapshot now() {
    Sha256 head = store.journal().head();
    Snapshot known = snapshot;
    if (known != null && known.head().equals(head)) {
      return known;
    }
    View view = new View(store, purpose, clock, program);
    Weighing fresh = view.weighing().orElse(null);
    if (fresh == null) {
      weighLater();
    } else {
      weighed = fresh;
    }
    Weighing shown = weighed == null ? new Weighing(List.of(), List.of(), List.of()) : weighed;
    Snapshot made = Snapshot.of(head, view, view.judged(shown), fresh != null, lookups);
    if (known != null) {
      known.view().close();
    }
    snapshot = made;
    lookups = made.lookups();
    return made;
  }

  /// Forgets the snapshot, so that the next page shows what came in.
  synchronized void changed() {
    if (snapshot != null) {
      snapshot.view().close();
      snapshot = null;
    }
    tell();
  }

  /// Puts a decision on record.
  ///
  /// @return the number of the journal's entry
  long decide(@Nullable String why, ToLongFunction<Deciding> decision) {
    long number;
    synchronized (this) {
      View view = now().view();
      number =
          decision.applyAsLong(
              new Deciding(
                  store, view, clock, purpose.person(), why == null || why.isBlank() ? null : why));
    }
    changed();
    return number;
  }

  private void weighLater() {
    if (waiting.compareAndSet(false, true)) {
      weighing.execute(() -> {
        waiting.set(false);
        try (View view = new View(store, purpose, clock, program)) {
          if (view.weighing().isEmpty()) {
            Pipeline.weigh(store, view, weigher.get(), Progress.SILENT);
          }
        }
        changed();
      });
    }
  }

  private void tell() {
    new ArrayList<>(listeners).forEach(Runnable::run);
  }

  /// Waits for a weighing under way: what it calls must not be torn down under it.
  @Override
  public void close() {
    weighing.shutdownNow();
    try {
      boolean _ = weighing.awaitTermination(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (snapshot != null) {
        snapshot.view().close();
      }
    }
  }
}
