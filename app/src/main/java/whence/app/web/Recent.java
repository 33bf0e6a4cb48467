package whence.app.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/// What was asked for last; the eldest give way. May be used by several threads.
final class Recent<T> {
  private final int most;
  private final SequencedSet<T> all = new LinkedHashSet<>();

  Recent(int most) {
    this.most = most;
  }

  /// @return what gave way
  synchronized List<T> add(T latest) {
    List<T> gone = new ArrayList<>();
    all.addLast(latest);
    while (all.size() > most) {
      gone.add(all.removeFirst());
    }
    return gone;
  }

  /// The latest first.
  synchronized List<T> all() {
    return List.copyOf(all.reversed());
  }

  synchronized Optional<T> find(Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst();
  }
}
