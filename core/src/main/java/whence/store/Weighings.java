package whence.store;

import java.util.Optional;
import whence.model.Sha256;
import whence.model.Weighing;

/// What weighing the case gave, for one state of what was weighed.
public interface Weighings {
  /// @param weighed names the state of the readings and decisions, and the program, that `weighing`
  ///   was made from
  void put(Sha256 weighed, Weighing weighing);

  /// Empty where the state weighed last is another.
  Optional<Weighing> get(Sha256 weighed);
}
