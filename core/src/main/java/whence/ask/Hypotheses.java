package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Fit;
import whence.model.Relevance;
import whence.model.Stance;
import whence.model.Weighing;
import whence.weigh.Evidence;
import whence.weigh.Explanation;

/// Sets evidence against hypotheses: what agrees with one is suggested as consistent with it, what
/// disputes it as inconsistent, until people say otherwise.
///
/// The least inconsistent hypothesis stands first. What is inconsistent counts once for each
/// independent origin, by the heaviest claim of that origin; a claim weighs by its credibility
/// ([#weight]), twice that where its relevance is high, half where it is low. Ties go to the
/// hypothesis with more that is consistent, counted alike, then to the inquiry's order. No
/// probability comes of it.
public final class Hypotheses {
  private final List<Inquiry.Hypothesis> hypotheses;
  private final Nearby nearby;
  private final List<Entry.Fitted> fitted;

  public Hypotheses(View view, Weighing weighing, Inquiry inquiry, Search search) {
    this(inquiry.hypotheses(), new Nearby(view, weighing, inquiry, search), fitted(view));
  }

  Hypotheses(List<Inquiry.Hypothesis> hypotheses, Nearby nearby, List<Entry.Fitted> fitted) {
    this.hypotheses = List.copyOf(hypotheses);
    this.nearby = nearby;
    this.fitted = List.copyOf(fitted);
  }

  static List<Entry.Fitted> fitted(View view) {
    return view.standing(Entry.Fitted.class).stream().map(View.Decided::entry).toList();
  }

  /// What a claim weighs by its credibility. One that cannot be judged weighs as one that is
  /// doubted, which is little, and not nothing: it is on record.
  public static double weight(@Nullable Claim claim) {
    return switch (claim == null ? 6 : claim.grade().credibility()) {
      case 1 -> 4;
      case 2 -> 3;
      case 3 -> 2;
      case 5 -> 0;
      default -> 1;
    };
  }

  private static double factor(@Nullable Relevance relevance) {
    return switch (relevance) {
      case null -> 1;
      case HIGH -> 2;
      case MEDIUM -> 1;
      case LOW -> 0.5;
    };
  }

  /// A row in the making.
  private record Draft(Asked.Item item, SortedMap<String, Matrix.Cell> cells) {}

  public Matrix matrix() {
    SortedMap<String, Draft> drafts = suggested();
    set(drafts);
    drafts.values().removeIf(draft -> draft.cells().values().stream().noneMatch(Hypotheses::bears));
    drafts
        .values()
        .forEach(draft ->
            hypotheses.forEach(each ->
                draft
                    .cells()
                    .putIfAbsent(
                        each.id(), new Matrix.Cell(Fit.NOT_APPLICABLE, null, true, null, null))));
    List<Draft> all = List.copyOf(drafts.values());
    Map<String, Double> against = sums(all, Fit.INCONSISTENT);
    List<String> order = order(against, sums(all, Fit.CONSISTENT));
    Set<String> decisive = decisive(all, order);
    List<Matrix.Row> rows =
        all.stream()
            .map(draft ->
                new Matrix.Row(
                    draft.item(),
                    draft.cells(),
                    weight(draft.item().claim()),
                    isDiagnostic(draft),
                    decisive.contains(draft.item().id())))
            .sorted(
                Comparator.comparing((Matrix.Row row) -> !row.decisive())
                    .thenComparing(row -> !row.diagnostic())
                    .thenComparingDouble(row -> -row.weight())
                    .thenComparingDouble(row -> -row.item().score())
                    .thenComparing(Matrix.Row::id, CodePoints.ORDER))
            .toList();
    return new Matrix(
        order.stream().map(id -> standing(id, against.getOrDefault(id, 0.0), rows)).toList(), rows);
  }

  /// The hypothesis with the least against it; null where there is none, or two have as little.
  static @Nullable String leading(Matrix matrix) {
    List<Matrix.Standing> all = matrix.hypotheses();
    boolean tied = all.size() > 1 && all.get(0).against() == all.get(1).against();
    return all.isEmpty() || tied ? null : all.getFirst().hypothesis().id();
  }

  private static boolean bears(Matrix.Cell cell) {
    return !cell.suggested() || cell.fit() == Fit.CONSISTENT || cell.fit() == Fit.INCONSISTENT;
  }

  private SortedMap<String, Draft> suggested() {
    SortedMap<String, List<Nearby.Hit>> byKey = new TreeMap<>(CodePoints.ORDER);
    Map<String, Proposition> propositions = new HashMap<>();
    for (Inquiry.Hypothesis hypothesis : hypotheses) {
      Proposition proposition = Proposition.of(hypothesis.text());
      propositions.put(hypothesis.id(), proposition);
      for (Nearby.Hit hit : nearby.to(List.of(proposition)).statements()) {
        List<Nearby.Hit> hits =
            byKey.computeIfAbsent(nearby.key(hit.evidence()), _ -> new ArrayList<>());
        hits.removeIf(each -> same(each, hit) && each.score() < hit.score());
        if (hits.stream().noneMatch(each -> same(each, hit))) {
          hits.add(hit);
        }
      }
    }
    SortedMap<String, Draft> drafts = new TreeMap<>(CodePoints.ORDER);
    byKey.forEach((key, hits) -> {
      hits.sort(Comparator.comparing(Nearby.Hit::evidence, Nearby.PLACES));
      Asked.Item item =
          new Asked.Item(
              nearby.claim(key),
              hits.stream().map(Nearby.Hit::evidence).toList(),
              hits.stream().mapToDouble(Nearby.Hit::score).max().orElse(0),
              true,
              null,
              null);
      SortedMap<String, Matrix.Cell> cells = new TreeMap<>(CodePoints.ORDER);
      propositions.forEach((id, proposition) ->
          cells.put(
              id, new Matrix.Cell(fit(proposition, item.evidence()), null, true, null, null)));
      drafts.put(key, new Draft(item, cells));
    });
    return drafts;
  }

