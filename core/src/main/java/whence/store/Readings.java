package whence.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;

/// What was derived from each document.
public interface Readings {
  /// Replaces an earlier reading of the same document. Every later call on this store sees it; it
  /// outlives a crash once the store has been closed. A reading lost in a crash is one to derive
  /// again: the journal still has its document.
  void put(Reading reading);

  Optional<Reading> get(Sha256 document);

  /// The documents of all readings, by hash, without loading the readings.
  List<Document> documents();

  /// What derived each reading ([Reading#reader]), without loading the readings.
  Map<Sha256, String> readers();

  /// Forgets the reading, and a weighing that may quote it.
  void drop(Sha256 document);
}
