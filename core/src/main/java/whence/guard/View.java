package whence.guard;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import whence.model.Anchor;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Judgements;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Weighing;
import whence.model.WhenceException;
import whence.store.CaseStore;

/// What one person may see of a case, for one purpose: for now, everything.
///
/// A view shows the case as it was when the view was made: what the journal says of paths, removals
/// and decisions, over what was derived. Reading a document that carries handling marks is
/// journalled, once a view. One opened by itself is journalled at once; while [#readings] runs
/// through many, they are gathered and journalled together at its end or on [#close], so that not
/// every document costs a wait for the disk: a program killed on the way leaves those of that run
/// unrecorded. May be used by several threads.
public final class View implements AutoCloseable {
  private static final String NOT_DERIVED =
      "its text is not there yet; `whence rebuild` derives it from the original";

  private final CaseStore store;
  private final Purpose purpose;
  private final InstantSource clock;
  private final String program;
  private final Ledger ledger;
  private final Decisions decisions;
  private final Judging judging;
  private final List<Document> documents;
  private final Map<Sha256, Document> byHash;
  private final Set<Sha256> consulted;
  private final List<Entry.Consulted> unrecorded = new ArrayList<>();

  /// A file that came in and could not even be kept.
  public record Refusal(String path, String why) {}

  /// What is left of a document that was removed.
  public record Tombstone(Sha256 document, Instant at, String by, String why) {}

  /// A decision of one kind.
  ///
  /// @param number of the journal's entry
  public record Decided<T extends Entry.Decided>(long number, Instant at, T entry) {}

  public View(CaseStore store, Purpose purpose, InstantSource clock) {
    this(store, purpose, clock, "");
  }

  /// @param program names what weighs: what another program weighed is not this one's weighing
  public View(CaseStore store, Purpose purpose, InstantSource clock, String program) {
    this(store, purpose, clock, program, new HashSet<>());
  }

  /// @param consulted documents whose opening is on record for this purpose already; those opened
  ///   here join them
  public View(
      CaseStore store,
      Purpose purpose,
      InstantSource clock,
      String program,
      Set<Sha256> consulted) {
    this.consulted = consulted;
    this.store = store;
    this.purpose = purpose;
    this.clock = clock;
    this.program = program;
    this.ledger = new Ledger(store.journal().entries());
    Map<Sha256, Document> all = new HashMap<>();
    ledger.documents().forEach(it -> all.put(it, notDerived(it, ledger.paths(it))));
    for (Document derived : store.readings().documents()) {
      if (!ledger.isRemoved(derived.sha256())) {
        List<String> paths = ledger.paths(derived.sha256());
        all.put(derived.sha256(), paths.isEmpty() ? derived : derived.at(paths));
      }
    }
    this.byHash = all;
    this.decisions = new Decisions(ledger.standing(), this::read);
    this.judging = new Judging(decisions);
    this.documents =
        all.values().stream()
            .sorted(
                Comparator.comparing(Document::path, CodePoints.ORDER)
                    .thenComparing(Document::sha256))
            .toList();
  }

  private View(View same, Purpose purpose, Set<Sha256> consulted) {
    this.consulted = consulted;
    this.store = same.store;
    this.purpose = purpose;
    this.clock = same.clock;
    this.program = same.program;
    this.ledger = same.ledger;
    this.decisions = same.decisions;
    this.judging = same.judging;
    this.byHash = same.byHash;
    this.documents = same.documents;
  }

  /// The same case at the same moment, for somebody else or something else.
  ///
  /// @param consulted as when a view is made
  public View by(Purpose other, Set<Sha256> consulted) {
    return new View(this, other, consulted);
  }

  public Purpose purpose() {
    return purpose;
  }

  /// Every document on record, read or not, by path. One that came in and of which nothing is
  /// derived yet is not read.
  public List<Document> documents() {
    return documents;
  }

  /// How many documents came in of which nothing is derived yet.
  public int notDerived() {
    return (int) documents.stream().filter(it -> NOT_DERIVED.equals(it.why())).count();
  }

