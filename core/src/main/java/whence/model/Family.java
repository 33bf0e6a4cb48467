package whence.model;

import java.util.List;

/// Two or more documents tied by copies or partial copies.
///
/// @param origin the one the others go back to, as far as can be told
public record Family(Sha256 origin, List<Sha256> documents) {
  public Family {
    documents = List.copyOf(documents);
  }
}
