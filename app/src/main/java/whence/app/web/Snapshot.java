package whence.app.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.weigh.Evidence;

/// The case at one moment, with what pages look up at hand, so that none of them reads it whole.
///
/// @param head the journal's last hash then
/// @param state of documents, readings and decisions: another state, another name
/// @param weighed as the machine weighed it
/// @param weighing with the grades that people gave
/// @param current whether `weighing` is of this moment, and not of an earlier one
/// @param claims by id
/// @param claimOf the claim's id by its statements' ids
public record Snapshot(
    Sha256 head,
    Sha256 state,
    View view,
    Weighing weighed,
    Weighing weighing,
    boolean current,
    Map<String, Claim> claims,
    Map<String, String> claimOf,
    Map<String, ClaimReview> reviews,
    Lookups lookups) {

  /// @param state of documents, readings and decisions: another state, another name
  /// @param weighed as the machine weighed it, without the grades that people gave
  /// @param before an earlier one, null for the first: what has not changed since is taken from it
  static Snapshot of(
      Sha256 head,
      Sha256 state,
      View view,
      Weighing weighed,
      boolean current,
      @Nullable Snapshot before) {
    Weighing weighing = view.judged(weighed);
    Map<String, Claim> claims =
        before != null && before.weighing.equals(weighing) ? before.claims : claims(weighing);
    Map<String, String> claimOf =
        before != null && before.weighed.equals(weighed) ? before.claimOf : claimOf(weighed);
    return new Snapshot(
        head,
        state,
        view,
        weighed,
        weighing,
        current,
        claims,
        claimOf,
        view.reviews(weighing),
        Lookups.of(view, before == null ? null : before.lookups));
  }

  /// The same for somebody else.
  Snapshot by(View other) {
    return new Snapshot(
        head, state, other, weighed, weighing, current, claims, claimOf, reviews, lookups);
  }

  private static Map<String, Claim> claims(Weighing weighing) {
    Map<String, Claim> claims = new HashMap<>();
    weighing.claims().forEach(claim -> claims.put(claim.id(), claim));
    return claims;
  }

  private static Map<String, String> claimOf(Weighing weighing) {
    Map<String, String> claimOf = new HashMap<>();
    for (Claim claim : weighing.claims()) {
      claim.statements().forEach(statement -> claimOf.put(statement, claim.id()));
    }
    return claimOf;
  }

  Optional<Claim> claim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  ClaimReview review(Claim claim) {
    return reviews.getOrDefault(claim.id(), ClaimReview.NONE);
  }

  public Tally tally(Sha256 document) {
    Lookups.Held held = lookups.byDocument().get(document);
    return held == null ? Tally.NONE : held.tally();
  }

  /// Of all documents together.
  Tally tally() {
    return lookups.byDocument().values().stream()
        .map(Lookups.Held::tally)
        .reduce(Tally.NONE, Tally::plus);
  }

  /// The reading that holds a statement.
  Optional<Reading> readingOf(String statement) {
    return Optional.ofNullable(lookups.documentOf().get(statement)).flatMap(view::reading);
  }

  /// A statement in its reading.
  Optional<Requested.Found> statement(String id) {
    return readingOf(id)
        .flatMap(reading ->
            reading.statements().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(statement -> new Requested.Found(reading, statement)));
  }

  /// The statements of `ids` with where they stand; only their documents are opened.
  Map<String, Evidence> evidence(Collection<String> ids) {
    Set<Sha256> documents = new LinkedHashSet<>();
    for (String id : ids) {
      Sha256 document = lookups.documentOf().get(id);
      if (document != null) {
        documents.add(document);
      }
    }
    Stream<Reading> readings = documents.stream().flatMap(it -> view.reading(it).stream());
    return Evidence.of(readings, ids);
  }
}