  /// The document at a path (any of its paths), else the one that a hash, or at least its first
  /// eight digits, names; empty where two answer to those digits.
  public Optional<Document> document(String pathOrHash) {
    Optional<Document> there =
        documents.stream()
            .filter(it -> it.path().equals(pathOrHash) || it.alsoAt().contains(pathOrHash))
            .findFirst();
    if (there.isPresent() || pathOrHash.length() < 8) {
      return there;
    }
    List<Document> named =
        documents.stream().filter(it -> it.sha256().hex().startsWith(pathOrHash)).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// The document of that hash.
  public Optional<Document> document(Sha256 name) {
    return Optional.ofNullable(byHash.get(name));
  }

  /// Documents that came in after a moment, by path.
  public List<Document> after(Instant moment) {
    return documents.stream()
        .filter(document -> {
          Instant came = ledger.came(document.sha256());
          return came != null && came.isAfter(moment);
        })
        .toList();
  }

  /// Files that could not even be kept, by path.
  public List<Refusal> refused() {
    return List.copyOf(ledger.refused());
  }

  /// What was removed, by hash.
  public List<Tombstone> removed() {
    return List.copyOf(ledger.removed());
  }

  /// A document's reading, with its paths as the journal has them and its statements as people
  /// corrected and added to them.
  public Optional<Reading> reading(Sha256 document) {
    Optional<Reading> reading = consult(document);
    record();
    return reading;
  }

  /// A document's file as it came in. Opening a marked one goes on record, as reading it does.
  ///
  /// @param bytes to be closed by whoever asked
  /// @param size in bytes
  public record Original(InputStream bytes, long size) {}

  /// @throws WhenceException if the case's own disk fails
  public Optional<Original> original(Document document) {
    if (!byHash.containsKey(document.sha256())) {
      return Optional.empty();
    }
    if (!document.handling().isEmpty()) {
      note(document);
      record();
    }
    try {
      return store
          .originals()
          .open(document.sha256())
          .map(bytes -> new Original(bytes, ledger.size(document.sha256())));
    } catch (IOException e) {
      throw new WhenceException(
          document.path() + ": its original cannot be opened; check the disk the case is on", e);
    }
  }

  /// All readings, by path of their document, loaded one at a time. Close the stream if you leave
  /// it early.
  public Stream<Reading> readings() {
    Stream<Reading> all =
        documents.stream().map(Document::sha256).flatMap(it -> consult(it).stream());
    Stream<Reading> end =
        Stream.of(this)
            .flatMap(view -> {
              view.record();
              return Stream.empty();
            });
    return Stream.concat(all, end).onClose(this::record);
  }

  /// As [#readings], for what is computed over the whole case and shows no document to anybody:
  /// weighing, finding the place of an id. Opening a marked document this way is not a
  /// consultation.
  public Stream<Reading> unconsulted() {
    return documents.stream().flatMap(it -> load(it.sha256()).stream());
  }

  /// As [#unconsulted()], for one document.
  public Optional<Reading> unconsulted(Sha256 document) {
    return load(document);
  }

  /// What people have made of a statement: the latest decision whose anchor is this statement's
  /// place.
  public Review review(Statement statement) {
    return decisions.review(statement);
  }

  /// What people decided that weighing must respect.
  public Judgements judgements() {
    return judging.judgements();
  }

  /// What people made of the claims of a weighing, by claim id; a claim nobody decided on is not in
  /// it.
  public Map<String, ClaimReview> reviews(Weighing weighing) {
    return judging.reviews(weighing);
  }

  /// `weighing` with the grades that people gave in place of those that the rules give.
  public Weighing judged(Weighing weighing) {
    return judging.judged(weighing);
  }

  /// Decisions of one kind that nobody undid, in the journal's order.
  public <T extends Entry.Decided> List<Decided<T>> standing(Class<T> kind) {
    return decisions.standing().stream()
        .filter(decision -> kind.isInstance(decision.entry()))
        .map(decision ->
            new Decided<>(decision.number(), decision.at(), kind.cast(decision.entry())))
        .toList();
  }

  /// The id of the statement that a decision holds on to, empty where its place is found no more.
  public Optional<String> statement(StatementAnchor held) {
    return decisions.find(held);
  }

  /// As [#statement], for an anchor that no decision of the journal holds.
  public Optional<String> held(StatementAnchor held) {
    return unconsulted(held.anchor().document())
        .flatMap(reading -> new Places(reading.text(), reading.statements()).find(held))
        .map(Statement::id);
  }

  /// Where the words that an anchor holds on to stand now, empty where they stand no more or in
  /// several places alike.
  public Optional<Span> place(Anchor held) {
    return unconsulted(held.document()).flatMap(reading -> new Passages(reading.text()).find(held));
  }

  /// Finds the claims of `weighing` that decisions were made on: each is the claim in which most of
  /// the statements are.
  public Function<List<StatementAnchor>, Optional<Claim>> claims(Weighing weighing) {
    return judging.claims(weighing);
  }

  /// All that people ever decided, in the journal's order, undone or not.
  public List<Decision> decisions() {
    return List.copyOf(ledger.decisions());
  }

  /// The id of the statement that a decision added; empty where it added none.
  public Optional<String> statementAdded(long number) {
    return ledger.decisions().stream()
        .filter(decision -> decision.number() == number)
        .flatMap(decision ->
            decision.entry() instanceof Entry.Added added
                ? Stream.of(Additions.id(added))
                : Stream.empty())
        .findFirst();
  }

  /// Whether a decision was undone.
  public boolean isUndone(long number) {
    return ledger.isUndone(number);
  }

  /// Decisions whose place is not found in what is read today, by journal number. They may find it
  /// again in a later reading.
  public List<Decision> orphans() {
    return decisions.orphans();
  }

  /// Names the state of documents, readings, decisions and `program`: another state, another name.
  /// Who decided and why, and who consulted what, is not part of it. No reading is loaded.
  public Sha256 state() {
    Map<Sha256, String> readers = store.readings().readers();
    StringBuilder state = new StringBuilder("whence state 3\n").append(program).append('\n');
    for (Document document : documents) {
      state.append(document).append(' ').append(readers.get(document.sha256())).append('\n');
    }
    decisions.state().forEach(line -> state.append(line).append('\n'));
    store.gradeRules().ifPresent(rules -> state.append("grades ").append(Sha256.of(rules)));
    return Sha256.of(state.toString());
  }

  /// The weighing of this state; empty where the case has changed since it was last weighed.
  public Optional<Weighing> weighing() {
    return store.weighings().get(state());
  }

  /// Journals the marked documents that were consulted and not journalled yet.
  @Override
  public void close() {
    record();
  }

  private Optional<Reading> consult(Sha256 document) {
    Optional<Reading> reading = load(document);
    reading.map(Reading::document).filter(it -> !it.handling().isEmpty()).ifPresent(this::note);
    return reading;
  }

  private Optional<Reading> load(Sha256 document) {
    return read(document).map(decisions::decided);
  }

  /// As the machine read it.
  private Optional<Reading> read(Sha256 document) {
    Document known = byHash.get(document);
    return known == null
        ? Optional.empty()
        : store
            .readings()
            .get(document)
            .map(it ->
                new Reading(
                    it.document().at(paths(known)),
                    it.text(),
                    it.times(),
                    it.statements(),
                    it.reader()));
  }

  private static List<String> paths(Document document) {
    List<String> paths = new ArrayList<>(document.alsoAt());
    paths.add(document.path());
    return paths;
  }

  private synchronized void note(Document document) {
    if (consulted.add(document.sha256())) {
      unrecorded.add(new Entry.Consulted(document.sha256(), purpose.person(), purpose.purpose()));
    }
  }

  private synchronized void record() {
    if (!unrecorded.isEmpty()) {
      store.journal().append(clock.instant(), unrecorded);
      unrecorded.clear();
    }
  }

  private static Document notDerived(Sha256 document, List<String> paths) {
    return new Document(
            document,
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
            NOT_DERIVED)
        .at(paths);
  }
}
