package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Sha256;
import whence.model.SourceKind;

/// Where the tellings of one claim come from, and how many of those roots are independent.
///
/// Each telling is a way: from its innermost source outwards, through every source between, through
/// the text it stands in, to the record. Sources and texts carry one way only; documents and
/// publishers carry any number and do not appear. A source that the case shows to have it from
/// another is no root. The figure is the maximum flow. It is worked out twice: once with everybody
/// who may be somebody else counted as that other (at least), once with all of them apart (at
/// most).
final class Provenance {
  /// A root, with the tellings whose innermost source it is.
  record Root(
      String key,
      String name,
      SourceKind kind,
      Explanation.Count count,
      String why,
      List<Told> tellings) {}

  private static final String TEXT = "text:";
  private static final String VOICE = "voice:";
  private static final String NAMED = "named:";
  private static final String GROUP = "group:";
  private static final String ANONYMOUS = "anonymous:";
  private static final String UNKNOWN = "unknown:";

  private final List<Told> tellings;
  private final Kinship kinship;
  private final Groups texts;
  private final SortedMap<String, String> aliases = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, SortedSet<String>> surnames = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, String> shown = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, SourceKind> kinds = new TreeMap<>(CodePoints.ORDER);
  private final List<List<String>> ways = new ArrayList<>();
  private final Set<Integer> repeats = new HashSet<>();
  private final SortedMap<String, SortedSet<String>> told = new TreeMap<>(CodePoints.ORDER);

  private final int atLeast;
  private final int atMost;
  private final List<Root> roots = new ArrayList<>();

  /// @param tellings all of one claim and one side, in any order
  Provenance(List<Told> tellings, Kinship kinship) {
    this.tellings =
        tellings.stream()
            .sorted(
                Comparator.comparing(Told::path, CodePoints.ORDER)
                    .thenComparing(Told::place)
                    .thenComparing(Told::id))
            .toList();
    this.kinship = kinship;
    this.texts = kinship.texts(this.tellings);
    nameAliases();
    for (int i = 0; i < this.tellings.size(); i++) {
      ways.add(way(i));
    }
    ownVoices();
    citedPublishers();
    Solution most = new Solution(false);
    Solution least = new Solution(true);
    this.atMost = this.tellings.isEmpty() ? 0 : Math.max(1, most.flow);
    this.atLeast = this.tellings.isEmpty() ? 0 : Math.min(atMost, Math.max(1, least.flow));
    makeRoots(most, least);
  }

  int atLeast() {
    return atLeast;
  }

  int atMost() {
    return atMost;
  }

  List<Root> roots() {
    return roots;
  }

  List<Told> tellings() {
    return tellings;
  }

  Groups texts() {
    return texts;
  }

  /// Names that are surely one are made one; surnames that may be somebody's are noted.
  private void nameAliases() {
    SortedSet<String> names = new TreeSet<>(CodePoints.ORDER);
    for (Told telling : tellings) {
      telling.hops().stream().filter(Told.Hop::isNamed).forEach(hop -> names.add(hop.plain()));
      names.add(Names.plain(telling.publisher()));
    }
    for (String brief : names) {
      for (String full : names) {
        if (Names.initials(brief, full)) {
          aliases.putIfAbsent(brief, full);
        }
        if (Names.surname(brief, full)) {
          surnames.computeIfAbsent(brief, _ -> new TreeSet<>(CodePoints.ORDER)).add(full);
        }
      }
    }
  }

  private String alias(String plain) {
    return aliases.getOrDefault(plain, plain);
  }

