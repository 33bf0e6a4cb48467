package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Sha256;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Weighing;
import whence.weigh.Evidence;
import whence.weigh.Explain;
import whence.weigh.Explanation;

/// What is on record near a question or a hypothesis, with the claims it belongs to.
final class Nearby {
  /// So many are looked at for each text that is looked for.
  private static final int LOOKED_AT = 60;

  /// Tellings are read in so many documents.
  private static final int TOLD_IN = 20;

  /// In what words somebody is told something.
  private static final String TELLING =
      "told informed warned briefed notified alerted advised aware knew read seen received reached";

  static final Comparator<Evidence> PLACES =
      Comparator.<Evidence, String>comparing(each -> each.document().path(), CodePoints.ORDER)
          .thenComparing(each -> each.statement().extent())
          .thenComparing(each -> each.statement().id(), CodePoints.ORDER);

  private final View view;
  private final Search search;
  private final OnRecord record;
  private final Judge judge;
  private final Explain explain;
  private final Addressed addressed;
  private final Weighing weighing;
  private final Map<Sha256, List<Telling>> tellings = new HashMap<>();
  private final Function<List<StatementAnchor>, Optional<Claim>> anchored;
  private final Map<String, Claim> claims = new HashMap<>();
  private final Map<String, Claim> claimOf = new HashMap<>();

  Nearby(View view, Weighing weighing, Inquiry inquiry, Search search) {
    this.view = view;
    this.weighing = weighing;
    this.addressed = new Addressed(inquiry, search::alike);
    this.search = search;
    this.record = new OnRecord(view);
    this.judge = new Judge(inquiry.people(), search::alike);
    this.explain = new Explain(weighing, view.judgements());
    this.anchored = view.claims(weighing);
    for (Claim claim : weighing.claims()) {
      claims.put(claim.id(), claim);
      claim.statements().forEach(statement -> claimOf.put(statement, claim));
    }
  }

  /// @param score how like what was looked for, 0 where it was found by words alone
  record Hit(Evidence evidence, double score) {}

  /// @param statements by place
  /// @param passages that no statement covers, like the first text, best first
  record Hits(List<Hit> statements, List<Search.Hit> passages) {}