  private static boolean same(Nearby.Hit one, Nearby.Hit other) {
    return one.evidence().statement().id().equals(other.evidence().statement().id());
  }

  /// As most of those stand that assert it; as most at all, where nobody does.
  private Fit fit(Proposition proposition, List<Evidence> evidence) {
    List<Evidence> asserting =
        evidence.stream().filter(each -> each.statement().stance() == Stance.ASSERTS).toList();
    Map<Stand, Integer> stands = new EnumMap<>(Stand.class);
    for (Evidence each : asserting.isEmpty() ? evidence : asserting) {
      stands.merge(nearby.stand(proposition, each), 1, Integer::sum);
    }
    int agree = stands.getOrDefault(Stand.AGREES, 0);
    int dispute = stands.getOrDefault(Stand.DISPUTES, 0);
    if (agree != dispute) {
      return agree > dispute ? Fit.CONSISTENT : Fit.INCONSISTENT;
    }
    return agree > 0 || stands.containsKey(Stand.UNSURE) ? Fit.NEUTRAL : Fit.NOT_APPLICABLE;
  }

  /// What people set, the later over the earlier.
  private void set(SortedMap<String, Draft> drafts) {
    Set<String> ids = new HashSet<>();
    hypotheses.forEach(each -> ids.add(each.id()));
    for (Entry.Fitted it : fitted) {
      Asked.Item item =
          ids.contains(it.hypothesis()) ? nearby.decided(it.claim(), it.by(), it.why()) : null;
      if (item != null) {
        drafts
            .computeIfAbsent(item.id(), _ -> new Draft(item, new TreeMap<>(CodePoints.ORDER)))
            .cells()
            .put(
                it.hypothesis(),
                new Matrix.Cell(it.fit(), it.relevance(), false, it.by(), it.why()));
      }
    }
  }

  /// Whether it does not fit all hypotheses alike.
  private static boolean isDiagnostic(Draft draft) {
    return draft.cells().values().stream().map(Matrix.Cell::fit).distinct().count() > 1;
  }

  private Map<String, Double> sums(Collection<Draft> drafts, Fit fit) {
    Map<String, Double> sums = new HashMap<>();
    for (Inquiry.Hypothesis hypothesis : hypotheses) {
      Map<String, Double> byStatement = new HashMap<>();
      List<Asked.Item> items = new ArrayList<>();
      for (Draft draft : drafts) {
        Matrix.Cell cell = draft.cells().get(hypothesis.id());
        if (cell != null && cell.fit() == fit) {
          items.add(draft.item());
          double weight = weight(draft.item().claim()) * factor(cell.relevance());
          draft.item().statements().forEach(it -> byStatement.merge(it, weight, Math::max));
        }
      }
      sums.put(hypothesis.id(), sum(items, byStatement));
    }
    return sums;
  }

  /// For each independent origin the heaviest that comes from it.
  private double sum(List<Asked.Item> items, Map<String, Double> byStatement) {
    double sum = 0;
    for (Explanation.Origin root : nearby.roots(items)) {
      if (root.count() == Explanation.Count.INDEPENDENT) {
        sum +=
            root.tellings().stream()
                .mapToDouble(telling -> byStatement.getOrDefault(telling.statement(), 0.0))
                .max()
                .orElse(0);
      }
    }
    return sum;
  }

  private List<String> order(Map<String, Double> against, Map<String, Double> consistent) {
    return hypotheses.stream()
        .map(Inquiry.Hypothesis::id)
        .sorted(
            Comparator.<String>comparingDouble(id -> against.getOrDefault(id, 0.0))
                .thenComparingDouble(id -> -consistent.getOrDefault(id, 0.0)))
        .toList();
  }

  /// Takes each item away and looks.
  private Set<String> decisive(List<Draft> all, List<String> order) {
    Set<String> decisive = new HashSet<>();
    for (Draft draft : all) {
      List<Draft> others =
          all.stream().filter(each -> !each.item().id().equals(draft.item().id())).toList();
      if (!order(sums(others, Fit.INCONSISTENT), sums(others, Fit.CONSISTENT)).equals(order)) {
        decisive.add(draft.item().id());
      }
    }
    return decisive;
  }

  private Matrix.Standing standing(String id, double against, List<Matrix.Row> rows) {
    Inquiry.Hypothesis hypothesis =
        hypotheses.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return new Matrix.Standing(
        hypothesis,
        against,
        ids(rows, id, Fit.INCONSISTENT),
        ids(rows, id, Fit.CONSISTENT),
        rows.stream()
            .filter(row -> row.diagnostic() && bears(cell(row, id)))
            .map(Matrix.Row::id)
            .toList(),
        rows.stream().filter(Matrix.Row::decisive).map(Matrix.Row::id).toList());
  }

  private static Matrix.Cell cell(Matrix.Row row, String id) {
    return Objects.requireNonNull(row.cells().get(id));
  }

  private static List<String> ids(List<Matrix.Row> rows, String id, Fit fit) {
    return rows.stream().filter(row -> cell(row, id).fit() == fit).map(Matrix.Row::id).toList();
  }
}
