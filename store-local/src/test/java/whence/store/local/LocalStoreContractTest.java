package whence.store.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import whence.store.CaseStore;
import whence.store.kit.CaseStoreContract;

final class LocalStoreContractTest implements CaseStoreContract {
  private static final String PROGRAM = "whence test";

  @TempDir Path folder;
  private final Map<CaseStore, Path> cases = new HashMap<>();

  @Override
  public CaseStore fresh() {
    return open(folder.resolve("case" + cases.size()));
  }

  @Override
  public CaseStore again(CaseStore store) {
    return open(Objects.requireNonNull(cases.get(store)));
  }

  private CaseStore open(Path at) {
    CaseStore store = LocalStore.create(at, PROGRAM);
    cases.put(store, at);
    return store;
  }
}
