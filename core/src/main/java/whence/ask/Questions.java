package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Stance;
import whence.model.StatementAnchor;
import whence.model.Weighing;
import whence.weigh.Evidence;
import whence.weigh.Explain;
import whence.weigh.Explanation;

/// What is on record for questions: which claims bear on them, and how.
///
/// Candidates are found by likeness to the question and to the hypotheses that would answer it; how
/// each stands is told by [Judge], and put right by people. Rivals of a claim that bears on a
/// question stand on the other side.
public final class Questions {
  /// So many are looked at for each text that is looked for.
  private static final int LOOKED_AT = 60;

  /// What is less like the question is not shown as unclear: it rarely has to do with it.
  private static final double LIKE = 0.62;

  /// In what words somebody is told something.
  private static final String TELLING =
      "told informed warned briefed notified alerted advised aware knew read seen received reached";

  private static final int MOST_UNCLEAR = 20;
  private static final int MOST_PASSAGES = 5;

  private static final Comparator<Evidence> PLACES =
      Comparator.<Evidence, String>comparing(each -> each.document().path(), CodePoints.ORDER)
          .thenComparing(each -> each.statement().extent())
          .thenComparing(each -> each.statement().id(), CodePoints.ORDER);

  private final View view;
  private final Inquiry inquiry;
  private final Search search;
  private final OnRecord record;
  private final Judge judge;
  private final Explain explain;
  private final Map<String, Claim> claims = new HashMap<>();
  private final Map<String, Claim> claimOf = new HashMap<>();
  private final Map<String, List<Entry.Assigned>> assigned = new HashMap<>();
  private final Map<String, Asked.Conclusion> conclusions = new HashMap<>();
  private final Function<List<StatementAnchor>, Optional<Claim>> anchored;

  /// One pass over the readings; each question afterwards opens only the documents it needs.
  public Questions(View view, Weighing weighing, Inquiry inquiry, Search search) {
    this.view = view;
    this.inquiry = inquiry;
    this.search = search;
    this.record = new OnRecord(view);
    this.judge = new Judge(inquiry.people());
    this.explain = new Explain(weighing, view.judgements());
    weighing
        .claims()
        .forEach(claim -> {
          claims.put(claim.id(), claim);
          claim.statements().forEach(statement -> claimOf.put(statement, claim));
        });
    this.anchored = view.claims(weighing);
    for (View.Decided<Entry.Assigned> each : view.standing(Entry.Assigned.class)) {
      assigned.computeIfAbsent(each.entry().question(), _ -> new ArrayList<>()).add(each.entry());
    }
    for (View.Decided<Entry.Concluded> each : view.standing(Entry.Concluded.class)) {
      Entry.Concluded it = each.entry();
      conclusions.put(
          it.question(),
          new Asked.Conclusion(
              each.number(),
              it.finding(),
              it.evidence().stream().flatMap(held -> view.statement(held).stream()).toList(),
              it.by(),
              it.why()));
    }
  }

  /// The inquiry's questions, in its order.
  public List<Asked> all() {
    Map<String, Asked> answers = new LinkedHashMap<>();
    inquiry.questions().forEach(question -> answers.put(question.id(), own(question)));
    return inquiry.questions().stream()
        .map(question -> withParts(question.id(), answers, new TreeSet<>()))
        .toList();
  }

  /// A question that the inquiry does not have.
  public Asked to(String question) {
    return answer(null, question, null, List.of(), List.of());
  }

  private Asked own(Inquiry.Question question) {
    List<String> parts =
        inquiry.questions().stream()
            .filter(each -> question.id().equals(each.parent()))
            .map(Inquiry.Question::id)
            .toList();
    List<Inquiry.Hypothesis> hypotheses =
        inquiry.hypotheses().stream()
            .filter(each -> question.id().equals(each.question()))
            .toList();
    return answer(question.id(), question.text(), question.parent(), parts, hypotheses);
  }

