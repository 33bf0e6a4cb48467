package whence.store;

import java.util.List;
import java.util.Optional;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;

/// What was derived from each document.
public interface Readings {
  /// Durable when it returns; replaces an earlier reading of the same document.
  void put(Reading reading);

  Optional<Reading> get(Sha256 document);

  /// The documents of all readings, by hash, without loading the readings.
  List<Document> documents();

  void drop(Sha256 document);
}
