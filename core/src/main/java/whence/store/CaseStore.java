package whence.store;

import java.util.Optional;

/// A case: its originals and journal, kept for ever, and what is derived from them.
public interface CaseStore extends AutoCloseable {
  Originals originals();

  Journal journal();

  Readings readings();

  Weighings weighings();

  /// The text of the rules that people gave the case to grade its claims by; empty where the usual
  /// ones serve.
  default Optional<String> gradeRules() {
    return Optional.empty();
  }

  @Override
  void close();
}
