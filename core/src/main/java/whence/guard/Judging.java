package whence.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Judgements;
import whence.model.StatementAnchor;
import whence.model.Weighing;

/// What people decided on claims and sources, with anchors resolved to statements of today.
final class Judging {
  private final Decisions decisions;

  Judging(Decisions decisions) {
    this.decisions = decisions;
  }

  /// For weighing. Where a later decision goes against an earlier one, the later holds.
  Judgements judgements() {
    List<Set<String>> together = new ArrayList<>();
    List<Judgements.Apart> apart = new ArrayList<>();
    List<Judgements.Related> related = new ArrayList<>();
    List<Judgements.Sources> sources = new ArrayList<>();
    List<Judgements.Rated> rated = new ArrayList<>();
    List<Judgements.Withdrawn> withdrawn = new ArrayList<>();
    for (Decision decision : decisions.standing()) {
      switch (decision.entry()) {
        case Entry.Joined it -> join(find(it.statements()), together, apart);
        case Entry.Parted it ->
            part(new Judgements.Apart(find(it.these()), find(it.those())), together, apart);
        case Entry.Related it ->
            related.add(new Judgements.Related(find(it.claim()), find(it.other()), it.relation()));
        case Entry.Identified it -> {
          sources.removeIf(earlier -> isOf(earlier, it));
          sources.add(new Judgements.Sources(it.one(), it.other(), it.same()));
        }
        case Entry.Rated it -> {
          rated.removeIf(earlier -> earlier.source().equals(it.source()));
          rated.add(new Judgements.Rated(it.source(), it.reliability(), it.by(), it.why()));
        }
        case Entry.Withdrawn it -> {
          withdrawn.removeIf(earlier -> earlier.source().equals(it.source()));
          withdrawn.add(new Judgements.Withdrawn(it.source(), it.by(), it.why()));
        }
        case Entry.Reviewed _,
            Entry.Added _,
            Entry.Graded _,
            Entry.Discarded _,
            Entry.Inquired _,
            Entry.Undone _ -> {}
      }
    }
    return new Judgements(together, apart, related, sources, rated, withdrawn);
  }

  private static void join(
      Set<String> joined, List<Set<String>> together, List<Judgements.Apart> apart) {
    for (int i = 0; i < apart.size(); i++) {
      Judgements.Apart earlier = apart.get(i);
      if (touches(earlier.these(), joined) && touches(earlier.those(), joined)) {
        apart.set(
            i,
            new Judgements.Apart(
                without(earlier.these(), joined), without(earlier.those(), joined)));
      }
    }
    if (joined.size() > 1) {
      together.add(joined);
    }
  }

  private static void part(
      Judgements.Apart parted, List<Set<String>> together, List<Judgements.Apart> apart) {
    List<Set<String>> left = new ArrayList<>();
    for (Set<String> joined : together) {
      if (touches(joined, parted.these()) && touches(joined, parted.those())) {
        Set<String> these = new HashSet<>(joined);
        these.retainAll(parted.these());
        left.add(these);
        left.add(without(joined, parted.these()));
      } else {
        left.add(joined);
      }
    }
    together.clear();
    left.stream().filter(joined -> joined.size() > 1).forEach(together::add);
    apart.add(parted);
  }

