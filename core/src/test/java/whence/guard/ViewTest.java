package whence.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.store.Journal;
import whence.store.MemoryStore;

final class ViewTest {
  private static final Sha256 A = Cases.document("a");
  private static final Sha256 B = Cases.document("b");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final MemoryStore store = new MemoryStore();

  @Test
  void aDocumentHasEveryPathTheJournalRecords() {
    store.readings().put(Cases.reading(A, "r", "One.", List.of()));
    Cases.acquire(store, "z.txt", A);
    Cases.acquire(store, "box.zip!/a.txt", A);
    Cases.acquire(store, "z.txt", A);

    Document document = view().documents().getFirst();
    assertEquals("box.zip!/a.txt", document.path());
    assertEquals(List.of("z.txt"), document.alsoAt());
    assertEquals(Optional.of(document), view().document("z.txt"));
    assertEquals(Optional.of(document), view().document(A.hex().substring(0, 8)));
    assertEquals(Optional.of(document), view().document(A));
    assertEquals(Optional.empty(), view().document(A.hex().substring(0, 7)));
    assertEquals(document, view().reading(A).orElseThrow().document());
  }

  @Test
  void documentsStandByCodePointOfTheirPath() {
    List<String> paths = List.of("B", "a", "\uff5e", "\ud83d\ude00");
    List<String> shuffled = new ArrayList<>(paths);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.forEach(path -> Cases.acquire(store, path, Cases.document(path)));
    assertEquals(paths, view().documents().stream().map(Document::path).toList());
  }

  @Test
  void aPathBelongsToTheBytesThatCameInLast() {
    Cases.acquire(store, "draft.txt", A);
    Cases.acquire(store, "draft.txt", B);
    assertEquals(B, view().document("draft.txt").orElseThrow().sha256());
    assertEquals(
        List.of("draft.txt", "draft.txt@" + A.hex().substring(0, 8)),
        view().documents().stream().map(Document::path).toList());
  }

  @Test
  void whatIsNotDerivedYetIsOnRecordAsNotRead() {
    Cases.acquire(store, "a.txt", A);
    Document document = view().documents().getFirst();
    assertEquals(Document.Status.NOT_READ, document.status());
    assertEquals("a.txt", document.path());
    assertEquals(Optional.empty(), view().reading(A));
    assertEquals(0, view().readings().count());
  }

  @Test
  void whatWasRemovedIsGoneButForItsTombstone() {
    Reading reading = Cases.reading(A, "r", "Secret.", List.of(), "Secret.");
    store.readings().put(reading);
    Cases.acquire(store, "a.txt", A);
    Cases.journal(store, Cases.review(reading, 0, Entry.Verdict.CONFIRMED, "me", ""));
    Cases.journal(store, new Entry.Removed(A, "me", "privileged"));

    assertEquals(List.of(), view().documents());
    assertEquals(Optional.empty(), view().reading(A));
    assertEquals(Optional.empty(), view().document("a.txt"));
    assertEquals(List.of(), view().orphans());
    assertEquals(
        List.of(new View.Tombstone(A, Instant.EPOCH, "me", "privileged")), view().removed());

    Cases.acquire(store, "b.txt", A);
    assertEquals("b.txt", view().documents().getFirst().path());
    assertEquals(List.of(), view().removed());
  }

  @Test
  void aRefusedFileIsOnRecordUntilItComesIn() {
    Cases.journal(store, new Entry.Refused("b.pdf", "unreadable"));
    Cases.journal(store, new Entry.Refused("a.pdf", "too large"));
    assertEquals(
        List.of(new View.Refusal("a.pdf", "too large"), new View.Refusal("b.pdf", "unreadable")),
        view().refused());
    Cases.acquire(store, "a.pdf", A);
    assertEquals(List.of(new View.Refusal("b.pdf", "unreadable")), view().refused());
  }

  @Test
  void aStatementCarriesTheLatestDecision() {
    Reading reading = Cases.reading(A, "r", "One. Two.", List.of(), "One.", "Two.");
    store.readings().put(reading);
    Statement one = reading.statements().getFirst();
    Statement two = reading.statements().getLast();
    assertEquals(Review.NONE, view().review(one));

    Cases.journal(store, Cases.review(reading, 0, Entry.Verdict.REJECTED, "ann", ""));
    Cases.journal(store, Cases.review(reading, 0, Entry.Verdict.CORRECTED, "bob", "Jane Doe"));
    assertEquals(
        new Review(Review.State.CORRECTED, "bob", "because", "Jane Doe"), view().review(one));
    assertEquals(Review.NONE, view().review(two));

    List<Statement> shown = view().reading(A).orElseThrow().statements();
    assertEquals("Jane Doe", shown.getFirst().innermost().name());
    assertEquals("The Courier", shown.getFirst().chain().getFirst().name());
    assertEquals(two, shown.getLast());
  }

