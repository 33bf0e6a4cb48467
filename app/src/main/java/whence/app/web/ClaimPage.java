package whence.app.web;

import java.util.List;
import java.util.Map;
import whence.ask.Timeline;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.weigh.Evidence;
import whence.weigh.Explain;
import whence.weigh.Explanation;

/// A claim with all it rests on.
///
/// @param evidence the statements drawn, by id
/// @param dated whether anything of it has a time that can be put in order
public record ClaimPage(
    Claim claim,
    ClaimReview review,
    Explanation explanation,
    Map<String, Evidence> evidence,
    ClaimTree tree,
    boolean dated,
    boolean current) {
  static ClaimPage of(Snapshot at, Claim claim) {
    Map<String, Evidence> evidence = at.evidence(Explain.statements(claim));
    Explanation explanation =
        new Explain(at.weighing(), at.view().judgements()).of(claim, evidence);
    return new ClaimPage(
        claim,
        at.review(claim),
        explanation,
        evidence,
        ClaimTree.of(explanation),
        !moments(at, claim).isEmpty(),
        at.current());
  }

  /// When what it says happened, and when it was said.
  static List<Clusters.Placed> moments(Snapshot at, Claim claim) {
    return Clusters.placed(Timeline.of(at.evidence(claim.statements()).values()));
  }

  /// Those who deny it or doubt it.
  public List<Explanation.Telling> against() {
    return explanation.against();
  }
}
