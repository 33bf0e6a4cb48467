package whence.store.local;

/// Told how far indexing has come.
public interface Indexed {
  /// @param documents how many more have been taken in
  /// @param all how many there are to take in
  void more(int documents, int all);
}