  @Test
  void consultingMarkedDocumentsIsJournalledOnceAndTogether() {
    for (String name : List.of("a", "b", "c")) {
      List<String> marks = name.equals("c") ? List.of() : List.of("TLP:RED");
      store.readings().put(Cases.reading(Cases.document(name), "r", name, marks));
      Cases.acquire(store, name, Cases.document(name));
    }
    try (View view = view()) {
      assertEquals(3, view.readings().count());
      assertEquals(3, view.readings().count());
      view.reading(A);
    }
    assertEquals(
        List.of(
            new Entry.Consulted(A, "ann", "fact-check"),
            new Entry.Consulted(B, "ann", "fact-check")),
        consulted());
  }

  @Test
  void consultingIsJournalledWhenAStreamIsLeftEarly() {
    store.readings().put(Cases.reading(A, "r", "x", List.of("TLP:RED")));
    Cases.acquire(store, "a", A);
    View view = view();
    try (Stream<Reading> readings = view.readings()) {
      assertTrue(readings.findFirst().isPresent());
      assertEquals(List.of(), consulted());
    }
    assertEquals(1, consulted().size());
  }

  @Test
  void openingOneMarkedDocumentIsJournalledAtOnce() {
    store.readings().put(Cases.reading(A, "r", "x", List.of("TLP:RED")));
    Cases.acquire(store, "a", A);
    view().reading(A);
    assertEquals(1, consulted().size());
  }

  @Test
  void theStateIsNamedByWhatMatters() {
    Reading reading = Cases.reading(A, "r", "One.", List.of("TLP:RED"), "One.");
    store.readings().put(reading);
    Cases.acquire(store, "a.txt", A);
    Sha256 state = view().state();

    view().reading(A);
    Cases.acquire(store, "a.txt", A);
    assertEquals(state, view().state(), "consulting and coming in again change nothing");

    assertNotEquals(state, new View(store, purpose(), clock(), "other program").state());
    Cases.journal(store, Cases.review(reading, 0, Entry.Verdict.REJECTED, "ann", ""));
    Sha256 reviewed = view().state();
    assertNotEquals(state, reviewed);
    store.readings().put(Cases.reading(A, "r2", "One.", List.of("TLP:RED"), "One."));
    assertNotEquals(reviewed, view().state());
  }

  @Test
  void theStateIsTheSameInWhateverOrderThingsCameIn() {
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
    Sha256 state = stateOf(names);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(names, new Random(seed));
      assertEquals(state, stateOf(names));
    }
  }

  @Test
  void aWeighingIsOfOneState() {
    store.readings().put(Cases.reading(A, "r", "One.", List.of()));
    Cases.acquire(store, "a.txt", A);
    Weighing weighing = new Weighing(List.of(), List.of(), List.of());
    store.weighings().put(view().state(), weighing);
    assertEquals(Optional.of(weighing), view().weighing());
    Cases.acquire(store, "b.txt", B);
    assertEquals(Optional.empty(), view().weighing());
  }

  private static Sha256 stateOf(List<String> names) {
    try (CaseStore some = new MemoryStore()) {
      List<Reading> readings = new ArrayList<>();
      for (String name : names) {
        Reading reading = Cases.reading(Cases.document(name), "r", name + ".", List.of(), name);
        some.readings().put(reading);
        Cases.acquire(some, name, Cases.document(name));
        readings.add(reading);
      }
      readings.forEach(
          it -> Cases.journal(some, Cases.review(it, 0, Entry.Verdict.CONFIRMED, "ann", "")));
      return new View(some, purpose(), clock()).state();
    }
  }

  private List<Entry> consulted() {
    List<Journal.Recorded> entries = store.journal().entries();
    return entries.stream()
        .map(Journal.Recorded::entry)
        .filter(Entry.Consulted.class::isInstance)
        .toList();
  }

  private View view() {
    return new View(store, purpose(), clock());
  }

  private static Purpose purpose() {
    return new Purpose("ann", "fact-check");
  }

  private static InstantSource clock() {
    return InstantSource.fixed(NOW);
  }
}