  private static boolean touches(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static boolean isOf(Judgements.Sources earlier, Entry.Identified it) {
    return (earlier.one().equals(it.one()) && earlier.other().equals(it.other()))
        || (earlier.one().equals(it.other()) && earlier.other().equals(it.one()));
  }

  private Set<String> find(List<StatementAnchor> held) {
    Set<String> found = new TreeSet<>(CodePoints.ORDER);
    held.forEach(each -> decisions.find(each).ifPresent(found::add));
    return found;
  }

  /// Finds the claims of a weighing that decisions were made on: each is the claim in which most of
  /// the statements are.
  Function<List<StatementAnchor>, Optional<Claim>> claims(Weighing weighing) {
    Map<String, Claim> claimOf = claimOf(weighing);
    return held -> claim(held, claimOf);
  }

  private static Map<String, Claim> claimOf(Weighing weighing) {
    Map<String, Claim> claimOf = new HashMap<>();
    weighing
        .claims()
        .forEach(claim -> claim.statements().forEach(statement -> claimOf.put(statement, claim)));
    return claimOf;
  }

  /// What people made of claims, by claim id. A decision is on the claim in which most of the
  /// statements are that it was made on.
  Map<String, ClaimReview> reviews(Weighing weighing) {
    if (decisions.standing().stream().noneMatch(decision -> isOnClaims(decision.entry()))) {
      return Map.of();
    }
    Map<String, Claim> claimOf = claimOf(weighing);
    Map<String, ClaimReview> reviews = new HashMap<>();
    for (Decision decision : decisions.standing()) {
      switch (decision.entry()) {
        case Entry.Graded it ->
            claim(it.claim(), claimOf)
                .ifPresent(claim -> {
                  Set<String> seen = find(it.claim());
                  int since =
                      (int)
                          claim.statements().stream().filter(each -> !seen.contains(each)).count();
                  ClaimReview before = review(reviews, claim);
                  reviews.put(
                      claim.id(),
                      new ClaimReview(
                          new ClaimReview.Grading(it.credibility(), it.by(), it.why(), since),
                          before.rejection(),
                          before.ties()));
                });
        case Entry.Discarded it ->
            claim(it.claim(), claimOf)
                .ifPresent(claim -> {
                  ClaimReview before = review(reviews, claim);
                  reviews.put(
                      claim.id(),
                      new ClaimReview(
                          before.grading(),
                          new ClaimReview.Rejection(it.by(), it.why()),
                          before.ties()));
                });
        case Entry.Related it -> {
          Optional<Claim> one = claim(it.claim(), claimOf);
          Optional<Claim> other = claim(it.other(), claimOf);
          if (one.isPresent() && other.isPresent() && !one.get().id().equals(other.get().id())) {
            tie(reviews, one.get(), other.get(), it, true);
            tie(reviews, other.get(), one.get(), it, false);
          }
        }
        case Entry.Reviewed _,
            Entry.Added _,
            Entry.Joined _,
            Entry.Parted _,
            Entry.Identified _,
            Entry.Rated _,
            Entry.Withdrawn _,
            Entry.Inquired _,
            Entry.Undone _ -> {}
      }
    }
    return reviews;
  }

  private static boolean isOnClaims(Entry.Decided entry) {
    return entry instanceof Entry.Graded
        || entry instanceof Entry.Discarded
        || entry instanceof Entry.Related;
  }

  private static ClaimReview review(Map<String, ClaimReview> reviews, Claim claim) {
    return reviews.getOrDefault(claim.id(), ClaimReview.NONE);
  }

  /// The later decision on two claims holds.
  private static void tie(
      Map<String, ClaimReview> reviews, Claim claim, Claim other, Entry.Related it, boolean toIt) {
    ClaimReview before = review(reviews, claim);
    List<ClaimReview.Tie> ties = new ArrayList<>(before.ties());
    ties.removeIf(tie -> tie.claim().equals(other.id()));
    ties.add(new ClaimReview.Tie(other.id(), it.relation(), toIt, it.by(), it.why()));
    reviews.put(claim.id(), new ClaimReview(before.grading(), before.rejection(), ties));
  }

  private Optional<Claim> claim(List<StatementAnchor> held, Map<String, Claim> claimOf) {
    Map<String, Integer> votes = new HashMap<>();
    Map<String, Claim> claims = new HashMap<>();
    for (String statement : find(held)) {
      @Nullable Claim claim = claimOf.get(statement);
      if (claim != null) {
        votes.merge(claim.id(), 1, Integer::sum);
        claims.put(claim.id(), claim);
      }
    }
    return votes.entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, Integer>>comparingInt(vote -> -vote.getValue())
                .thenComparing(Map.Entry::getKey, CodePoints.ORDER))
        .map(vote -> Objects.requireNonNull(claims.get(vote.getKey())));
  }

  /// A weighing whose claims carry the grades that people gave; what the rules give stays in the
  /// reason.
  Weighing judged(Weighing weighing) {
    Map<String, ClaimReview> reviews = reviews(weighing);
    return reviews.isEmpty()
        ? weighing
        : new Weighing(
            weighing.claims().stream()
                .map(claim -> judged(claim, review(reviews, claim).grading()))
                .toList(),
            weighing.reuse(),
            weighing.families());
  }

  private static Claim judged(Claim claim, ClaimReview.@Nullable Grading grading) {
    return grading == null
        ? claim
        : claim.graded(new Claim.Grade(grading.credibility(), why(grading, claim.grade())));
  }

  private static String why(ClaimReview.Grading grading, Claim.Grade byRules) {
    StringBuilder why = new StringBuilder(grading.by()).append(" graded it ");
    why.append(grading.credibility());
    if (grading.why() != null) {
      why.append(": ").append(grading.why());
    }
    why.append(why.charAt(why.length() - 1) == '.' ? " " : ". ");
    if (grading.since() > 0) {
      why.append(grading.since())
          .append(grading.since() == 1 ? " statement has" : " statements have")
          .append(" come to it since. ");
    }
    return why.append("By the rules it is ")
        .append(byRules.credibility())
        .append(": ")
        .append(byRules.why())
        .toString();
  }
}
