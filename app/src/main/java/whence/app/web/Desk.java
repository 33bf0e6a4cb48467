package whence.app.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import whence.app.decide.Deciding;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.print.RecallLines.Recall;
import whence.app.report.Head;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.store.CaseStore;

/// The case as the workbench works on it: one snapshot at a time, replaced when anything changes,
/// here or in another process. May be used by several threads.
///
/// Weighing a large case takes longer than a person waits for a page. Until it is done the figures
/// of before are shown, marked as such.
public final class Desk implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration GROWS_EVERY = Duration.ofSeconds(2);

  private final CaseStore store;
  private final Purpose purpose;
  private final InstantSource clock;
  private final String program;
  private final Tools tools;

  /// Opening a marked document goes on record once a person, however many pages show it.
  private final Map<String, Set<Sha256>> consulted = new ConcurrentHashMap<>();

  /// Whom the thread of a request works for, where that is not who opened the workbench.
  private final ThreadLocal<@Nullable String> served = new ThreadLocal<>();

  private final Studies studies;

  /// Indexing a large case takes minutes; nothing else waits for it.
  private final Studies indexing;

  private final ReentrantLock index = new ReentrantLock();
  private final ExecutorService weighing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("weighing").factory());
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final AtomicLong moment = new AtomicLong();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final Consumer<Exception> faults;
  private boolean reading;
  private Instant shown = Instant.EPOCH;
  private @Nullable Snapshot snapshot;
  private @Nullable Weighing weighed;
  private @Nullable Sha256 weighedState;
  private @Nullable Snapshot before;

  /// @param faults told of what goes wrong behind the pages
  public Desk(
      CaseStore store,
      Purpose purpose,
      InstantSource clock,
      String program,
      Tools tools,
      Consumer<Exception> faults) {
    this.store = store;
    this.purpose = purpose;
    this.clock = clock;
    this.program = program;
    this.tools = tools;
    this.faults = faults;
    this.studies = new Studies(this::view, this::search, () -> tell(Change.WORKED), faults);
    this.indexing = new Studies(this::view, this::search, () -> tell(Change.WORKED), faults);
  }

  /// What a page may have to show anew.
  enum Change {
    /// A decision, a document, a weighing.
    CASE,
    /// A study is worked out.
    WORKED,
    /// Files that were dropped in have come further.
    ARRIVALS,
    /// Somebody wrote in a report.
    REPORT
  }

  /// Says that somebody wrote in a report.
  void drafted() {
    tell(Change.REPORT);
  }

  /// The journal's end now.
  Head head() {
    return Head.of(store.journal());
  }

  /// What made what it shows.
  String program() {
    return program;
  }

  /// Told, on another thread, whenever there is something new to be had.
  void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  void unlisten(Consumer<Change> listener) {
    listeners.remove(listener);
  }

  /// How often the case has changed since the workbench was opened.
  long moment() {
    return moment.get();
  }

  /// The case as it is now, for whoever this thread works for.
  Snapshot now() {
    Snapshot shared = shared();
    String person = person();
    return person.equals(purpose.person())
        ? shared
        : shared.by(shared.view().by(purposeOf(person), consultedBy(person)));
  }

  private synchronized Snapshot shared() {
    Sha256 head = store.journal().head();
    Snapshot known = snapshot;
    if (known != null && known.head().equals(head)) {
      return known;
    }
    View view = view();
    Sha256 state = view.state();
    Weighing fresh =
        state.equals(weighedState) ? weighed : store.weighings().get(state).orElse(null);
    if (fresh == null) {
      if (!reading) {
        weighLater();
      }
    } else {
      weighed = fresh;
      weighedState = state;
    }
    Weighing shown = weighed == null ? new Weighing(List.of(), List.of(), List.of()) : weighed;
    Snapshot made = Snapshot.of(head, state, view, shown, fresh != null, before);
    if (known != null) {
      known.view().close();
    }
    snapshot = made;
    before = made;
    return made;
  }

  /// Forgets the snapshot, so that the next page shows what came in.
  synchronized void changed() {
    if (snapshot != null) {
      snapshot.view().close();
      snapshot = null;
    }
    moment.incrementAndGet();
    tell(Change.CASE);
  }

  /// While documents are being read the case is not weighed: whoever reads weighs it at the end.
  void reading(boolean now) {
    synchronized (this) {
      reading = now;
    }
    changed();
  }

  /// A document more was read. Pages see it soon, not each one at once.
  void grown() {
    Instant now = Instant.now();
    synchronized (this) {
      if (Duration.between(shown, now).compareTo(GROWS_EVERY) < 0) {
        return;
      }
      shown = now;
    }
    changed();
  }

  void fault(Exception fault) {
    faults.accept(fault);
  }

  /// Whom this thread works for.
  String person() {
    String person = served.get();
    return person == null ? purpose.person() : person;
  }

  /// @param person whom this thread works for from now on; null for who opened the workbench
  void serves(@Nullable String person) {
    if (person == null) {
      served.remove();
    } else {
      served.set(person);
    }
  }

  private Purpose purposeOf(String person) {
    return new Purpose(person, purpose.purpose());
  }

  private Set<Sha256> consultedBy(String person) {
    return consulted.computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet());
  }

  Tools tools() {
    return tools;
  }

  Instant instant() {
    return clock.instant();
  }

  /// ISO 8601, in UTC, as the commands take it.
  String today() {
    return LocalDate.ofInstant(instant(), ZoneOffset.UTC).toString();
  }

  /// The latest there is of a study, in time for a page.
  ///
  /// @throws whence.model.WhenceException if the inquiry's file is not as it must be
  <T> Worked<T> worked(Study<T> study) {
    return studies.of(study, now(), tools.inquiry());
  }

  /// As [#worked], for a study that asks nothing of the inquiry: a slip in its file is no matter.
  <T> Worked<T> workedAlone(Study<T> study) {
    return studies.of(study, now(), Inquiry.NONE);
  }

  /// What there is of a study by now, for a page that does not wait for it.
  <T> Worked<T> known(Study<T> study) {
    return studies.of(study, now(), tools.inquiry(), Duration.ZERO);
  }

  /// What finds things by words and meaning.
  Worked<Search> searched() {
    return indexing.of(SearchPage.SEARCH, now(), Inquiry.NONE);
  }

  /// One after another: the second finds the index as the first left it.
  private Search search(View view) {
    index.lock();
    try {
      return tools.search(view);
    } finally {
      index.unlock();
    }
  }

  /// What would change if a source counted no more.
  Recall recall(String source) {
    return tools.recall(source, this::view);
  }

  /// Drops what was worked out for a study that nobody will ask for again.
  void forget(Study<?> study) {
    studies.forget(study);
  }

  private View view() {
    return view(store);
  }

  private View view(CaseStore any) {
    return new View(any, purpose, clock, program, consultedBy(purpose.person()));
  }

  /// Puts a decision on record.
  ///
  /// @return the number of the journal's entry
  long decide(@Nullable String why, ToLongFunction<Deciding> decision) {
    long number;
    synchronized (this) {
      Snapshot at = now();
      number =
          decision.applyAsLong(
              new Deciding(
                  store,
                  at.view(),
                  clock,
                  person(),
                  why == null || why.isBlank() ? null : why,
                  id -> Optional.ofNullable(at.lookups().documentOf().get(id))));
    }
    changed();
    return number;
  }

  private void weighLater() {
    if (waiting.compareAndSet(false, true)) {
      weighing.execute(() -> {
        waiting.set(false);
        try (View view = view()) {
          if (view.weighing().isEmpty()) {
            Pipeline.weigh(store, view, tools.weigher(), Progress.SILENT);
          }
        } catch (RuntimeException e) {
          if (!weighing.isShutdown()) {
            faults.accept(e);
          }
          return;
        }
        changed();
      });
    }
  }

  void tell(Change change) {
    for (Consumer<Change> listener : listeners) {
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        // Whoever listened has gone, in the middle of a word.
        unlisten(listener);
      }
    }
  }

  /// Waits for a weighing under way: what it calls must not be torn down under it.
  @Override
  public void close() {
    studies.close();
    indexing.close();
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
