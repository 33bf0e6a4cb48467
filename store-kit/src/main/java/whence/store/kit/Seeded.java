package whence.store.kit;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Gives a test that asks for a [Random] one of its own. When the test fails, its seed is told:
/// `-Dwhence.seed=SEED` runs it again with the very same chances.
public final class Seeded implements ParameterResolver, TestExecutionExceptionHandler {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(Seeded.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Random.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Long given = Long.getLong("whence.seed");
    long seed = given == null ? new SplittableRandom().nextLong() : given;
    test.getStore(HERE).put("seed", seed);
    return new Random(seed);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    Long seed = test.getStore(HERE).get("seed", Long.class);
    if (seed != null) {
      String replay = "replay with -Dwhence.seed=" + seed;
      System.err.println(test.getDisplayName() + ": " + replay);
      failure.addSuppressed(new Seed(replay));
    }
    throw failure;
  }

  /// Carries the seed into the failure's report.
  private static final class Seed extends Exception {
    private static final long serialVersionUID = 1L;

    Seed(String replay) {
      super(replay, null, false, false);
    }
  }
}
