package whence.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;
import whence.model.Sha256;

/// Every acquired file by the hash of its bytes, never changed.
public interface Originals {
  /// Keeps the bytes durably before it returns; keeping them again changes nothing.
  Sha256 keep(InputStream bytes) throws IOException;

  /// The bytes as they are now; empty if there is no such original.
  Optional<InputStream> open(Sha256 name) throws IOException;

  SortedSet<Sha256> names() throws IOException;

  /// Overwrites and deletes; shredding what is not there changes nothing.
  void shred(Sha256 name) throws IOException;
}
