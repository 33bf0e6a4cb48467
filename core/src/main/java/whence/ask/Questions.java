package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Stance;
import whence.model.Weighing;
import whence.weigh.Evidence;

/// What is on record for questions: which claims bear on them, and how.
///
/// Candidates are found by likeness to the question and to the hypotheses that would answer it; how
/// each stands is told by [Judge], and put right by people. Rivals of a claim that bears on a
/// question stand on the other side. Of several hypotheses for a question, what speaks for the one
/// with the least against it is *for*, and what speaks for the others is *against*.
public final class Questions {
  /// Of what no statement covers, what is less like the question is not shown.
  private static final double LIKE = 0.62;

  private static final Pattern MEANT =
      Pattern.compile(
          "(?i)\\bto (?:inform|tell|warn|brief|notify|alert|advise)\\b|\\b(?:if|should|would|could)\\b");

  private static final int MOST_UNCLEAR = 20;
  private static final int MOST_PASSAGES = 5;

  private final Inquiry inquiry;
  private final Nearby nearby;
  private final List<Entry.Fitted> fitted;
  private final Map<String, List<Entry.Assigned>> assigned = new HashMap<>();
  private final Map<String, Asked.Conclusion> conclusions = new HashMap<>();

  /// One pass over the readings; each question afterwards opens only the documents it needs.
  public Questions(View view, Weighing weighing, Inquiry inquiry, Search search) {
    this.inquiry = inquiry;
    this.nearby = new Nearby(view, weighing, inquiry, search);
    this.fitted = Hypotheses.fitted(view);
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
    return new Answering(new Inquiry.Question("", question, null), List.of()).asked();
  }

