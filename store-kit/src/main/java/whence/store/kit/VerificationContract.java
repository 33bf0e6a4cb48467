package whence.store.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.model.Entry;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Verification;

/// What [Verification] finds in every store.
public interface VerificationContract extends StoreContract {
  @Test
  default void aCaseInOrderHasNoFindings(Random random) throws IOException {
    try (CaseStore store = fresh()) {
      Sha256 head = store.journal().head();
      for (int i = 0; i < 5; i++) {
        acquire(store, random);
        assertEquals(List.of(), Verification.of(store, head));
      }
      assertEquals(List.of(), Verification.of(store, store.journal().head()));
    }
  }

  @Test
  default void findsWhatIsMissingOrUnrecorded(Random random) throws IOException {
    try (CaseStore store = fresh()) {
      acquire(store, random);
      Sha256 missing = acquire(store, random);
      store.originals().shred(missing);
      assertEquals(List.of(Verification.Kind.MISSING_ORIGINAL), kinds(store));

      store
          .journal()
          .append(Instant.EPOCH, List.of(new Entry.Removed(missing, "me", "privileged")));
      assertEquals(List.of(), kinds(store));

      store
          .originals()
          .keep(new ByteArrayInputStream("not in the journal".getBytes(StandardCharsets.UTF_8)));
      assertEquals(List.of(Verification.Kind.UNRECORDED_ORIGINAL), kinds(store));
    }
  }

  @Test
  default void tellsALostTail(Random random) throws IOException {
    try (CaseStore whole = fresh();
        CaseStore older = fresh()) {
      byte[] bytes = new Arbitrary(random).bytes(99);
      List<Entry> first =
          List.of(new Entry.Acquired("a.txt", whole.originals().keep(stream(bytes)), 1, null));
      whole.journal().append(Instant.EPOCH, first);
      older.originals().keep(stream(bytes));
      older.journal().append(Instant.EPOCH, first);
      whole.journal().append(Instant.EPOCH, List.of(new Entry.Refused("b.txt", "unreadable")));

      assertEquals(List.of(), Verification.of(whole, older.journal().head()));
      assertEquals(
          List.of(Verification.Kind.LOST_TAIL),
          Verification.of(older, whole.journal().head()).stream()
              .map(Verification.Finding::kind)
              .toList());
    }
  }

  private static Sha256 acquire(CaseStore store, Random random) throws IOException {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    Sha256 name = store.originals().keep(stream(bytes));
    store
        .journal()
        .append(Instant.EPOCH, List.of(new Entry.Acquired(name + ".txt", name, 16, null)));
    return name;
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static List<Verification.Kind> kinds(CaseStore store) throws IOException {
    return Verification.of(store).stream().map(Verification.Finding::kind).toList();
  }
}
