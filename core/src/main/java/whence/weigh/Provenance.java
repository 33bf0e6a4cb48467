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
import java.util.stream.Collectors;
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
  private static final String VOICE = "voice:";
  private static final String NAMED = "named:";
  private static final String GROUP = "group:";
  private static final String ANONYMOUS = "anonymous:";
  private static final String UNKNOWN = "unknown:";

  private final List<Told> tellings;
  private final Kinship kinship;
  private final Groups texts;
  private final Set<String> inOtherWords;
  private final Groups passages;
  private final SourceNames people;
  private SortedMap<String, String> aliases = new TreeMap<>(CodePoints.ORDER);
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
    nameAliases();
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
  Speaker speaker(int telling) {
    String key = ways.get(telling).getFirst();
    return new Speaker(
        key,
        name(key),
        key.startsWith(NAMED) || key.startsWith(VOICE),
        key.startsWith(NAMED)
            ? surnames.getOrDefault(key.substring(NAMED.length()), new TreeSet<>()).stream()
                .map(full -> NAMED + alias(full))
                .collect(Collectors.toCollection(() -> new TreeSet<>(CodePoints.ORDER)))
            : new TreeSet<>(CodePoints.ORDER));
  }

  /// @param identified whether it is a name or a document's own voice, and no group or unnamed one
  /// @param mayBe keys of those whose surname it is
  record Speaker(String key, String name, boolean identified, SortedSet<String> mayBe) {}

  /// Names that are surely one are made one; surnames that may be somebody's are noted.
  private void nameAliases() {
    SortedSet<String> names = new TreeSet<>(CodePoints.ORDER);
    SortedSet<String> offices = new TreeSet<>(CodePoints.ORDER);
    for (Told telling : tellings) {
      for (Told.Hop hop : telling.hops()) {
        if (hop.isNamed()) {
          names.add(hop.plain());
          if (hop.office() && !hop.plain().contains(" ")) {
            offices.add(hop.plain());
          }
        }
      }
      names.add(Names.plain(telling.publisher()));
    }
    spellings(names);
    for (String brief : names) {
      SortedSet<String> bearers = new TreeSet<>(CodePoints.ORDER);
      for (String full : names) {
        if (!people.mayBeOne(brief, full)) {
          continue;
        }
        if (!brief.equals(full) && brief.equals(Names.withoutForm(full))) {
          aliases.putIfAbsent(full, alias(brief));
        }
        if (Names.twoInitials(brief, full) || Names.differInForm(brief, full)) {
          surnames.computeIfAbsent(brief, _ -> new TreeSet<>(CodePoints.ORDER)).add(full);
        }
        if (Names.initials(brief, full)) {
          aliases.putIfAbsent(brief, alias(full));
        }
        if (Names.surname(brief, full)) {
          surnames.computeIfAbsent(brief, _ -> new TreeSet<>(CodePoints.ORDER)).add(full);
        }
        if (offices.contains(brief) && Names.partOf(brief, full)) {
          bearers.add(alias(full));
        }
      }
      // of two who bear the surname, nobody knows which holds the office
      if (bearers.size() == 1) {
        aliases.putIfAbsent(brief, bearers.first());
      }
    }
    aliases = people.over(aliases, names);
    surnames
        .entrySet()
        .removeIf(surname ->
            surname.getValue().stream()
                .anyMatch(full -> alias(full).equals(alias(surname.getKey()))));
  }

  /// Every plain name that stands for the source of a key.
  private Set<String> names(String key) {
    Set<String> names = new HashSet<>();
    if (key.startsWith(NAMED)) {
      String head = key.substring(NAMED.length());
      names.add(head);
      aliases.forEach((name, alias) -> {
        if (alias.equals(head)) {
          names.add(name);
        }
      });
    } else {
      names.add(Names.plain(name(key)));
    }
    return names;
  }

  /// Makes names one that differ in spelling alone. Each joins those before it only where it is one
  /// with all of them.
  private void spellings(SortedSet<String> names) {
    SortedMap<String, List<List<String>>> bySound = new TreeMap<>(CodePoints.ORDER);
    for (String name : names) {
      String sound = Names.sound(name);
      if (sound.isEmpty()) {
        continue;
      }
      List<List<String>> alike = bySound.computeIfAbsent(sound, _ -> new ArrayList<>());
      alike.stream()
          .filter(others ->
              others.stream()
                  .allMatch(
                      other -> Names.spelledOtherwise(name, other) && people.mayBeOne(name, other)))
          .findFirst()
          .ifPresentOrElse(
              others -> {
                aliases.put(name, others.getFirst());
                others.add(name);
              },
              () -> alike.add(new ArrayList<>(List.of(name))));
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
    for (int i = telling.hops().size() - 1; i >= 0; i--) {
      String key = key(telling, i);
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    keys.add(TEXT + texts.of(number));
    return keys;
  }

  /// Whom a cited publisher has it from without a name is whom that publisher's own document, where
  /// the case holds it, has it from without a name.
  private String key(Told telling, int number) {
    Told.Hop hop = telling.hops().get(number);
    Told.Hop outer = number == 0 ? null : telling.hops().get(number - 1);
    if (outer != null && outer.isNamed() && !hop.isNamed()) {
      String cited = alias(outer.plain());
      for (Told other : tellings) {
        boolean own =
            other.publisher() != null && alias(Names.plain(other.publisher())).equals(cited);
        if (own && !other.hops().isEmpty()) {
          Told.Hop unnamed = other.hops().getLast();
          if (!unnamed.isNamed() && unnamed.kind() == hop.kind()) {
            return key(unnamed, other);
          }
        }
      }
    }
    return key(hop, telling);
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
    if (key.startsWith(TEXT)) {
      return TEXT + passages.of(Integer.parseInt(key.substring(TEXT.length())));
    }
    if (key.startsWith(ANONYMOUS)) {
      return ANONYMOUS;
    }
    if (key.startsWith(GROUP)) {
      // "intelligence officials" may be the very "officials" of another paper
      String who = key.substring(GROUP.length(), key.lastIndexOf('@'));
      return GROUP + who.substring(who.lastIndexOf(' ') + 1);
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

  /// One of the two flows: its ways are those of the tellings that count in it.
  private Flow flow(boolean merging) {
    UnaryOperator<String> as = key -> merging ? merged(key) : key;
    List<List<String>> taken = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      List<String> way = ways.get(i);
      boolean anybody =
          merging
              && (inOtherWords.contains(tellings.get(i).id())
                  || way.stream().anyMatch(key -> key.startsWith(UNKNOWN)));
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
                Comparator.<String>comparingInt(Provenance::sureness)
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
              name(key),
              kinds.getOrDefault(key, SourceKind.UNKNOWN),
              count,
              why(key, count, most),
              people.rated(names(key)).orElse(null),
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

  private String why(String key, Explanation.Count count, Flow most) {
    return switch (count) {
      case INDEPENDENT -> "";
      case PERHAPS -> mayBe(key);
      case SHARED -> {
        SortedSet<String> inner = told.get(key);
        if (inner != null && !most.isRoot(key)) {
          yield "It has the claim from " + name(inner.first()) + ".";
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
      return "A group described alike may be the same people.";
    }
    SortedSet<String> full = surnames.get(key.substring(NAMED.length()));
    return full == null
        ? "The way from here may meet another's."
        : "May be "
            + full.stream()
                .map(each -> name(NAMED + alias(each)))
                .distinct()
                .collect(Collectors.joining(" or "))
            + ".";
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
            + name(collector)
            + ", which carries another: what one collector reports is one origin.";
  }

  /// The figures' reasons, a sentence each.
  List<String> why() {
    List<String> repeating =
        repeats.stream().sorted().map(i -> tellings.get(i).path()).distinct().toList();
    return new Reasons(tellings, roots, atLeast, repeating, kinship).sentences();
  }
}
