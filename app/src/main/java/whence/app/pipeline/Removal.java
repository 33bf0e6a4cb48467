package whence.app.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Entry;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Journal;

/// Takes documents out of a case for good. The tombstone is journalled first: a removal that was
/// cut short is finished by [#finish].
public final class Removal {
  private final CaseStore store;
  private final InstantSource clock;

  /// The containers through which each document came in; null stands for a file of its own.
  private final Map<Sha256, Set<@Nullable Sha256>> ways = new HashMap<>();

  private final Set<Sha256> removed = new HashSet<>();

  public Removal(CaseStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    for (Journal.Recorded recorded : store.journal().entries()) {
      switch (recorded.entry()) {
        case Entry.Acquired it -> {
          ways.computeIfAbsent(it.document(), document -> new HashSet<>()).add(it.container());
          removed.remove(it.document());
        }
        case Entry.Removed it -> {
          ways.remove(it.document());
          removed.add(it.document());
        }
        case Entry.Refused _, Entry.Decided _, Entry.Consulted _ -> {}
      }
    }
  }

  /// The archives and mails that hold a document, in which its bytes would stay.
  public Set<Sha256> containers(Sha256 document) {
    Set<Sha256> containers = new LinkedHashSet<>();
    for (Sha256 way : ways.getOrDefault(document, Set.of())) {
      if (way != null && ways.containsKey(way)) {
        containers.add(way);
      }
    }
    return containers;
  }

  /// Removes a document and what came in through nothing but it.
  ///
  /// @return all that was removed
  public Set<Sha256> remove(Sha256 document, String by, String why) {
    Set<Sha256> leaving = new LinkedHashSet<>(Set.of(document));
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<Sha256, Set<@Nullable Sha256>> entry : ways.entrySet()) {
        if (leaving.containsAll(entry.getValue())) {
          more |= leaving.add(entry.getKey());
        }
      }
    }
    List<Entry> tombstones = new ArrayList<>();
    leaving.stream().sorted().forEach(it -> tombstones.add(new Entry.Removed(it, by, why)));
    store.journal().append(clock.instant(), tombstones);
    leaving.forEach(this::shred);
    return leaving;
  }

  /// Shreds what a removal that was cut short has left.
  public void finish() {
    if (!removed.isEmpty()) {
      try {
        Set<Sha256> names = store.originals().names();
        Set<Sha256> read = store.readings().readers().keySet();
        removed.stream()
            .filter(document -> names.contains(document) || read.contains(document))
            .forEach(this::shred);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void shred(Sha256 document) {
    try {
      store.originals().shred(document);
      store.readings().drop(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
