package whence.store.kit;

import org.junit.jupiter.api.extension.ExtendWith;
import whence.store.CaseStore;

/// What the contracts need of a store to test it.
@ExtendWith(Seeded.class)
public interface StoreContract {
  /// A new, empty case.
  CaseStore fresh();

  /// The same case opened once more, whether or not `store` was closed.
  CaseStore again(CaseStore store);
}