  /// What helps to answer a question does not answer it: without evidence of its own it is no
  /// better than what its parts have, and never answered.
  private static Asked withParts(String id, Map<String, Asked> answers, Set<String> above) {
    Asked own = Objects.requireNonNull(answers.get(id));
    if (own.state() != Asked.State.NOTHING_ON_RECORD || !above.add(id)) {
      return own;
    }
    Asked.State state = Asked.State.NOTHING_ON_RECORD;
    boolean suggested = own.suggested();
    for (String part : own.parts()) {
      Asked of = withParts(part, answers, above);
      Asked.State takes =
          switch (of.state()) {
            case CONTESTED -> Asked.State.CONTESTED;
            case ANSWERED, ONE_ORIGIN -> Asked.State.ONE_ORIGIN;
            case NOTHING_ON_RECORD -> Asked.State.NOTHING_ON_RECORD;
          };
      if (takes.compareTo(state) < 0) {
        state = takes;
        suggested = of.suggested();
      }
    }
    return new Asked(
        own.id(),
        own.question(),
        own.parent(),
        own.parts(),
        state,
        suggested,
        own.pro(),
        own.contra(),
        own.unclear(),
        own.unanswered(),
        own.origins(),
        own.conclusion(),
        own.passages());
  }

  private enum Side {
    PRO,
    CONTRA,
    UNCLEAR,
    UNANSWERED,
    NONE
  }

  /// A hit and how it stands.
  private record Found(Evidence evidence, double score, Side side) {}

  private Asked answer(
      @Nullable String id,
      String text,
      @Nullable String parent,
      List<String> parts,
      List<Inquiry.Hypothesis> hypotheses) {
    List<Proposition> answers =
        hypotheses.stream().map(each -> Proposition.of(each.text())).toList();
    SortedMap<String, Double> scores = new TreeMap<>(CodePoints.ORDER);
    List<Search.Hit> passages = new ArrayList<>();
    List<String> probes = new ArrayList<>(List.of(text));
    hypotheses.forEach(each -> probes.add(each.text()));
    for (String probe : probes) {
      for (Search.Hit hit : search.find(probe, LOOKED_AT)) {
        if (hit.statement() != null) {
          scores.merge(hit.statement(), hit.score(), Math::max);
        } else if (probe.equals(text) && hit.score() >= LIKE && passages.size() < MOST_PASSAGES) {
          passages.add(hit);
        }
      }
    }
    Proposition question = Proposition.of(text);
    for (String probe : probes) {
      words(probe, scores);
    }
    if (question.telling()) {
      words(String.join(" ", judge.names(question)) + " " + text + " " + TELLING, scores);
    }
    Sides sides = new Sides(question, answers);
    Map<String, Found> found = new TreeMap<>(CodePoints.ORDER);
    SortedMap<String, Evidence> evidence = record.of(scores.keySet());
    evidence.forEach((statement, each) -> {
      double score = scores.getOrDefault(statement, 0.0);
      found.put(statement, new Found(each, score, sides.of(each, score)));
    });
    Gathered gathered = gather(found);
    rivals(gathered);
    decide(id, gathered);
    return asked(id, text, parent, parts, gathered, found, passages);
  }

  private void words(String words, SortedMap<String, Double> scores) {
    for (Search.Hit hit : search.words(words, LOOKED_AT)) {
      if (hit.statement() != null) {
        scores.putIfAbsent(hit.statement(), 0.0);
      }
    }
  }

  /// Which side of a question a statement is on.
  private final class Sides {
    private final Proposition question;
    private final List<Proposition> hypotheses;

    Sides(Proposition question, List<Proposition> hypotheses) {
      this.question = question;
      this.hypotheses = hypotheses;
    }

    Side of(Evidence evidence, double score) {
      Stand direct = judge.of(question, evidence.statement());
      if (direct == Stand.REPEATS) {
        return switch (evidence.statement().stance()) {
          case DECLINES, SILENT, ASKS -> Side.UNANSWERED;
          case ASSERTS, DENIES, DOUBTS -> Side.NONE;
        };
      }
      boolean yesOrNo = question.kind() == Proposition.Kind.STATEMENT;
      boolean pro = direct == Stand.AGREES;
      boolean contra = direct == Stand.DISPUTES;
      for (Proposition hypothesis : hypotheses) {
        Stand stand = judge.of(hypothesis, evidence.statement());
        // A hypothesis that something is not so answers no.
        boolean turned = yesOrNo && hypothesis.negated() != question.negated();
        pro |= stand == (turned ? Stand.DISPUTES : Stand.AGREES);
        contra |= stand == (turned ? Stand.AGREES : Stand.DISPUTES);
      }
      if (pro && contra) {
        return yesOrNo ? Side.UNCLEAR : Side.PRO;
      }
      if (pro || contra) {
        return pro ? Side.PRO : Side.CONTRA;
      }
      return switch (evidence.statement().stance()) {
        case DECLINES, SILENT, ASKS -> Side.NONE;
        case ASSERTS, DENIES, DOUBTS -> score >= LIKE ? Side.UNCLEAR : Side.NONE;
      };
    }
  }

