package whence.app.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.guard.View;
import whence.model.Sha256;
import whence.model.Weighing;

/// Works out studies of the case behind the pages, one after another, and keeps the latest of each.
/// May be used by several threads.
final class Studies implements AutoCloseable {
  /// So long a page waits for one, that a small case's is there at once.
  private static final Duration PAGE_WAITS = Duration.ofMillis(120);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Supplier<View> views;
  private final Function<View, Search> search;
  private final Runnable done;
  private final Consumer<Exception> faults;
  private final Map<Study<?>, Held> held = new ConcurrentHashMap<>();
  private final Map<Study<?>, Future<?>> underWay = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("studies").factory());

  /// The moment that something is of.
  private record Moment(Sha256 state, int decisions, Inquiry inquiry) {}

  /// @param failure null where it was worked out
  private record Held(Moment moment, @Nullable Object value, @Nullable RuntimeException failure) {}

  /// @param done told after each
  Studies(
      Supplier<View> views,
      Function<View, Search> search,
      Runnable done,
      Consumer<Exception> faults) {
    this.views = views;
    this.search = search;
    this.done = done;
    this.faults = faults;
  }

  /// The latest there is of a study; begins a newer one where the case has changed since, and waits
  /// for it a little.
  <T> Worked<T> of(Study<T> study, Snapshot at, Inquiry inquiry) {
    return of(study, at, inquiry, PAGE_WAITS);
  }

  @SuppressWarnings("unchecked") // A study is kept under itself alone.
  <T> Worked<T> of(Study<T> study, Snapshot at, Inquiry inquiry, Duration wait) {
    Moment now = new Moment(at.state(), at.view().decisions().size(), inquiry);
    Held known = held.get(study);
    if (at.current() && (known == null || !known.moment().equals(now))) {
      begin(study, now, wait);
      known = held.get(study);
    }
    if (known == null) {
      return new Worked<>(null, false);
    }
    boolean current = at.current() && known.moment().equals(now);
    if (current && known.failure() != null) {
      throw known.failure();
    }
    return new Worked<>((T) known.value(), current);
  }

  /// Drops what was worked out for a study that nobody will ask for again.
  void forget(Study<?> study) {
    held.remove(study);
  }

  private void begin(Study<?> study, Moment now, Duration wait) {
    try {
      underWay
          .computeIfAbsent(study, _ -> thread.submit(() -> work(study, now)))
          .get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      // The page says that it is under way, or the workbench ends; a failure is kept with what it
      // is of.
    }
  }

  private void work(Study<?> study, Moment moment) {
    try (View view = views.get()) {
      Weighing weighing = view.weighing().orElse(null);
      if (weighing != null) {
        Object value =
            study.of(
                view,
                view.judged(weighing),
                moment.inquiry(),
                new Once<>(() -> search.apply(view)));
        held.put(study, new Held(moment, value, null));
      }
    } catch (RuntimeException e) {
      if (thread.isShutdown()) {
        return;
      }
      faults.accept(e);
      held.put(study, new Held(moment, null, e));
    } finally {
      underWay.remove(study);
      if (!thread.isShutdown()) {
        done.run();
      }
    }
  }

  /// Makes something when it is first asked for.
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      T known = made;
      if (known == null) {
        known = maker.get();
        made = known;
      }
      return known;
    }
  }

  /// Waits for one under way: what it calls must not be torn down under it.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean _ = thread.awaitTermination(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
