package whence.guard;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;

/// What one person may see of a case, for one purpose. For now that is everything, and opening a
/// document that carries handling marks is journalled, once a view.
public final class View {
  private final CaseStore store;
  private final Purpose purpose;
  private final InstantSource clock;
  private final Set<Sha256> consulted = new HashSet<>();
  private final List<Document> documents;

  public View(CaseStore store, Purpose purpose, InstantSource clock) {
    this.store = store;
    this.purpose = purpose;
    this.clock = clock;
    this.documents =
        store.readings().documents().stream()
            .sorted(Comparator.comparing(Document::path, CodePoints.ORDER))
            .toList();
  }

  public Purpose purpose() {
    return purpose;
  }

  /// Every document on record, read or not, by path.
  public List<Document> documents() {
    return documents;
  }

  /// The document at a path (any of its paths) or named by at least eight digits of its hash.
  public Optional<Document> document(String pathOrHash) {
    return documents.stream()
        .filter(document ->
            document.path().equals(pathOrHash)
                || document.alsoAt().contains(pathOrHash)
                || (pathOrHash.length() >= 8 && document.sha256().hex().startsWith(pathOrHash)))
        .findFirst();
  }

  /// A document's reading, with its paths as the journal has them.
  public Optional<Reading> reading(Sha256 document) {
    return store.readings().get(document).map(this::consult);
  }

  /// All readings, by path of their document, loaded one at a time.
  public Stream<Reading> readings() {
    return documents.stream().map(document -> reading(document.sha256()).orElseThrow());
  }

  /// What people have made of a statement.
  public Review review(Statement statement) {
    return Review.NONE;
  }

  /// Names the state of the readings and decisions: another state, another name.
  public Sha256 state() {
    StringBuilder state = new StringBuilder();
    documents.forEach(document -> state.append(document).append('\n'));
    return Sha256.of(state.toString());
  }

  /// The weighing of this state; empty where the case has changed since it was last weighed.
  public Optional<Weighing> weighing() {
    return store.weighings().get(state());
  }

  private Reading consult(Reading reading) {
    Document document = reading.document();
    if (!document.handling().isEmpty() && consulted.add(document.sha256())) {
      store
          .journal()
          .append(
              clock.instant(),
              List.of(new Entry.Consulted(document.sha256(), purpose.person(), purpose.purpose())));
    }
    return reading;
  }
}