  Hits to(List<Proposition> wanted) {
    SortedMap<String, Double> scores = new TreeMap<>(CodePoints.ORDER);
    List<Search.Hit> passages = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      for (Search.Hit hit : search.find(wanted.get(i).text(), LOOKED_AT)) {
        if (hit.statement() != null) {
          scores.merge(hit.statement(), hit.score(), Math::max);
        } else if (i == 0) {
          passages.add(hit);
        }
      }
    }
    for (Proposition each : wanted) {
      words(each.text(), scores);
      String more = each.otherWords();
      if (!more.isEmpty()) {
        words(each.text() + " " + more, scores);
      }
      if (each.telling()) {
        words(String.join(" ", judge.names(each)) + " " + each.text() + " " + TELLING, scores);
      }
    }
    List<Hit> hits =
        record.of(scores.keySet()).values().stream()
            .sorted(PLACES)
            .map(each -> new Hit(each, scores.getOrDefault(each.statement().id(), 0.0)))
            .toList();
    return new Hits(hits, passages);
  }

  /// How statements stand to a question whether somebody was told something, by the tellings that
  /// they show; of the documents with the best of `hits`.
  Map<String, Stand> told(Proposition wanted, List<Hit> hits) {
    List<Sha256> documents =
        hits.stream()
            .sorted(
                Comparator.<Hit>comparingDouble(hit -> -bearing(wanted, hit))
                    .thenComparing(Hit::evidence, PLACES))
            .map(hit -> hit.evidence().document().sha256())
            .distinct()
            .limit(TOLD_IN)
            .toList();
    List<Sha256> unread = documents.stream().filter(each -> !tellings.containsKey(each)).toList();
    unread.forEach(each -> tellings.put(each, new ArrayList<>()));
    for (Telling telling : Tellings.in(view, weighing, unread)) {
      List<Telling> of = telling.document() == null ? null : tellings.get(telling.document());
      if (of != null) {
        of.add(telling);
      }
    }
    return addressed.of(
        wanted,
        documents.stream()
            .flatMap(each -> tellings.getOrDefault(each, List.of()).stream())
            .toList(),
        hits.stream()
            .filter(hit -> bearing(wanted, hit) > 0)
            .map(hit -> hit.evidence().document().sha256())
            .collect(Collectors.toSet()));
  }

  private void words(String words, SortedMap<String, Double> scores) {
    for (Search.Hit hit : search.words(words, LOOKED_AT)) {
      if (hit.statement() != null) {
        scores.putIfAbsent(hit.statement(), 0.0);
      }
    }
  }

  /// As [Judge#bearing].
  double bearing(Proposition proposition, Hit hit) {
    return judge.bearing(proposition, hit.evidence().statement(), hit.score());
  }

  Stand stand(Proposition proposition, Evidence evidence) {
    return judge.of(proposition, evidence.statement(), record.before(evidence.statement().id()));
  }

  @Nullable Claim claim(String id) {
    return claims.get(id);
  }

  /// What a statement counts under: its claim's id, else its own.
  String key(Evidence evidence) {
    Claim claim = claimOf.get(evidence.statement().id());
    return claim == null ? evidence.statement().id() : claim.id();
  }

  /// What a person's decision was made on, as it stands today; null where its place is lost.
  Asked.@Nullable Item decided(List<StatementAnchor> held, String by, @Nullable String why) {
    List<String> statements =
        held.stream().flatMap(each -> view.statement(each).stream()).distinct().toList();
    Claim claim = anchored.apply(held).orElse(null);
    List<Evidence> evidence = places(claim == null ? statements : claim.statements());
    return evidence.isEmpty() ? null : new Asked.Item(claim, evidence, 0, false, by, why);
  }

  List<Evidence> places(Collection<String> statements) {
    return record.of(statements).values().stream().sorted(PLACES).toList();
  }

  /// Where all of these enter the record, taken together: two claims from one mouth have one
  /// origin. Of an item that nobody asserts, the denials are what enters.
  List<Explanation.Origin> roots(Collection<Asked.Item> items) {
    SortedMap<String, Evidence> evidence = new TreeMap<>(CodePoints.ORDER);
    for (Asked.Item item : items) {
      SortedMap<String, Evidence> of = record.of(item.statements());
      boolean asserted =
          of.values().stream().anyMatch(each -> each.statement().stance() == Stance.ASSERTS);
      of.forEach((id, each) -> evidence.put(id, asserted ? each : asserting(each)));
    }
    if (evidence.isEmpty()) {
      return List.of();
    }
    Claim together =
        new Claim(
            "",
            "",
            List.copyOf(evidence.keySet()),
            0,
            new Claim.Origins(0, 0, List.of()),
            new Claim.Grade(6, ""),
            List.of(),
            List.of());
    return explain.of(together, evidence).origins();
  }

  private static Evidence asserting(Evidence evidence) {
    Statement it = evidence.statement();
    Statement asserting =
        new Statement(
            it.id(),
            it.document(),
            it.kind(),
            it.within(),
            it.depth(),
            it.region(),
            it.source(),
            it.cue(),
            it.content(),
            it.chain(),
            it.act(),
            it.stance() == Stance.DENIES ? Stance.ASSERTS : it.stance(),
            it.likelihood(),
            it.analyticConfidence(),
            it.hedges(),
            it.backing(),
            it.forecast(),
            it.said(),
            it.about(),
            it.speakerRole(),
            it.mentions(),
            it.score());
    return new Evidence(asserting, evidence.document(), evidence.page());
  }

  /// The figures of [#roots], with the names of those that count.
  Claim.Origins origins(Collection<Asked.Item> items) {
    List<Explanation.Origin> roots = roots(items);
    int certain = count(roots, Explanation.Count.INDEPENDENT);
    return new Claim.Origins(
        certain,
        certain + count(roots, Explanation.Count.PERHAPS),
        roots.stream()
            .filter(root -> root.count() != Explanation.Count.SHARED)
            .map(Explanation.Origin::name)
            .distinct()
            .toList());
  }

  private static int count(List<Explanation.Origin> roots, Explanation.Count count) {
    return (int) roots.stream().filter(root -> root.count() == count).count();
  }

  /// Best established first.
  static List<Asked.Item> ordered(Collection<Asked.Item> items) {
    return items.stream()
        .sorted(
            Comparator.<Asked.Item>comparingInt(item -> rank(item.claim()))
                .thenComparingInt(
                    item -> item.claim() == null ? 0 : -item.claim().origins().atLeast())
                .thenComparingInt(
                    item -> item.claim() == null ? 0 : -item.claim().origins().atMost())
                .thenComparingDouble(item -> -item.score())
                .thenComparing(Asked.Item::id, CodePoints.ORDER))
        .toList();
  }

  /// Credibility, what cannot be judged before what is doubted: unknown is not no.
  private static int rank(@Nullable Claim claim) {
    int credibility = claim == null ? 6 : claim.grade().credibility();
    return credibility == 6 ? 35 : credibility * 10;
  }
}
