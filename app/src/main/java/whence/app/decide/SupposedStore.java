package whence.app.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.model.Entry;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.store.Journal;
import whence.store.Originals;
import whence.store.Readings;
import whence.store.Weighings;

/// A case as it would be if one more decision stood: nothing of the decision is written, and what
/// is weighed from it is not kept. What else is put on record, that somebody opened a document, is
/// put on record in the case itself.
public final class SupposedStore implements CaseStore {
  private final CaseStore store;
  private final Entry.Decided decision;
  private final Instant at;

  public SupposedStore(CaseStore store, Entry.Decided decision, Instant at) {
    this.store = store;
    this.decision = decision;
    this.at = at;
  }

  @Override
  public Originals originals() {
    return store.originals();
  }

  @Override
  public Journal journal() {
    return new Supposed(store.journal());
  }

  @Override
  public Readings readings() {
    return store.readings();
  }

  @Override
  public Weighings weighings() {
    return new Weighings() {
      @Override
      public void put(Sha256 weighed, Weighing weighing) {}

      @Override
      public Optional<Weighing> get(Sha256 weighed) {
        return Optional.empty();
      }
    };
  }

  @Override
  public Optional<String> gradeRules() {
    return store.gradeRules();
  }

  /// Leaves the case open: whoever opened it closes it.
  @Override
  public void close() {}

  private final class Supposed implements Journal {
    private final Journal journal;

    private Supposed(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void append(Instant when, List<? extends Entry> entries) {
      journal.append(when, entries);
    }

    @Override
    public List<Recorded> entries() {
      List<Recorded> entries = new ArrayList<>(journal.entries());
      entries.add(new Recorded(entries.size() + 1, at, decision, journal.head(), journal.head()));
      return entries;
    }

    @Override
    public Sha256 head() {
      return journal.head();
    }

    @Override
    public Optional<Broken> firstBroken() {
      return journal.firstBroken();
    }
  }
}