  private Asked own(Inquiry.Question question) {
    return new Answering(
            question,
            inquiry.hypotheses().stream()
                .filter(each -> question.id().equals(each.question()))
                .toList())
        .asked();
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
      Asked.State takes = of.state() == Asked.State.ANSWERED ? Asked.State.ONE_ORIGIN : of.state();
      if (takes.compareTo(state) < 0) {
        state = takes;
        suggested = of.suggested();
      }
    }
    return own.in(state, suggested);
  }

  /// *They* in a question are those of the question that it helps to answer, or of the one above
  /// it.
  private Proposition proposition(Inquiry.Question question) {
    Inquiry.Question before = null;
    for (Inquiry.Question each : inquiry.questions()) {
      if (each.id().equals(question.parent())) {
        before = each;
        break;
      }
      if (each.id().equals(question.id())) {
        break;
      }
      before = question.parent() == null && !question.id().isEmpty() ? each : before;
    }
    return Proposition.of(question.text(), before == null ? null : Proposition.of(before.text()));
  }

  private enum Side {
    PRO,
    CONTRA,
    UNCLEAR,
    UNANSWERED,
    NONE
  }

  /// One question on its way to what is on record for it.
  private final class Answering {
    private final Inquiry.Question question;
    private final Proposition wanted;
    private final Map<String, Proposition> hypotheses = new LinkedHashMap<>();
    private final @Nullable String leading;
    private final SortedMap<String, Asked.Item> pro = new TreeMap<>(CodePoints.ORDER);
    private final SortedMap<String, Asked.Item> contra = new TreeMap<>(CodePoints.ORDER);
    private final SortedMap<String, Asked.Item> unclear = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, Double> bearing = new HashMap<>();
    private final Map<String, Stand> told = new HashMap<>();

    Answering(Inquiry.Question question, List<Inquiry.Hypothesis> answers) {
      this.question = question;
      this.wanted = proposition(question);
      answers.forEach(each -> hypotheses.put(each.id(), Proposition.of(each.text())));
      this.leading =
          answers.size() < 2
              ? null
              : Hypotheses.leading(new Hypotheses(answers, nearby, fitted).matrix());
    }

    Asked asked() {
      List<Proposition> all = new ArrayList<>(List.of(wanted));
      all.addAll(hypotheses.values());
      Nearby.Hits hits = nearby.to(all);
      SortedMap<String, List<Nearby.Hit>> byKey = new TreeMap<>(CodePoints.ORDER);
      List<Nearby.Hit> unanswered = new ArrayList<>();
      for (Nearby.Hit hit : withTold(hits.statements())) {
        byKey.computeIfAbsent(nearby.key(hit.evidence()), _ -> new ArrayList<>()).add(hit);
        if (side(hit) == Side.UNANSWERED) {
          unanswered.add(hit);
        }
      }
      byKey.forEach(this::place);
      rivals();
      decided();
      unanswered.sort(
          Comparator.<Nearby.Hit>comparingDouble(hit -> -hit.score())
              .thenComparing(Nearby.Hit::evidence, Nearby.PLACES));
      List<Asked.Item> unsure =
          unclear.values().stream()
              .sorted(
                  Comparator.<Asked.Item>comparingDouble(
                          item -> -bearing.getOrDefault(item.id(), 0.0))
                      .thenComparing(Asked.Item::id, CodePoints.ORDER))
              .toList();
      return new Asked(
          question.id().isEmpty() ? null : question.id(),
          question.text(),
          question.parent(),
          inquiry.questions().stream()
              .filter(each -> !question.id().isEmpty() && question.id().equals(each.parent()))
              .map(Inquiry.Question::id)
              .toList(),
          state(),
          both().anyMatch(Asked.Item::suggested),
          Nearby.ordered(pro.values()),
          Nearby.ordered(contra.values()),
          unsure.subList(0, Math.min(MOST_UNCLEAR, unsure.size())),
          unanswered.stream().map(Nearby.Hit::evidence).toList(),
          nearby.origins(pro.values()),
          conclusions.get(question.id()),
          leading,
          hits.passages().stream()
              .filter(hit -> hit.score() >= LIKE)
              .limit(MOST_PASSAGES)
              .toList());
    }

    /// With the statements that show tellings to those asked about.
    private List<Nearby.Hit> withTold(List<Nearby.Hit> hits) {
      if (!wanted.telling()) {
        return hits;
      }
      told.putAll(nearby.told(wanted, hits));
      Set<String> found = new TreeSet<>(CodePoints.ORDER);
      hits.forEach(hit -> found.add(hit.evidence().statement().id()));
      List<String> more = told.keySet().stream().filter(id -> !found.contains(id)).toList();
      return Stream.concat(
              hits.stream(), nearby.places(more).stream().map(each -> new Nearby.Hit(each, 0)))
          .toList();
    }

    private Side side(Nearby.Hit hit) {
      Stand shown = told.get(hit.evidence().statement().id());
      // What only a question and its answer show together, a person reads.
      if (shown != null && hit.evidence().statement().stance() == Stance.ASKS) {
        return shown == Stand.REPEATS ? Side.UNANSWERED : Side.UNCLEAR;
      }
      if (shown != null) {
        return switch (shown) {
          case AGREES -> Side.PRO;
          case DISPUTES -> Side.CONTRA;
          case REPEATS -> Side.UNANSWERED;
          case UNSURE, UNRELATED -> Side.UNCLEAR;
        };
      }
      Stance stance = hit.evidence().statement().stance();
      boolean says = stance == Stance.ASSERTS || stance == Stance.DENIES || stance == Stance.DOUBTS;
      Stand direct = nearby.stand(wanted, hit.evidence());
      if (direct == Stand.REPEATS) {
        return says ? Side.NONE : Side.UNANSWERED;
      }
      if (!says) {
        return Side.NONE;
      }
      boolean speaksFor = direct == Stand.AGREES;
      boolean speaksAgainst = direct == Stand.DISPUTES;
      for (Map.Entry<String, Proposition> each : hypotheses.entrySet()) {
        Stand stand = nearby.stand(each.getValue(), hit.evidence());
        // One that says no to a question, or is not the leading one, turns its evidence round.
        boolean turned =
            wanted.kind() == Proposition.Kind.STATEMENT
                ? each.getValue().negated() != wanted.negated()
                : leading != null && !leading.equals(each.getKey());
        speaksFor |= stand == (turned ? Stand.DISPUTES : Stand.AGREES);
        speaksAgainst |= stand == (turned ? Stand.AGREES : Stand.DISPUTES);
      }
      if (speaksFor && speaksAgainst) {
        return Side.UNCLEAR;
      }
      if (speaksFor || speaksAgainst) {
        return speaksFor ? Side.PRO : Side.CONTRA;
      }
      return bearing(hit) > 0 ? Side.UNCLEAR : Side.NONE;
    }

    private double bearing(Nearby.Hit hit) {
      return Stream.concat(Stream.of(wanted), hypotheses.values().stream())
          .mapToDouble(each -> nearby.bearing(each, hit))
          .max()
          .orElse(0);
    }

    /// On the side of most of those that assert it, what is told going before what is not.
    private void place(String key, List<Nearby.Hit> hits) {
      List<Nearby.Hit> asserting =
          hits.stream()
              .filter(hit -> hit.evidence().statement().stance() == Stance.ASSERTS)
              .toList();
      Map<Side, Integer> sides = new TreeMap<>();
      (asserting.isEmpty() ? hits : asserting)
          .forEach(hit -> sides.merge(side(hit), 1, Integer::sum));
      int speaksFor = sides.getOrDefault(Side.PRO, 0);
      int speaksAgainst = sides.getOrDefault(Side.CONTRA, 0);
      if (speaksFor != speaksAgainst) {
        (speaksFor > speaksAgainst ? pro : contra).put(key, item(key, hits));
      } else if (speaksFor > 0 || sides.containsKey(Side.UNCLEAR)) {
        unclear.put(key, item(key, hits));
        bearing.put(key, hits.stream().mapToDouble(this::bearing).max().orElse(0));
      }
    }

    private Asked.Item item(String key, List<Nearby.Hit> hits) {
      return new Asked.Item(
          nearby.claim(key),
          hits.stream().map(Nearby.Hit::evidence).toList(),
          hits.stream().mapToDouble(Nearby.Hit::score).max().orElse(0),
          true,
          null,
          null);
    }

    /// Rivals of what is on one side are on the other, unless their own words put them elsewhere,
    /// or they are rivals of both.
    private void rivals() {
      SortedMap<String, Claim> ofPro = rivals(pro);
      SortedMap<String, Claim> ofContra = rivals(contra);
      ofPro.forEach((id, claim) -> opposite(id, claim, ofContra, contra));
      ofContra.forEach((id, claim) -> opposite(id, claim, ofPro, pro));
    }

    private SortedMap<String, Claim> rivals(SortedMap<String, Asked.Item> of) {
      SortedMap<String, Claim> rivals = new TreeMap<>(CodePoints.ORDER);
      for (Asked.Item item : of.values()) {
        for (String id : item.claim() == null ? List.<String>of() : item.claim().contradicts()) {
          Claim rival = nearby.claim(id);
          if (rival != null && !pro.containsKey(id) && !contra.containsKey(id)) {
            rivals.put(id, rival);
          }
        }
      }
      return rivals;
    }

    private void opposite(
        String id,
        Claim claim,
        SortedMap<String, Claim> alsoOf,
        SortedMap<String, Asked.Item> side) {
      if (!alsoOf.containsKey(id)) {
        unclear.remove(id);
        List<Evidence> evidence = nearby.places(claim.statements());
        if (!evidence.isEmpty()) {
          side.put(id, new Asked.Item(claim, evidence, 0, true, null, null));
        }
      }
    }

    /// What people set, the later over the earlier.
    private void decided() {
      for (Entry.Assigned it : assigned.getOrDefault(question.id(), List.of())) {
        Asked.Item item = nearby.decided(it.claim(), it.by(), it.why());
        if (item == null) {
          continue;
        }
        pro.remove(item.id());
        contra.remove(item.id());
        unclear.remove(item.id());
        switch (it.bearing()) {
          case FOR -> pro.put(item.id(), item);
          case AGAINST -> contra.put(item.id(), item);
          case NONE -> {}
        }
      }
    }

    private Stream<Asked.Item> both() {
      return Stream.concat(pro.values().stream(), contra.values().stream());
    }

    /// The table in docs/inquiry.md.
    private Asked.State state() {
      if (pro.isEmpty() && contra.isEmpty()) {
        return Asked.State.NOTHING_ON_RECORD;
      }
      if ((!pro.isEmpty() && !contra.isEmpty()) || both().anyMatch(Questions::isContested)) {
        return Asked.State.CONTESTED;
      }
      return both().anyMatch(Questions::stands) ? Asked.State.ANSWERED : Asked.State.ONE_ORIGIN;
    }
  }

  /// Whether some assert a claim and some deny it, or say a rival.
  private static boolean isContested(Asked.Item item) {
    Claim claim = item.claim();
    return claim != null
        && claim.origins().atMost() > 0
        && (!claim.deniedBy().isEmpty() || !claim.contradicts().isEmpty());
  }

  /// Whether a claim has two origins for certain, or people or rules hold it for probably true; and
  /// somebody says so plainly. What may be, what will be and what was only meant to be answers
  /// nothing.
  private static boolean stands(Asked.Item item) {
    Claim claim = item.claim();
    return claim != null
        && (claim.origins().atLeast() >= 2 || claim.grade().credibility() <= 2)
        && (!item.suggested()
            || item.evidence().stream()
                .map(Evidence::statement)
                .anyMatch(it ->
                    it.stance() != Stance.DOUBTS
                        && it.hedges().isEmpty()
                        && it.likelihood().isEmpty()
                        && !it.forecast()
                        && !MEANT.matcher(it.contentText()).find()));
  }
}
