package whence.store.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import whence.model.Reading;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Readings;

/// What every [Readings] does.
public interface ReadingsContract extends StoreContract {
  @Test
  default void givesBackWhatWasPut(Random random) {
    Arbitrary arbitrary = new Arbitrary(random);
    SortedMap<Sha256, Reading> expected = new TreeMap<>();
    CaseStore store = fresh();
    try (store) {
      for (int i = 0; i < 300; i++) {
        Sha256 name =
            expected.isEmpty() || random.nextInt(4) > 0
                ? arbitrary.hash()
                : expected.keySet().stream()
                    .skip(random.nextInt(expected.size()))
                    .findFirst()
                    .get();
        if (random.nextInt(8) == 0) {
          store.readings().drop(name);
          expected.remove(name);
        } else {
          Reading reading = arbitrary.reading(name);
          store.readings().put(reading);
          expected.put(name, reading);
        }
        if (random.nextInt(20) == 0) {
          assertHolds(expected, store.readings());
        }
      }
    }
    try (CaseStore again = again(store)) {
      assertHolds(expected, again.readings());
    }
  }

  @Test
  default void severalMayPutAtOnce(Random random) throws Exception {
    Arbitrary arbitrary = new Arbitrary(random);
    SortedMap<Sha256, Reading> expected = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      Reading reading = arbitrary.reading();
      expected.put(reading.document().sha256(), reading);
    }
    CaseStore store = fresh();
    try (store;
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      expected.values().forEach(reading -> threads.execute(() -> store.readings().put(reading)));
    }
    try (CaseStore again = again(store)) {
      assertHolds(expected, again.readings());
    }
  }

  private static void assertHolds(SortedMap<Sha256, Reading> expected, Readings readings) {
    assertEquals(expected.values().stream().map(Reading::document).toList(), readings.documents());
    Map<Sha256, String> readers = new HashMap<>();
    expected.forEach((name, reading) -> {
      readers.put(name, reading.reader());
      assertEquals(Optional.of(reading), readings.get(name));
    });
    assertEquals(readers, readings.readers());
    assertEquals(Optional.empty(), readings.get(Sha256.of("never put")));
  }
}
