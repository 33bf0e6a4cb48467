package whence.store.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.store.CaseStore;

/// What every [Weighings] does.
public interface WeighingsContract extends StoreContract {
  @Test
  default void knowsTheStateWeighedLast(Random random) {
    Arbitrary arbitrary = new Arbitrary(random);
    CaseStore store = fresh();
    Sha256 state = arbitrary.hash();
    Weighing weighing = arbitrary.weighing();
    try (store) {
      assertEquals(Optional.empty(), store.weighings().get(state));
      for (int i = 0; i < 10; i++) {
        Sha256 earlier = state;
        state = Sha256.of("state " + i);
        weighing = arbitrary.weighing();
        store.weighings().put(state, weighing);
        assertEquals(Optional.of(weighing), store.weighings().get(state));
        assertEquals(Optional.empty(), store.weighings().get(earlier));
      }
    }
    try (CaseStore again = again(store)) {
      assertEquals(Optional.of(weighing), again.weighings().get(state));
    }
  }

  @Test
  default void aDroppedReadingTakesTheWeighingThatMayQuoteItAlong(Random random) {
    Arbitrary arbitrary = new Arbitrary(random);
    try (CaseStore store = fresh()) {
      Reading reading = arbitrary.reading();
      store.readings().put(reading);
      Sha256 state = arbitrary.hash();
      store.weighings().put(state, arbitrary.weighing());
      store.readings().drop(reading.document().sha256());
      assertEquals(Optional.empty(), store.weighings().get(state));
    }
  }
}
