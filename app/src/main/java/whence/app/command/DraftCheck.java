package whence.app.command;

import java.nio.file.Path;
import java.util.List;
import whence.guard.View;
import whence.model.Weighing;

/// What is found wrong with a draft.
@FunctionalInterface
interface DraftCheck {
  /// A finding, as a person reads it.
  record Finding(int line, String fault, String draft, List<String> evidence) {
    public Finding {
      evidence = List.copyOf(evidence);
    }
  }

  List<Finding> findings(Path draft, View view, Weighing weighing);
}
