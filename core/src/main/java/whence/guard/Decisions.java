package whence.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import whence.model.Anchor;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.StatementAnchor;

/// Finds for each decision the statements that it is about today, a document at a time and once.
final class Decisions {
  private final List<Decision> decisions;
  private final Map<Sha256, OfDocument> byDocument = new HashMap<>();
  private final Function<Sha256, Optional<Reading>> readings;
  private final Map<Sha256, Resolved> resolved = new ConcurrentHashMap<>();

  /// What the decisions hold on to in one document.
  private static final class OfDocument {
    private final List<Decision> reviews = new ArrayList<>();
    private final List<Decision> additions = new ArrayList<>();
    private final Set<StatementAnchor> held = new LinkedHashSet<>();
  }

  /// @param added what people added to what the machine read
  /// @param places ids of today's statements
  /// @param reviews what was decided last on each statement, by its id
  /// @param lost decisions that found no place
  private record Resolved(
      List<Statement> added,
      Map<StatementAnchor, String> places,
      Map<String, Decision> reviews,
      List<Decision> lost) {}

  /// @param decisions that stand, in the journal's order
  /// @param readings as the machine read them
  Decisions(List<Decision> decisions, Function<Sha256, Optional<Reading>> readings) {
    this.decisions = List.copyOf(decisions);
    this.readings = readings;
    for (Decision decision : decisions) {
      for (StatementAnchor held : decision.entry().about()) {
        of(held.anchor().document()).held.add(held);
      }
      if (decision.entry() instanceof Entry.Reviewed it) {
        of(it.statement().anchor().document()).reviews.add(decision);
      } else if (decision.entry() instanceof Entry.Added it) {
        of(it.content().document()).additions.add(decision);
      }
    }
  }

  private OfDocument of(Sha256 document) {
    return byDocument.computeIfAbsent(document, _ -> new OfDocument());
  }

  List<Decision> standing() {
    return decisions;
  }

  /// What people have made of a statement: the last decision on it.
  Review review(Statement statement) {
    if (!byDocument.containsKey(statement.document())) {
      return Review.NONE;
    }
    Resolved there = resolved(statement.document());
    Decision decision = there.reviews.get(statement.id());
    return decision == null ? Review.NONE : review(decision.entry());
  }

  private static Review review(Entry.Decided entry) {
    return switch (entry) {
      case Entry.Reviewed(_, Entry.Verdict verdict, Correction correction, String by, String why) ->
          new Review(
              switch (verdict) {
                case CONFIRMED -> Review.State.CONFIRMED;
                case CORRECTED -> Review.State.CORRECTED;
                case REJECTED -> Review.State.REJECTED;
              },
              by,
              why,
              correction == null ? null : correction.source());
      case Entry.Added added -> new Review(Review.State.CONFIRMED, added.by(), added.why(), null);
      default -> Review.NONE;
    };
  }

  /// A reading as people made it: with the statements they added, and all as they corrected them.
  Reading decided(Reading read) {
    Sha256 document = read.document().sha256();
    if (!byDocument.containsKey(document)) {
      return read;
    }
    Resolved there = resolved.computeIfAbsent(document, _ -> resolve(read));
    Reading whole = with(read, there.added);
    Map<String, Correction> corrections = new HashMap<>();
    there.reviews.forEach((id, decision) -> {
      if (decision.entry() instanceof Entry.Reviewed reviewed && reviewed.correction() != null) {
        corrections.put(id, reviewed.correction());
      }
    });
    return new Reading(
        whole.document(),
        whole.text(),
        whole.times(),
        new Corrections(whole, corrections).statements(),
        whole.reader());
  }

  /// The id of the statement that an anchor holds on to, empty where it finds none.
  Optional<String> find(StatementAnchor held) {
    return Optional.ofNullable(resolved(held.anchor().document()).places.get(held));
  }