  /// Items by key: a claim's id, or that of a statement that makes no claim.
  private static final class Gathered {
    final SortedMap<String, Asked.Item> pro = new TreeMap<>(CodePoints.ORDER);
    final SortedMap<String, Asked.Item> contra = new TreeMap<>(CodePoints.ORDER);
    final SortedMap<String, Asked.Item> unclear = new TreeMap<>(CodePoints.ORDER);

    void remove(String key) {
      pro.remove(key);
      contra.remove(key);
      unclear.remove(key);
    }
  }

  private Gathered gather(Map<String, Found> found) {
    Map<String, List<Found>> byKey = new TreeMap<>(CodePoints.ORDER);
    found
        .values()
        .forEach(each -> byKey.computeIfAbsent(key(each), _ -> new ArrayList<>()).add(each));
    Gathered gathered = new Gathered();
    byKey.forEach((key, those) -> {
      Side side = side(those);
      switch (side) {
        case PRO -> gathered.pro.put(key, item(key, those));
        case CONTRA -> gathered.contra.put(key, item(key, those));
        case UNCLEAR -> gathered.unclear.put(key, item(key, those));
        case UNANSWERED, NONE -> {}
      }
    });
    return gathered;
  }

  private String key(Found found) {
    String statement = found.evidence().statement().id();
    Claim claim = claimOf.get(statement);
    return claim == null ? statement : claim.id();
  }

  /// The side of most of those that assert; a claim that all found deny is on the side of denying.
  private static Side side(List<Found> those) {
    List<Found> asserting =
        those.stream()
            .filter(each -> each.evidence().statement().stance() == Stance.ASSERTS)
            .toList();
    List<Found> counted = asserting.isEmpty() ? those : asserting;
    Side best = Side.NONE;
    long most = 0;
    for (Side side : Side.values()) {
      long count = counted.stream().filter(each -> each.side() == side).count();
      boolean telling = side == Side.PRO || side == Side.CONTRA;
      if (count > most && (telling || best == Side.NONE)) {
        best = side;
        most = count;
      }
    }
    return best;
  }

  private Asked.Item item(String key, List<Found> those) {
    return new Asked.Item(
        claims.get(key),
        those.stream().map(Found::evidence).sorted(PLACES).toList(),
        those.stream().mapToDouble(Found::score).max().orElse(0),
        true,
        null,
        null);
  }

  private List<Evidence> places(Collection<String> statements) {
    return record.of(statements).values().stream().sorted(PLACES).toList();
  }

  /// Rivals of what is on one side are on the other, unless their own words put them elsewhere.
  private void rivals(Gathered gathered) {
    SortedMap<String, Asked.Item> contra = rivals(gathered.pro, gathered);
    SortedMap<String, Asked.Item> pro = rivals(gathered.contra, gathered);
    contra.forEach((key, item) -> {
      if (!pro.containsKey(key)) {
        gathered.unclear.remove(key);
        gathered.contra.put(key, item);
      }
    });
    pro.forEach((key, item) -> {
      if (!contra.containsKey(key)) {
        gathered.unclear.remove(key);
        gathered.pro.put(key, item);
      }
    });
  }

  private SortedMap<String, Asked.Item> rivals(
      SortedMap<String, Asked.Item> of, Gathered gathered) {
    SortedMap<String, Asked.Item> rivals = new TreeMap<>(CodePoints.ORDER);
    for (Asked.Item item : of.values()) {
      if (item.claim() == null) {
        continue;
      }
      for (String rival : item.claim().contradicts()) {
        Claim claim = claims.get(rival);
        if (claim != null
            && !gathered.pro.containsKey(rival)
            && !gathered.contra.containsKey(rival)) {
          rivals.put(rival, new Asked.Item(claim, places(claim.statements()), 0, true, null, null));
        }
      }
    }
    return rivals;
  }