  /// Keys from the innermost source outwards to the text.
  private List<String> way(int number) {
    Told telling = tellings.get(number);
    List<String> keys = new ArrayList<>();
    if (telling.hops().isEmpty()) {
      keys.add(voice(telling));
    }
    for (Told.Hop hop : telling.hops().reversed()) {
      String key = key(hop, telling);
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    keys.add(TEXT + texts.of(number));
    return keys;
  }

  private String key(Told.Hop hop, Told telling) {
    String key;
    String where = "@" + kinship.head(telling.document());
    if (hop.isNamed()) {
      key =
          hop.kind() == SourceKind.GROUP ? GROUP + hop.plain() + where : NAMED + alias(hop.plain());
    } else if (hop.kind() == SourceKind.ANONYMOUS) {
      key = ANONYMOUS + hop.plain() + where;
    } else {
      key = UNKNOWN + where;
    }
    String name =
        switch (key.substring(0, key.indexOf(':') + 1)) {
          case NAMED -> hop.shown();
          case GROUP -> hop.shown() + " in " + telling.path();
          case ANONYMOUS ->
              (hop.shown().isEmpty() ? "an anonymous source" : hop.shown())
                  + " in "
                  + telling.path();
          default -> "a source that " + telling.path() + " does not name";
        };
    show(key, name, hop.kind());
    return key;
  }

  /// The voice of a family is its origin's.
  private String voice(Told telling) {
    Sha256 head = kinship.head(telling.document());
    Told speaking =
        tellings.stream().filter(each -> each.document().equals(head)).findFirst().orElse(telling);
    String publisher = speaking.publisher();
    String author = speaking.author();
    String key;
    if (publisher != null) {
      key = NAMED + alias(Names.plain(publisher));
    } else if (author != null) {
      key = NAMED + alias(Names.plain(author));
    } else {
      key = VOICE + head;
    }
    show(
        key,
        publisher != null ? publisher : author != null ? author : speaking.path(),
        publisher != null || author == null ? SourceKind.ORGANIZATION : SourceKind.PERSON);
    return key;
  }

  private void show(String key, String name, SourceKind kind) {
    String before = shown.get(key);
    boolean better =
        before == null
            || name.length() > before.length()
            || (name.length() == before.length() && CodePoints.ORDER.compare(name, before) < 0);
    if (better) {
      shown.put(key, name);
    }
    SourceKind other = kinds.get(key);
    if (other == null || kind.compareTo(other) < 0) {
      kinds.put(key, kind);
    }
  }

  /// What a text says in its own voice and also attributes, it has from where it attributes it to.
  private void ownVoices() {
    Set<Sha256> attributing = new HashSet<>();
    for (Told telling : tellings) {
      if (!telling.hops().isEmpty()) {
        attributing.add(kinship.head(telling.document()));
      }
    }
    for (int i = 0; i < tellings.size(); i++) {
      if (tellings.get(i).hops().isEmpty()
          && attributing.contains(kinship.head(tellings.get(i).document()))) {
        repeats.add(i);
      }
    }
  }

  /// Who has it from whom: along every way, and from a publisher that others cite to those whom it
  /// has it from itself.
  private void citedPublishers() {
    for (int i = 0; i < tellings.size(); i++) {
      List<String> way = ways.get(i);
      for (int k = 0; k + 2 < way.size(); k++) {
        tell(way.get(k), way.get(k + 1));
      }
    }
    for (int i = 0; i < tellings.size(); i++) {
      Told telling = tellings.get(i);
      if (telling.publisher() == null || telling.hops().isEmpty()) {
        continue;
      }
      String publisher = NAMED + alias(Names.plain(telling.publisher()));
      if (shown.containsKey(publisher)) {
        List<String> way = ways.get(i);
        String outermost = way.get(way.size() - 2);
        if (!reaches(publisher, outermost)) {
          tell(outermost, publisher);
        }
      }
    }
  }

  private void tell(String from, String to) {
    if (!from.equals(to)) {
      told.computeIfAbsent(to, _ -> new TreeSet<>(CodePoints.ORDER)).add(from);
    }
  }

  /// Whether `to` has it from `from`, directly or through others.
  private boolean reaches(String from, String to) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(to));
    while (!open.isEmpty()) {
      String at = open.removeLast();
      if (at.equals(from)) {
        return true;
      }
      if (seen.add(at)) {
        open.addAll(told.getOrDefault(at, new TreeSet<>()));
      }
    }
    return false;
  }

  /// Whom `key` is counted as when everybody is counted as anybody they may be.
  private String merged(String key) {
    if (key.startsWith(ANONYMOUS)) {
      return ANONYMOUS;
    }
    if (key.startsWith(GROUP)) {
      return key.substring(0, key.lastIndexOf('@'));
    }
    if (key.startsWith(VOICE)) {
      return VOICE;
    }
    if (key.startsWith(NAMED)) {
      SortedSet<String> full = surnames.get(key.substring(NAMED.length()));
      return full == null ? key : NAMED + alias(full.first());
    }
    return key;
  }

  /// One of the two flows.
  private final class Solution {
    private final int flow;
    private final Set<String> begins = new HashSet<>();
    private final Set<String> isRoot = new HashSet<>();

    Solution(boolean merging) {
      SortedMap<String, Integer> numbers = new TreeMap<>(CodePoints.ORDER);
      List<List<String>> taken = new ArrayList<>();
      SortedSet<String> innermost = new TreeSet<>(CodePoints.ORDER);
      Map<String, Set<String>> from = new HashMap<>();
      for (int i = 0; i < ways.size(); i++) {
        List<String> way = ways.get(i);
        if (repeats.contains(i)
            || (merging && way.stream().anyMatch(key -> key.startsWith(UNKNOWN)))) {
          continue;
        }
        List<String> keys = new ArrayList<>();
        for (String key : way) {
          String each = merging ? merged(key) : key;
          if (!keys.contains(each)) {
            keys.add(each);
          }
        }
        taken.add(keys);
        innermost.add(keys.getFirst());
        keys.forEach(key -> numbers.put(key, 0));
      }
      told.forEach((to, froms) ->
          froms.forEach(each -> {
            String source = merging ? merged(each) : each;
            String target = merging ? merged(to) : to;
            if (!source.equals(target)
                && numbers.containsKey(source)
                && numbers.containsKey(target)) {
              from.computeIfAbsent(target, _ -> new HashSet<>()).add(source);
            }
          }));
      int next = 0;
      for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
        entry.setValue(next++);
      }
      MaximumFlow graph = new MaximumFlow(numbers.size());
      for (String key : roots(innermost, from)) {
        isRoot.add(key);
        graph.fromStart(number(numbers, key));
      }
      Set<List<String>> joined = new LinkedHashSet<>();
      from.forEach((to, all) -> all.forEach(each -> joined.add(List.of(each, to))));
      for (List<String> keys : taken) {
        for (int k = 0; k + 1 < keys.size(); k++) {
          joined.add(List.of(keys.get(k), keys.get(k + 1)));
        }
      }
      joined.stream()
          .sorted(
              Comparator.<List<String>, String>comparing(List::getFirst, CodePoints.ORDER)
                  .thenComparing(List::getLast, CodePoints.ORDER))
          .forEach(edge ->
              graph.edge(number(numbers, edge.getFirst()), number(numbers, edge.getLast())));
      numbers.forEach((key, number) -> {
        if (key.startsWith(TEXT)) {
          graph.toEnd(number);
        }
      });
      this.flow = graph.solve();
      numbers.forEach((key, number) -> {
        if (graph.beginsAt(number)) {
          begins.add(key);
        }
      });
    }

    private static int number(Map<String, Integer> numbers, String key) {
      return Objects.requireNonNull(numbers.get(key));
    }

    /// Innermost sources that have it from nobody; where sources have it from each other in a ring,
    /// its first by name.
    private static Set<String> roots(SortedSet<String> innermost, Map<String, Set<String>> from) {
      Set<String> found = new LinkedHashSet<>();
      for (String key : innermost) {
        if (!from.containsKey(key)) {
          found.add(key);
        }
      }
      for (String key : innermost) {
        if (found.stream().noneMatch(root -> leads(root, key, from))) {
          found.add(key);
        }
      }
      return found;
    }

    private static boolean leads(String root, String key, Map<String, Set<String>> from) {
      Set<String> seen = new HashSet<>();
      List<String> open = new ArrayList<>(List.of(key));
      while (!open.isEmpty()) {
        String at = open.removeLast();
        if (at.equals(root)) {
          return true;
        }
        if (seen.add(at)) {
          open.addAll(from.getOrDefault(at, Set.of()));
        }
      }
      return false;
    }
  }

  private void makeRoots(Solution most, Solution least) {
    SortedMap<String, List<Told>> byRoot = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < tellings.size(); i++) {
      byRoot.computeIfAbsent(rootOf(i), _ -> new ArrayList<>()).add(tellings.get(i));
    }
    Set<String> counted = new HashSet<>();
    int certain = 0;
    List<String> keys =
        byRoot.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(Provenance::sureness)
                    .thenComparing(CodePoints.ORDER))
            .toList();
    for (String key : keys) {
      String merged = merged(key);
      Explanation.Count count;
      if (least.begins.contains(merged) && counted.add(merged)) {
        count = Explanation.Count.INDEPENDENT;
        certain++;
      } else if (most.begins.contains(key)) {
        count = Explanation.Count.PERHAPS;
      } else {
        count = Explanation.Count.SHARED;
      }
      if (count == Explanation.Count.PERHAPS && certain == 0 && least.flow == 0) {
        count = Explanation.Count.INDEPENDENT;
        certain++;
      }
      roots.add(
          new Root(
              key,
              name(key),
              kinds.getOrDefault(key, SourceKind.UNKNOWN),
              count,
              why(key, count, most),
              byRoot.getOrDefault(key, List.of())));
    }
    roots.sort(
        Comparator.comparing(Root::count)
            .thenComparing(Root::name, CodePoints.ORDER)
            .thenComparing(Root::key, CodePoints.ORDER));
  }

  private static int sureness(String key) {
    return key.startsWith(NAMED)
        ? 0
        : key.startsWith(GROUP) ? 1 : key.startsWith(VOICE) ? 2 : key.startsWith(ANONYMOUS) ? 3 : 4;
  }

  /// A repeated own voice is shown under the first source that its text attributes the claim to.
  private String rootOf(int telling) {
    if (repeats.contains(telling)) {
      Sha256 head = kinship.head(tellings.get(telling).document());
      for (int i = 0; i < tellings.size(); i++) {
        if (!tellings.get(i).hops().isEmpty()
            && kinship.head(tellings.get(i).document()).equals(head)) {
          return ways.get(i).getFirst();
        }
      }
    }
    return ways.get(telling).getFirst();
  }

  private String name(String key) {
    return shown.getOrDefault(key, key);
  }

  private String why(String key, Explanation.Count count, Solution most) {
    return switch (count) {
      case INDEPENDENT -> "";
      case PERHAPS -> mayBe(key);
      case SHARED -> {
        SortedSet<String> inner = told.get(key);
        if (inner != null && !most.isRoot.contains(key)) {
          yield "It has the claim from " + name(inner.first()) + ".";
        }
        yield shares(key);
      }
    };
  }

  private String mayBe(String key) {
    if (key.startsWith(UNKNOWN)) {
      return "It is not said who this is; it may be any of the others.";
    }
    if (key.startsWith(ANONYMOUS)) {
      return "Unnamed sources may be the same people.";
    }
    if (key.startsWith(VOICE)) {
      return "Nobody knows who published this; it may be the same hand as another.";
    }
    if (key.startsWith(GROUP)) {
      return "A group named alike may be the same people.";
    }
    SortedSet<String> full = surnames.get(key.substring(NAMED.length()));
    return full == null
        ? "The way from here may meet another's."
        : "May be " + name(NAMED + alias(full.first())) + ".";
  }

  private String shares(String key) {
    @Nullable String collector = null;
    for (List<String> way : ways) {
      if (way.getFirst().equals(key) && way.size() > 2) {
        collector = way.get(1);
      }
    }
    return collector == null
        ? "It stands in a text that is counted already."
        : "It comes through "
            + name(collector)
            + ", which carries another: what one collector reports is one origin.";
  }

  /// The figures' reasons, a sentence each.
  List<String> why() {
    List<String> why = new ArrayList<>();
    if (tellings.isEmpty()) {
      why.add("Nobody on the record asserts it.");
      return why;
    }
    List<String> sure =
        roots.stream()
            .filter(root -> root.count() == Explanation.Count.INDEPENDENT)
            .map(Root::name)
            .toList();
    why.add(
        (atLeast == 1
                ? "One origin at least: "
                : atLeast + " independent origins at least, sharing no source, collector or text: ")
            + list(sure)
            + ".");
    for (Root root : roots) {
      if (root.count() != Explanation.Count.INDEPENDENT) {
        why.add(
            upper(root.name())
                + (root.count() == Explanation.Count.PERHAPS
                    ? " counts at most: "
                    : " is not counted: ")
                + lower(root.why()));
      }
    }
    families(why);
    if (!repeats.isEmpty()) {
      why.add(
          "What "
              + list(repeats.stream().sorted().map(i -> tellings.get(i).path()).distinct().toList())
              + " says in its own voice it also attributes: not counted again.");
    }
    backing(why);
    return why;
  }

  private void families(List<String> why) {
    SortedMap<String, SortedSet<String>> byHead = new TreeMap<>(CodePoints.ORDER);
    for (Told telling : tellings) {
      if (kinship.family(telling.document()) != null) {
        byHead
            .computeIfAbsent(
                kinship.head(telling.document()).hex(), _ -> new TreeSet<>(CodePoints.ORDER))
            .add(telling.path());
      }
    }
    byHead
        .values()
        .forEach(paths -> {
          if (paths.size() > 1) {
            why.add(
                paths.size()
                    + " documents share one text and add nothing to each other: "
                    + list(List.copyOf(paths))
                    + ".");
          }
        });
  }

  private void backing(List<String> why) {
    SortedSet<String> words = new TreeSet<>(CodePoints.ORDER);
    SortedSet<String> paths = new TreeSet<>(CodePoints.ORDER);
    for (Told telling : tellings) {
      telling
          .backing()
          .forEach(backing -> {
            words.add(Grades.words(backing));
            paths.add(telling.path());
          });
    }
    if (!words.isEmpty()) {
      why.add(
          upper(list(List.copyOf(paths)))
              + " itself speaks of "
              + list(List.copyOf(words))
              + ": noted, not counted.");
    }
  }

  private static final int MOST_NAMED = 6;

  private static String list(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join("; ", names)
        : String.join("; ", names.subList(0, MOST_NAMED))
            + "; and "
            + (names.size() - MOST_NAMED)
            + " more";
  }

  private static String upper(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
  }

  private static String lower(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
  }
}
