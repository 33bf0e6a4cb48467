package whence.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import whence.model.Anchor;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;

/// Finds for each decision the statement that it is about today, a document at a time and once.
final class Decisions {
  private static final Resolved NOTHING = new Resolved(Map.of(), List.of());

  private final Map<Sha256, List<Decision>> byDocument;
  private final Function<Sha256, Optional<Reading>> readings;
  private final Map<Sha256, Resolved> resolved = new ConcurrentHashMap<>();

  /// @param standing what was decided last on each statement, by its id
  private record Resolved(Map<String, Decision> standing, List<Decision> orphans) {}

  /// @param byDocument in the journal's order
  Decisions(Map<Sha256, List<Decision>> byDocument, Function<Sha256, Optional<Reading>> readings) {
    this.byDocument = byDocument;
    this.readings = readings;
  }

  /// Whether there is any on a document.
  boolean concern(Sha256 document) {
    return byDocument.containsKey(document);
  }

  Review review(Statement statement) {
    if (!concern(statement.document())) {
      return Review.NONE;
    }
    Decision decision = resolved(statement.document()).standing.get(statement.id());
    return decision == null ? Review.NONE : decision.review();
  }

  /// Resolves a document's decisions while its reading is at hand, so that nothing is loaded twice.
  void meet(Reading reading) {
    Sha256 document = reading.document().sha256();
    List<Decision> decisions = byDocument.get(document);
    if (decisions != null) {
      resolved.computeIfAbsent(document, _ -> resolve(reading, decisions));
    }
  }

  List<Decision> orphans() {
    return byDocument.keySet().stream()
        .flatMap(document -> resolved(document).orphans.stream())
        .sorted(Comparator.comparingLong(Decision::number))
        .toList();
  }

  /// What the decisions come to, a line each, the same however they were arrived at.
  List<String> state() {
    Map<Anchor, String> last = new HashMap<>();
    byDocument
        .values()
        .forEach(decisions ->
            decisions.forEach(it ->
                last.put(
                    it.reviewed().anchor(),
                    it.reviewed().anchor()
                        + " "
                        + it.reviewed().statement()
                        + " "
                        + it.reviewed().verdict()
                        + " "
                        + it.reviewed().correctedSource())));
    return last.values().stream().sorted().toList();
  }

  private Resolved resolved(Sha256 document) {
    Resolved known = resolved.get(document);
    if (known != null) {
      return known;
    }
    List<Decision> decisions = byDocument.getOrDefault(document, List.of());
    Resolved now =
        readings
            .apply(document)
            .map(reading -> resolve(reading, decisions))
            .orElseGet(() -> decisions.isEmpty() ? NOTHING : orphaned(decisions));
    resolved.put(document, now);
    return now;
  }

  private static Resolved resolve(Reading reading, List<Decision> decisions) {
    Places places = new Places(reading.text(), reading.statements());
    Map<String, Decision> standing = new HashMap<>();
    List<Decision> homeless = new ArrayList<>();
    for (Decision decision : decisions) {
      places
          .find(decision.reviewed().statement(), decision.reviewed().anchor())
          .ifPresentOrElse(
              statement -> standing.put(statement.id(), decision), () -> homeless.add(decision));
    }
    return new Resolved(standing, orphaned(homeless).orphans);
  }

  /// Of several decisions on one anchor the last is the one that counts, orphaned or not.
  private static Resolved orphaned(List<Decision> decisions) {
    Map<Anchor, Decision> last = new LinkedHashMap<>();
    decisions.forEach(decision -> last.put(decision.reviewed().anchor(), decision));
    return new Resolved(Map.of(), List.copyOf(last.values()));
  }
}
