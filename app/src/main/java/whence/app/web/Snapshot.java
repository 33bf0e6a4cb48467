package whence.app.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.weigh.Evidence;

/// The case at one moment, with what pages look up at hand, so that none of them reads it whole.
///
/// @param head the journal's last hash then
/// @param current whether `weighing` is of this moment, and not of an earlier one
/// @param claims by id
/// @param claimOf the claim's id by its statements' ids
/// @param documentOf where a statement stands, by its id
/// @param tallies of each document's statements
public record Snapshot(
    Sha256 head,
    View view,
    Weighing weighing,
    boolean current,
    Map<String, Claim> claims,
    Map<String, String> claimOf,
    Map<String, ClaimReview> reviews,
    Map<String, Sha256> documentOf,
    Map<Sha256, Tally> tallies) {

  /// How many statements a document has, and what people made of them.
  public record Tally(int statements, int attributed, int reviewed) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          statements + other.statements, attributed + other.attributed, reviewed + other.reviewed);
    }
  }

  static Snapshot of(Sha256 head, View view, Weighing weighing, boolean current) {
    Map<String, Claim> claims = new HashMap<>();
    Map<String, String> claimOf = new HashMap<>();
    for (Claim claim : weighing.claims()) {
      claims.put(claim.id(), claim);
      claim.statements().forEach(statement -> claimOf.put(statement, claim.id()));
    }
    Map<String, Sha256> documentOf = new HashMap<>();
    Map<Sha256, Tally> tallies = new HashMap<>();
    view.unconsulted()
        .forEach(reading -> {
          tallies.put(reading.document().sha256(), tally(view, reading));
          reading
              .statements()
              .forEach(statement -> documentOf.put(statement.id(), reading.document().sha256()));
        });
    return new Snapshot(
        head,
        view,
        weighing,
        current,
        claims,
        claimOf,
        view.reviews(weighing),
        documentOf,
        tallies);
  }

  private static Tally tally(View view, Reading reading) {
    int attributed = 0;
    int reviewed = 0;
    for (Statement statement : reading.statements()) {
      attributed += statement.kind() == Statement.Kind.ATTRIBUTED ? 1 : 0;
      reviewed += view.review(statement).state() == Review.State.UNREVIEWED ? 0 : 1;
    }
    return new Tally(reading.statements().size(), attributed, reviewed);
  }

  Optional<Claim> claim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  ClaimReview review(Claim claim) {
    return reviews.getOrDefault(claim.id(), ClaimReview.NONE);
  }

  public Tally tally(Sha256 document) {
    return tallies.getOrDefault(document, Tally.NONE);
  }

  /// The statements of `ids` with where they stand; only their documents are opened.
  Map<String, Evidence> evidence(Collection<String> ids) {
    Set<Sha256> documents = new LinkedHashSet<>();
    for (String id : ids) {
      Sha256 document = documentOf.get(id);
      if (document != null) {
        documents.add(document);
      }
    }
    List<Sha256> wanted = new ArrayList<>(documents);
    Stream<Reading> readings = wanted.stream().flatMap(it -> view.reading(it).stream());
    return Evidence.of(readings, ids);
  }
}
