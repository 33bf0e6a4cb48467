package whence.app.web;

import java.util.List;
import java.util.Map;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.weigh.Evidence;
import whence.weigh.Explain;
import whence.weigh.Explanation;

/// A claim with all it rests on.
///
/// @param evidence the statements drawn, by id
public record ClaimPage(
    Claim claim,
    ClaimReview review,
    Explanation explanation,
    Map<String, Evidence> evidence,
    boolean current) {
  static ClaimPage of(Snapshot at, Claim claim) {
    Map<String, Evidence> evidence = at.evidence(Explain.statements(claim));
    return new ClaimPage(
        claim,
        at.review(claim),
        new Explain(at.weighing(), at.view().judgements()).of(claim, evidence),
        evidence,
        at.current());
  }

  /// Those who deny it or doubt it.
  public List<Explanation.Telling> against() {
    return explanation.against();
  }
}