  /// Decisions whose place is not found in what is read today: nothing of what they are about. Of
  /// several reviews held to one place, the last.
  List<Decision> orphans() {
    Set<Decision> lost = new HashSet<>();
    byDocument.keySet().forEach(document -> lost.addAll(resolved(document).lost));
    for (Decision decision : decisions) {
      List<StatementAnchor> about = decision.entry().about();
      if (!(decision.entry() instanceof Entry.Reviewed)
          && !about.isEmpty()
          && about.stream().noneMatch(held -> find(held).isPresent())) {
        lost.add(decision);
      }
    }
    return lost.stream().sorted(Comparator.comparingLong(Decision::number)).toList();
  }

  /// What the decisions come to where weighing minds them, a line each, the same however they were
  /// arrived at.
  List<String> state() {
    Map<Anchor, String> reviews = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (Decision decision : decisions) {
      switch (decision.entry()) {
        case Entry.Reviewed it ->
            reviews.put(
                it.statement().anchor(),
                it.statement() + " " + it.verdict() + " " + it.correction());
        case Entry.Added it -> rest.add(Additions.id(it) + " " + it.name() + " " + it.stance());
        case Entry.Joined it -> rest.add("joined " + it.statements());
        case Entry.Parted it -> rest.add("parted " + it.these() + " " + it.those());
        case Entry.Related it -> rest.add(it.relation() + " " + it.claim() + " " + it.other());
        case Entry.Identified it ->
            rest.add("one source " + it.same() + " " + it.one() + "\n" + it.other());
        case Entry.Withdrawn it -> rest.add("withdrawn " + it.source());
        case Entry.Graded _,
            Entry.Discarded _,
            Entry.Rated _,
            Entry.Inquired _,
            Entry.Undone _ -> {}
      }
    }
    List<String> state = new ArrayList<>(reviews.values().stream().sorted().toList());
    state.addAll(rest);
    return state;
  }

  private Resolved resolved(Sha256 document) {
    return Objects.requireNonNull(
        resolved.computeIfAbsent(
            document,
            _ -> readings.apply(document).map(this::resolve).orElseGet(() -> lost(document))));
  }

  private Resolved lost(Sha256 document) {
    OfDocument of = byDocument.getOrDefault(document, new OfDocument());
    List<Decision> all = new ArrayList<>(of.additions);
    all.addAll(last(of.reviews));
    return new Resolved(List.of(), Map.of(), Map.of(), all);
  }

  private Resolved resolve(Reading read) {
    OfDocument of = byDocument.getOrDefault(read.document().sha256(), new OfDocument());
    List<Decision> lost = new ArrayList<>();
    Map<String, Decision> reviews = new HashMap<>();
    Map<String, Statement> added = new LinkedHashMap<>();
    if (!of.additions.isEmpty()) {
      Additions additions = new Additions(read);
      for (Decision decision : of.additions) {
        additions
            .statement((Entry.Added) decision.entry())
            .ifPresentOrElse(
                statement -> {
                  added.put(statement.id(), statement);
                  reviews.put(statement.id(), decision);
                },
                () -> lost.add(decision));
      }
    }
    List<Statement> additions = List.copyOf(added.values());
    Places places = new Places(read.text(), with(read, additions).statements());
    Map<StatementAnchor, String> found = new HashMap<>();
    for (StatementAnchor held : of.held) {
      places.find(held).ifPresent(statement -> found.put(held, statement.id()));
    }
    List<Decision> homeless = new ArrayList<>();
    for (Decision decision : of.reviews) {
      String id = found.get(((Entry.Reviewed) decision.entry()).statement());
      if (id == null) {
        homeless.add(decision);
      } else {
        reviews.put(id, decision);
      }
    }
    lost.addAll(last(homeless));
    return new Resolved(additions, found, reviews, lost);
  }

  /// Of several decisions on one anchor the last is the one that counts, orphaned or not.
  private static List<Decision> last(List<Decision> reviews) {
    Map<Anchor, Decision> last = new LinkedHashMap<>();
    reviews.forEach(
        decision -> last.put(((Entry.Reviewed) decision.entry()).statement().anchor(), decision));
    return List.copyOf(last.values());
  }

  private static Reading with(Reading read, List<Statement> added) {
    if (added.isEmpty()) {
      return read;
    }
    List<Statement> all = new ArrayList<>(read.statements());
    all.addAll(added);
    return new Reading(read.document(), read.text(), read.times(), all, read.reader());
  }
}
