package whence.store.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import whence.model.Entry;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Journal;
import whence.store.JournalLine;

/// What every [Journal] does.
public interface JournalContract extends StoreContract {
  @Test
  default void anEmptyJournalIsWhole() {
    try (CaseStore store = fresh()) {
      assertEquals(List.of(), store.journal().entries());
      assertEquals(Journal.BEGINNING, store.journal().head());
      assertEquals(Optional.empty(), store.journal().firstBroken());
    }
  }

  @Test
  default void givesBackWhatWasAppended(Random random) {
    Arbitrary arbitrary = new Arbitrary(random);
    List<Entry> appended = new ArrayList<>();
    List<Instant> instants = new ArrayList<>();
    CaseStore store = fresh();
    try (store) {
      for (int i = 0; i < 20; i++) {
        List<Entry> some = arbitrary.entries(8);
        Instant at = arbitrary.instant();
        store.journal().append(at, some);
        some.forEach(_ -> instants.add(at));
        appended.addAll(some);
        assertEquals(appended, entries(store));
      }
    }
    try (CaseStore again = again(store)) {
      assertEquals(appended, entries(again));
      assertEquals(instants, again.journal().entries().stream().map(Journal.Recorded::at).toList());
      assertChained(again);
    }
  }

  @Test
  default void theSameEntriesHaveTheSameHeadInEveryStore(Random random) {
    Arbitrary arbitrary = new Arbitrary(random);
    Instant at = arbitrary.instant();
    List<Entry> entries = arbitrary.entries(20);
    Sha256 head = Journal.BEGINNING;
    for (JournalLine line : JournalLine.after(0, head, at, entries)) {
      head = new Sha256(line.hash());
    }
    try (CaseStore store = fresh()) {
      store.journal().append(at, entries);
      assertEquals(head, store.journal().head());
    }
  }

  @Test
  default void anotherEntryIsAnotherHead(Random random) {
    Arbitrary arbitrary = new Arbitrary(random);
    try (CaseStore one = fresh();
        CaseStore other = fresh()) {
      one.journal().append(Instant.EPOCH, List.of(new Entry.Refused("a", "b")));
      other.journal().append(Instant.EPOCH, List.of(new Entry.Refused("a", "c")));
      assertNotEquals(one.journal().head(), other.journal().head());
      List<Entry> same = arbitrary.entries(5);
      one.journal().append(Instant.EPOCH, same);
      other.journal().append(Instant.EPOCH, same);
      assertNotEquals(one.journal().head(), other.journal().head());
    }
  }

  @Test
  default void writersTakeTurns(Random random) throws Exception {
    Arbitrary arbitrary = new Arbitrary(random);
    int writers = 4;
    List<List<List<Entry>>> work = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      List<List<Entry>> appends = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        List<Entry> together = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
          together.add(new Entry.Refused(writer + "/" + i + "/" + part, arbitrary.string()));
        }
        appends.add(together);
      }
      work.add(appends);
    }
    try (CaseStore one = fresh();
        CaseStore other = again(one);
        ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        CaseStore store = writer % 2 == 0 ? one : other;
        List<List<Entry>> appends = work.get(writer);
        running.add(
            threads.submit(() -> appends.forEach(it -> store.journal().append(Instant.EPOCH, it))));
      }
      for (Future<?> each : running) {
        each.get();
      }
      assertChained(one);
      List<Entry> all = entries(other);
      assertEquals(all, entries(one));
      assertEquals(writers * 15 * 3, new HashSet<>(all).size());
      for (List<List<Entry>> appends : work) {
        // What one writer appended stands in its order, and what came together stands together.
        List<Entry> own = appends.stream().flatMap(List::stream).toList();
        assertEquals(own, all.stream().filter(own::contains).toList());
        appends.forEach(it -> {
          int place = all.indexOf(it.getFirst());
          assertEquals(it, all.subList(place, place + it.size()));
        });
      }
    }
  }

  private static List<Entry> entries(CaseStore store) {
    return store.journal().entries().stream().map(Journal.Recorded::entry).toList();
  }

  private static void assertChained(CaseStore store) {
    assertEquals(Optional.empty(), store.journal().firstBroken());
    long number = 0;
    Sha256 before = Journal.BEGINNING;
    for (Journal.Recorded recorded : store.journal().entries()) {
      number++;
      assertEquals(number, recorded.number());
      assertEquals(before, recorded.before());
      before = recorded.hash();
    }
    assertEquals(before, store.journal().head());
  }
}