  /// What people set, the later over the earlier.
  private void decide(@Nullable String question, Gathered gathered) {
    if (question == null) {
      return;
    }
    for (Entry.Assigned it : assigned.getOrDefault(question, List.of())) {
      List<String> statements =
          it.claim().stream().flatMap(held -> view.statement(held).stream()).toList();
      Claim claim = anchored.apply(it.claim()).orElse(null);
      if (claim == null && statements.isEmpty()) {
        continue;
      }
      String key = claim == null ? statements.getFirst() : claim.id();
      gathered.remove(key);
      Asked.Item item =
          new Asked.Item(
              claim,
              places(claim == null ? statements : claim.statements()),
              0,
              false,
              it.by(),
              it.why());
      switch (it.bearing()) {
        case FOR -> gathered.pro.put(key, item);
        case AGAINST -> gathered.contra.put(key, item);
        case NONE -> {}
      }
    }
  }

  private Asked asked(
      @Nullable String id,
      String text,
      @Nullable String parent,
      List<String> parts,
      Gathered gathered,
      Map<String, Found> found,
      List<Search.Hit> passages) {
    List<Asked.Item> pro = ordered(gathered.pro.values());
    List<Asked.Item> contra = ordered(gathered.contra.values());
    List<Asked.Item> unclear = ordered(gathered.unclear.values());
    return new Asked(
        id,
        text,
        parent,
        parts,
        state(pro, contra),
        Stream.concat(pro.stream(), contra.stream()).anyMatch(Asked.Item::suggested),
        pro,
        contra,
        unclear.subList(0, Math.min(MOST_UNCLEAR, unclear.size())),
        found.values().stream()
            .filter(each -> each.side() == Side.UNANSWERED)
            .sorted(
                Comparator.<Found>comparingDouble(each -> -each.score())
                    .thenComparing(Found::evidence, PLACES))
            .map(Found::evidence)
            .toList(),
        origins(pro),
        id == null ? null : conclusions.get(id),
        passages);
  }

  /// The table in docs/inquiry.md.
  private Asked.State state(List<Asked.Item> pro, List<Asked.Item> contra) {
    if (pro.isEmpty() && contra.isEmpty()) {
      return Asked.State.NOTHING_ON_RECORD;
    }
    boolean denied =
        pro.stream().anyMatch(item -> item.claim() != null && !item.claim().deniedBy().isEmpty());
    if ((!pro.isEmpty() && !contra.isEmpty()) || denied) {
      return Asked.State.CONTESTED;
    }
    return Stream.concat(pro.stream(), contra.stream()).anyMatch(Questions::stands)
        ? Asked.State.ANSWERED
        : Asked.State.ONE_ORIGIN;
  }

  /// Whether a claim has two origins for certain, or is held to be true for another reason.
  private static boolean stands(Asked.Item item) {
    Claim claim = item.claim();
    return claim != null
        && (claim.origins().atLeast() >= 2 || claim.grade().credibility() <= 2)
        && claim.deniedBy().isEmpty()
        && claim.contradicts().isEmpty();
  }

  /// The origins of all together: two claims from one mouth have one.
  private Claim.Origins origins(List<Asked.Item> items) {
    Set<String> statements = new LinkedHashSet<>();
    for (Asked.Item item : items) {
      statements.addAll(item.statements());
    }
    if (statements.isEmpty()) {
      return new Claim.Origins(0, 0, List.of());
    }
    Claim together =
        new Claim(
            "",
            "",
            List.copyOf(statements),
            0,
            new Claim.Origins(0, 0, List.of()),
            new Claim.Grade(6, ""),
            List.of(),
            List.of());
    List<Explanation.Origin> all = explain.of(together, record.of(statements)).origins();
    int certain =
        (int) all.stream().filter(each -> each.count() == Explanation.Count.INDEPENDENT).count();
    int perhaps =
        (int) all.stream().filter(each -> each.count() == Explanation.Count.PERHAPS).count();
    return new Claim.Origins(
        certain, certain + perhaps, all.stream().map(Explanation.Origin::name).distinct().toList());
  }

  /// Best established first.
  private static List<Asked.Item> ordered(Collection<Asked.Item> items) {
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
