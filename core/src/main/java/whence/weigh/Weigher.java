package whence.weigh;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import whence.model.Reading;
import whence.model.Statement;
import whence.model.Weighing;

/// Weighs a case.
public final class Weigher {
  /// @param readings gives the case's readings anew each time it is asked, in any order; each
  ///   reading may be large, so none is kept whole
  /// @param rejected statements that people threw out
  public Weighing weigh(Supplier<Stream<Reading>> readings, Predicate<Statement> rejected) {
    return new Weighing(List.of(), List.of(), List.of());
  }
}
