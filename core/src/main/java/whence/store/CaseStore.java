package whence.store;

/// A case: its originals and journal, kept for ever, and what is derived from them.
public interface CaseStore extends AutoCloseable {
  Originals originals();

  Journal journal();

  Readings readings();

  Weighings weighings();

  @Override
  void close();
}
