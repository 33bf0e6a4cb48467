package whence.guard;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Place;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.store.Journal;

/// What one person may see of a case, for one purpose. For now that is everything, and opening a
/// document that carries handling marks is journalled, once a view.
///
/// A view shows the case as it was when the view was made.
public final class View {
  private static final int FEWEST_DIGITS = 8;
  private static final String NOT_READ_YET =
      "not read yet: reading was interrupted; run whence read again";

  private final CaseStore store;
  private final Purpose purpose;
  private final InstantSource clock;
  private final Set<Sha256> consulted = new HashSet<>();
  private final Map<Sha256, Document> byHash = new TreeMap<>();
  private final Map<Sha256, String> readers;
  private final List<Document> documents;
  private final Map<String, String> refused;
  private final List<Entry.Reviewed> decisions = new ArrayList<>();
  private final Sha256 head;
  private @Nullable Reviews reviews;

  public View(CaseStore store, Purpose purpose, InstantSource clock) {
    this.store = store;
    this.purpose = purpose;
    this.clock = clock;
    List<Journal.Recorded> entries = store.journal().entries();
    this.head = entries.isEmpty() ? Journal.BEGINNING : entries.getLast().hash();
    this.readers = new TreeMap<>(store.readings().readers());
    Set<Sha256> arrived = new HashSet<>();
    List<Paths.Arrival> arrivals = new ArrayList<>();
    Map<Place, String> turnedAway = new TreeMap<>(
        Comparator.comparing(Place::path, CodePoints.ORDER).thenComparing(Place::root));
    for (Journal.Recorded recorded : entries) {
      switch (recorded.entry()) {
        case Entry.Acquired it -> {
          arrived.add(it.document());
          Place place = Place.parse(it.path());
          arrivals.add(new Paths.Arrival(place, it.document()));
          turnedAway.remove(place);
        }
        case Entry.Removed it -> arrived.remove(it.document());
        case Entry.Refused it -> turnedAway.put(Place.parse(it.path()), it.why());
        case Entry.Reviewed it -> decisions.add(it);
        case Entry.Consulted _ -> {}
      }
    }
    arrivals.removeIf(arrival -> !arrived.contains(arrival.document()));
    Map<Sha256, List<String>> paths = Paths.of(arrivals);
    for (Document document : store.readings().documents()) {
      List<String> at = paths.get(document.sha256());
      // Without an entry it came in by other means than the journal's; it keeps its own paths.
      byHash.put(document.sha256(), at == null ? document : document.at(at));
    }
    paths.forEach((document, at) -> byHash.computeIfAbsent(document, hash -> waiting(hash, at)));
    this.documents =
        byHash.values().stream()
            .sorted(Comparator.comparing(Document::path, CodePoints.ORDER))
            .toList();
    this.refused = new LinkedHashMap<>();
    turnedAway.forEach((place, why) -> refused.put(place.path(), why));
  }

  private static Document waiting(Sha256 hash, List<String> paths) {
    return new Document(
            hash,
            paths.getFirst(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            "application/octet-stream",
            null,
            null,
            0,
            List.of(),
            null,
            Document.Status.NOT_READ,
            NOT_READ_YET)
        .at(paths);
  }

  public Purpose purpose() {
    return purpose;
  }

  /// The hash of the journal's last entry when this view was made.
  public Sha256 head() {
    return head;
  }

  /// Every document on record, read or not, by path.
  public List<Document> documents() {
    return documents;
  }

  /// Files that came by and could not even be kept: why, by path.
  public Map<String, String> refused() {
    return Collections.unmodifiableMap(refused);
  }

  /// The document at a path (any of its paths) or named by at least eight digits of its hash.
  public Optional<Document> document(String pathOrHash) {
    return documents.stream()
        .filter(document ->
            document.path().equals(pathOrHash)
                || document.alsoAt().contains(pathOrHash)
                || (pathOrHash.length() >= FEWEST_DIGITS
                    && document.sha256().hex().startsWith(pathOrHash)))
        .findFirst();
  }

  /// A document's reading, with its paths as the journal has them.
  public Optional<Reading> reading(Sha256 document) {
    return load(document).map(this::consult);
  }

  /// All readings, by path of their document, loaded one at a time.
  public Stream<Reading> readings() {
    return unconsulted().map(this::consult);
  }

  /// As [#readings], for what is computed over the whole case and shows no document to anybody:
  /// weighing. Opening a marked document this way is not a consultation.
  public Stream<Reading> unconsulted() {
    return documents.stream().map(document -> load(document.sha256())).flatMap(Optional::stream);
  }

  private Optional<Reading> load(Sha256 document) {
    return store
        .readings()
        .get(document)
        .map(reading ->
            new Reading(
                byHash.getOrDefault(document, reading.document()),
                reading.text(),
                reading.times(),
                reading.statements(),
                reading.reader()));
  }

  /// What people have made of a statement.
  public Review review(Statement statement) {
    return reviews().of(statement);
  }

  /// Decisions whose words are not found in the case any more.
  public List<Entry.Reviewed> orphans() {
    return reviews().orphans();
  }

  private Reviews reviews() {
    if (reviews == null) {
      reviews = new Reviews(decisions, this::load);
    }
    return Objects.requireNonNull(reviews);
  }

  /// Names the state of the readings and decisions: another state, another name.
  public Sha256 state() {
    StringBuilder state = new StringBuilder();
    for (Document document : documents) {
      String reader = readers.getOrDefault(document.sha256(), "");
      state.append(document).append('\t').append(reader).append('\n');
    }
    for (Entry.Reviewed decision : decisions) {
      state.append(decision).append('\n');
    }
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
