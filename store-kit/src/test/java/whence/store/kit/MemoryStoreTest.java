package whence.store.kit;

import whence.store.CaseStore;
import whence.store.MemoryStore;

final class MemoryStoreTest implements CaseStoreContract {
  @Override
  public CaseStore fresh() {
    return new MemoryStore();
  }

  @Override
  public CaseStore again(CaseStore store) {
    return store;
  }
}
