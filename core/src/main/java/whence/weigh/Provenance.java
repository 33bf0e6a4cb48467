package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Judgements;
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
      Judgements.@Nullable Rated rated,
      List<Told> tellings) {}

  private static final String TEXT = "text:";
  private final List<Told> tellings;
  private final Kinship kinship;
  private final Groups texts;
  private final Set<String> inOtherWords;
  private final Groups passages;
  private final SourceNames people;
  private final Identities identities;
  private final List<List<String>> ways = new ArrayList<>();
  private final Set<Integer> repeats = new HashSet<>();
  private final SortedMap<String, SortedSet<String>> told = new TreeMap<>(CodePoints.ORDER);

  private final int atLeast;
  private final int atMost;
  private final List<Root> roots = new ArrayList<>();

  /// @param tellings all of one claim and one side, in any order
  /// @param inOtherWords ids of those that only may say it
  Provenance(List<Told> tellings, Kinship kinship, SourceNames people, Set<String> inOtherWords) {
    this.inOtherWords = inOtherWords;
    this.people = people;
    this.tellings =
        tellings.stream()
            .sorted(
                Comparator.comparing(Told::path, CodePoints.ORDER)
                    .thenComparing(Told::place)
                    .thenComparing(Told::id))
            .toList();
    this.kinship = kinship;
    this.texts = kinship.texts(this.tellings);
    this.passages = Kinship.passages(this.tellings, texts);
    this.identities = new Identities(this.tellings, kinship, people);
    for (int i = 0; i < this.tellings.size(); i++) {
      ways.add(way(i));
    }
    ownVoices();
    citedPublishers();
    Flow most = flow(false);
    Flow least = flow(true);
    this.atMost = this.tellings.isEmpty() ? 0 : Math.max(1, most.value());
    this.atLeast = this.tellings.isEmpty() ? 0 : Math.min(atMost, Math.max(1, least.value()));
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

  /// Who is nearest to what is said, for telling number `telling` of [#tellings].
  Identities.Speaker speaker(int telling) {
    return identities.speaker(ways.get(telling).getFirst());
  }

  /// Keys from the innermost source outwards to the text.
  private List<String> way(int number) {
    Told telling = tellings.get(number);
    List<String> keys = new ArrayList<>();
    if (telling.hops().isEmpty()) {
      keys.add(identities.voice(telling));
    }
    for (int i = telling.hops().size() - 1; i >= 0; i--) {
      String key = identities.key(telling, i);
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    keys.add(TEXT + texts.of(number));
    return keys;
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
      String publisher = identities.publisher(telling);
      if (identities.isShown(publisher)) {
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

  /// What `key` is counted as when everybody is counted as anybody they may be.
  private String merged(String key) {
    return key.startsWith(TEXT)
        ? TEXT + passages.of(Integer.parseInt(key.substring(TEXT.length())))
        : identities.merged(key);
  }

  /// One of the two flows: its ways are those of the tellings that count in it.
  private Flow flow(boolean merging) {
    UnaryOperator<String> as = key -> merging ? merged(key) : key;
    List<List<String>> taken = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      List<String> way = ways.get(i);
      boolean anybody =
          merging
              && (inOtherWords.contains(tellings.get(i).id())
                  || way.stream().anyMatch(Identities::isUnknown));
      if (!repeats.contains(i) && !anybody) {
        taken.add(way.stream().map(as).distinct().toList());
      }
    }
    Map<String, Set<String>> from = new HashMap<>();
    told.forEach((to, froms) ->
        froms.forEach(
            each -> from.computeIfAbsent(as.apply(to), _ -> new HashSet<>()).add(as.apply(each))));
    return new Flow(taken, from);
  }

  private void makeRoots(Flow most, Flow least) {
    SortedMap<String, List<Told>> byRoot = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < tellings.size(); i++) {
      byRoot.computeIfAbsent(rootOf(i), _ -> new ArrayList<>()).add(tellings.get(i));
    }
    Set<String> counted = new HashSet<>();
    int certain = 0;
    List<String> keys =
        byRoot.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(Identities::sureness)
                    .thenComparing(CodePoints.ORDER))
            .toList();
    for (String key : keys) {
      String merged = merged(key);
      Explanation.Count count;
      if (least.begins(merged) && counted.add(merged)) {
        count = Explanation.Count.INDEPENDENT;
        certain++;
      } else if (most.begins(key)) {
        count = Explanation.Count.PERHAPS;
      } else {
        count = Explanation.Count.SHARED;
      }
      if (count == Explanation.Count.PERHAPS && certain == 0 && least.value() == 0) {
        count = Explanation.Count.INDEPENDENT;
        certain++;
      }
      roots.add(
          new Root(
              key,
              identities.name(key),
              identities.kind(key),
              count,
              why(key, count, most),
              people.rated(identities.names(key)).orElse(null),
              byRoot.getOrDefault(key, List.of())));
    }
    roots.sort(
        Comparator.comparing(Root::count)
            .thenComparing(Root::name, CodePoints.ORDER)
            .thenComparing(Root::key, CodePoints.ORDER));
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

  private String why(String key, Explanation.Count count, Flow most) {
    return switch (count) {
      case INDEPENDENT -> "";
      case PERHAPS -> mayBe(key);
      case SHARED -> {
        SortedSet<String> inner = told.get(key);
        if (inner != null && !most.isRoot(key)) {
          yield "It has the claim from " + identities.name(inner.first()) + ".";
        }
        yield shares(key);
      }
    };
  }

  private String mayBe(String key) {
    if (isInOtherWords(key)) {
      return "It says so in other words, as far as the program can tell.";
    }
    if (sharesPassage(key)) {
      return "One passage is given to this source and to another; they may not have said it apart.";
    }
    return identities.mayBe(key);
  }

  private boolean isInOtherWords(String key) {
    boolean found = false;
    for (int i = 0; i < ways.size(); i++) {
      if (ways.get(i).getFirst().equals(key)) {
        if (!inOtherWords.contains(tellings.get(i).id())) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private boolean sharesPassage(String key) {
    for (int i = 0; i < ways.size(); i++) {
      for (int k = 0; ways.get(i).getFirst().equals(key) && k < ways.size(); k++) {
        if (!ways.get(k).getFirst().equals(key)
            && passages.of(k) == passages.of(i)
            && texts.of(k) != texts.of(i)) {
          return true;
        }
      }
    }
    return false;
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
            + identities.name(collector)
            + ", which carries another: what one collector reports is one origin.";
  }

  /// The figures' reasons, a sentence each.
  List<String> why() {
    List<String> repeating =
        repeats.stream().sorted().map(i -> tellings.get(i).path()).distinct().toList();
    return new Reasons(tellings, roots, atLeast, repeating, kinship).sentences();
  }
}
