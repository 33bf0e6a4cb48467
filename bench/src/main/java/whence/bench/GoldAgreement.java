package whence.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import whence.model.Span;

/// How well listed statements agree with marked ones, excerpt by excerpt.
///
/// A listed statement stands for the marked one whose content it shares most of, in characters
/// other than white space: at least half of what the two cover together. Where both have a cue, the
/// cues must touch, so that a saying is not taken for what is said within it. One stands for one.
final class GoldAgreement {
  private static final double LEAST_SHARED = 0.5;
  private static final String ASSERTS = "asserts";

  private final List<Counts> found = new ArrayList<>();
  private final List<Counts> chains = new ArrayList<>();
  private final List<Counts> nested = new ArrayList<>();
  private final List<Counts> stances = new ArrayList<>();
  private final List<Counts> backing = new ArrayList<>();
  private final List<Counts> likelihood = new ArrayList<>();
  private final Map<Naming, Integer> innermost = new EnumMap<>(Naming.class);
  private int marked;

  private record Pair(Gold.Marked there, Listed here, double shared) {}

  /// @param text of the whole document
  /// @param listed of the whole document
  void add(Gold.Excerpt excerpt, String text, List<Listed> listed) {
    List<Listed> within = new ArrayList<>();
    for (Listed one : listed) {
      if (excerpt.region().contains(one.extent())) {
        within.add(one);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : pairs(excerpt.statements(), within, text)) {
      if (pair.there().sure()) {
        pairs.add(pair);
      } else {
        within.remove(pair.here());
      }
    }
    List<Gold.Marked> there = excerpt.statements().stream().filter(Gold.Marked::sure).toList();
    Set<Listed> standing = new HashSet<>();
    pairs.forEach(pair -> standing.add(pair.here()));
    // markers marked one sentence of each turn: of the others nothing is known
    within.removeIf(one -> one.cue().isEmpty() && !standing.contains(one));
    long right = pairs.stream().filter(pair -> isChainRight(pair, text)).count();
    found.add(new Counts(pairs.size(), within.size(), there.size()));
    chains.add(new Counts((int) right, within.size(), there.size()));
    nested.add(
        new Counts(
            count(pairs, pair -> pair.there().nested() && isChainRight(pair, text)),
            (int) within.stream().filter(one -> one.depth() > 0).count(),
            (int) there.stream().filter(Gold.Marked::nested).count()));
    stances.add(
        new Counts(
            count(
                pairs,
                pair ->
                    !pair.there().stance().equals(ASSERTS)
                        && pair.there().stance().equals(pair.here().stance())),
            (int) within.stream().filter(one -> !one.stance().equals(ASSERTS)).count(),
            (int) there.stream().filter(one -> !one.stance().equals(ASSERTS)).count()));
    backing.add(backing(pairs, within, there));
    likelihood.add(likelihood(pairs, within, there));
    marked += there.size();
    for (Pair pair : pairs) {
      if (!pair.there().chain().isEmpty() && !pair.here().chain().isEmpty()) {
        innermost.merge(
            Naming.of(pair.here().chain().getLast(), pair.there().chain().getLast(), text),
            1,
            Integer::sum);
      }
    }
  }

  void add(GoldAgreement other) {
    found.addAll(other.found);
    chains.addAll(other.chains);
    nested.addAll(other.nested);
    stances.addAll(other.stances);
    backing.addAll(other.backing);
    likelihood.addAll(other.likelihood);
    marked += other.marked;
    other.innermost.forEach((naming, count) -> innermost.merge(naming, count, Integer::sum));
  }

  private static int count(List<Pair> pairs, Predicate<Pair> test) {
    return (int) pairs.stream().filter(test).count();
  }

  private static List<Pair> pairs(List<Gold.Marked> there, List<Listed> here, String text) {
    List<Pair> candidates = new ArrayList<>();
    for (Gold.Marked one : there) {
      for (Listed other : here) {
        double shared = shared(one, other, text);
        if (shared >= LEAST_SHARED) {
          candidates.add(new Pair(one, other, shared));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(pair -> -pair.shared()));
    Set<Gold.Marked> taken = new HashSet<>();
    Set<Listed> standing = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : candidates) {
      if (!taken.contains(pair.there()) && !standing.contains(pair.here())) {
        taken.add(pair.there());
        standing.add(pair.here());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static double shared(Gold.Marked one, Listed other, String text) {
    boolean bothCued = !one.cue().isEmpty() && !other.cue().isEmpty();
    boolean touching =
        one.cue().stream().anyMatch(cue -> other.cue().stream().anyMatch(cue::overlaps));
    if (bothCued ? !touching : one.cue().isEmpty() != other.cue().isEmpty() && !one.turn()) {
      return 0;
    }
    if (one.turn() && !other.cue().isEmpty()) {
      return 0;
    }
    if (one.content().isEmpty() || other.content().isEmpty()) {
      return touching ? 1 : 0;
    }
    Set<Integer> first = characters(one.content(), text);
    Set<Integer> second = characters(other.content(), text);
    Set<Integer> both = new HashSet<>(first);
    both.retainAll(second);
    return both.size() / (double) (first.size() + second.size() - both.size());
  }

  private static Set<Integer> characters(List<Span> spans, String text) {
    Set<Integer> characters = new HashSet<>();
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        if (Character.isLetterOrDigit(text.charAt(i))) {
          characters.add(i);
        }
      }
    }
    return characters;
  }

  private static boolean isChainRight(Pair pair, String text) {
    List<Gold.Link> there = marked(pair.there().chain(), text);
    List<Listed.Link> here = listed(pair.here().chain());
    if (there.size() != here.size()) {
      return false;
    }
    for (int i = 0; i < there.size(); i++) {
      if (Naming.of(here.get(i), there.get(i), text) != Naming.RIGHT) {
        return false;
      }
    }
    return true;
  }

  /// "I think" in somebody's own turn names nobody new: links that repeat the one before count
  /// once.
  private static List<Gold.Link> marked(List<Gold.Link> chain, String text) {
    List<Gold.Link> links = new ArrayList<>();
    for (Gold.Link link : chain) {
      Span last = links.isEmpty() ? null : links.getLast().at();
      Span at = link.at();
      if (last == null || at == null || !last.of(text).equals(at.of(text))) {
        links.add(link);
      }
    }
    return links;
  }

  private static List<Listed.Link> listed(List<Listed.Link> chain) {
    List<Listed.Link> links = new ArrayList<>();
    for (Listed.Link link : chain) {
      String last = links.isEmpty() ? null : links.getLast().name();
      if (last == null || !last.equals(link.name())) {
        links.add(link);
      }
    }
    return links;
  }

  private static Counts backing(List<Pair> pairs, List<Listed> here, List<Gold.Marked> there) {
    int right = 0;
    for (Pair pair : pairs) {
      Set<String> both = new HashSet<>(pair.there().backing());
      both.retainAll(pair.here().backing());
      right += both.size();
    }
    return new Counts(
        right,
        here.stream().mapToInt(one -> one.backing().size()).sum(),
        there.stream().mapToInt(one -> one.backing().size()).sum());
  }

  private static Counts likelihood(List<Pair> pairs, List<Listed> here, List<Gold.Marked> there) {
    int right = 0;
    for (Pair pair : pairs) {
      for (Span words : pair.there().likelihood()) {
        right += pair.here().likelihood().stream().anyMatch(words::overlaps) ? 1 : 0;
      }
    }
    return new Counts(
        right,
        here.stream().mapToInt(one -> one.likelihood().size()).sum(),
        there.stream().mapToInt(one -> one.likelihood().size()).sum());
  }

  /// What matters most.
  void printChains(Sheet sheet, long seed) {
    sheet.agreement("chain: every link right", chains, seed);
    printInnermost(sheet);
  }

  void print(Sheet sheet, long seed) {
    sheet.agreement("statements found, half the content shared", found, seed);
    sheet.agreement("chain: every link right", chains, seed);
    sheet.agreement("chain of nested statements", nested, seed);
    sheet.agreement("stance other than asserts", stances, seed);
    sheet.agreement("backing", backing, seed);
    sheet.agreement("words of likelihood", likelihood, seed);
    printInnermost(sheet);
  }

  private void printInnermost(Sheet sheet) {
    int right = innermost.getOrDefault(Naming.RIGHT, 0);
    int wrong = innermost.getOrDefault(Naming.WRONG, 0);
    int open = innermost.getOrDefault(Naming.OPEN, 0);
    sheet.note(
        String.format(
            Locale.ROOT,
            "innermost source of %d: right %.1f %%, a wrong one named %.1f %% (%.1f %% of those named),"
                + " left open %.1f %%, statement not found %.1f %%",
            marked,
            share(right),
            share(wrong),
            100.0 * wrong / Math.max(1, right + wrong),
            share(open),
            share(marked - right - wrong - open)));
  }

  private double share(int count) {
    return 100.0 * count / Math.max(1, marked);
  }

  double chainF1() {
    return chains.stream().reduce(Counts.NONE, Counts::plus).f1();
  }
}
