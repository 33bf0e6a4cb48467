package whence.store.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Originals;

/// What every [Originals] does.
public interface OriginalsContract extends StoreContract {
  @Test
  default void keepsBytesByTheirHash(Random random) throws IOException {
    Map<Sha256, byte[]> kept = new HashMap<>();
    CaseStore store = fresh();
    try (store) {
      for (int i = 0; i < 20; i++) {
        byte[] bytes = new Arbitrary(random).bytes(i == 7 ? 3 << 20 : 2000);
        Sha256 name = store.originals().keep(new ByteArrayInputStream(bytes));
        assertEquals(Sha256.of(bytes), name);
        kept.put(name, bytes);
      }
    }
    try (CaseStore again = again(store)) {
      assertEquals(new TreeSet<>(kept.keySet()), again.originals().names());
      for (Map.Entry<Sha256, byte[]> one : kept.entrySet()) {
        assertArrayEquals(one.getValue(), read(again.originals(), one.getKey()));
      }
    }
  }

  @Test
  default void keepsAnEmptyFile() throws IOException {
    try (CaseStore store = fresh()) {
      Sha256 name = store.originals().keep(InputStream.nullInputStream());
      assertEquals(0, read(store.originals(), name).length);
    }
  }

  @Test
  default void keepingAgainChangesNothing(Random random) throws IOException {
    byte[] bytes = new Arbitrary(random).bytes(2 << 20);
    try (CaseStore store = fresh()) {
      Sha256 name = store.originals().keep(new ByteArrayInputStream(bytes));
      assertEquals(name, store.originals().keep(new ByteArrayInputStream(bytes)));
      assertEquals(new TreeSet<>(List.of(name)), store.originals().names());
      assertArrayEquals(bytes, read(store.originals(), name));
    }
  }

  @Test
  default void keepsNothingOfAFileThatFailsHalfWay(Random random) throws IOException {
    byte[] start = new byte[random.nextInt(3 << 20)];
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(start),
            new FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("the medium is scratched");
              }

              @Override
              public int read() throws IOException {
                throw new IOException("the medium is scratched");
              }
            });
    try (CaseStore store = fresh()) {
      IOException thrown = assertThrows(IOException.class, () -> store.originals().keep(broken));
      assertEquals("the medium is scratched", thrown.getMessage());
      assertEquals(new TreeSet<>(), store.originals().names());
    }
  }

  @Test
  default void shreddedIsGone(Random random) throws IOException {
    Arbitrary arbitrary = new Arbitrary(random);
    CaseStore store = fresh();
    Sha256 stays;
    Sha256 goes;
    try (store) {
      stays = store.originals().keep(new ByteArrayInputStream(arbitrary.bytes(99_000)));
      goes =
          store
              .originals()
              .keep(new ByteArrayInputStream("privileged".getBytes(StandardCharsets.UTF_8)));
      store.originals().shred(goes);
      store.originals().shred(goes);
      store.originals().shred(arbitrary.hash());
      assertTrue(store.originals().open(goes).isEmpty());
    }
    try (CaseStore again = again(store)) {
      assertEquals(new TreeSet<>(List.of(stays)), again.originals().names());
    }
  }

  @Test
  default void absentIsEmpty(Random random) throws IOException {
    try (CaseStore store = fresh()) {
      assertTrue(store.originals().open(new Arbitrary(random).hash()).isEmpty());
    }
  }

  @Test
  default void severalMayKeepTheSameAtOnce(Random random) throws Exception {
    byte[] bytes = new Arbitrary(random).bytes(1 << 21);
    try (CaseStore one = fresh();
        CaseStore other = again(one);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Sha256>> names =
          IntStream.range(0, 16)
              .mapToObj(i ->
                  threads.submit(() ->
                      (i % 2 == 0 ? one : other).originals().keep(new ByteArrayInputStream(bytes))))
              .toList();
      SortedSet<Sha256> expected = new TreeSet<>(List.of(Sha256.of(bytes)));
      for (Future<Sha256> name : names) {
        assertEquals(expected.getFirst(), name.get());
      }
      assertEquals(expected, one.originals().names());
      assertArrayEquals(bytes, read(other.originals(), expected.getFirst()));
    }
  }

  private static byte[] read(Originals originals, Sha256 name) throws IOException {
    try (InputStream bytes = originals.open(name).orElseThrow()) {
      return bytes.readAllBytes();
    }
  }
}
