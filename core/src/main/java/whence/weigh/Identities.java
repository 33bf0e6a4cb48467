package whence.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import whence.model.CodePoints;
import whence.model.Sha256;
import whence.model.SourceKind;

/// Who the sources of one claim's tellings are: a key each, the same for those who are surely one.
final class Identities {
  private static final String VOICE = "voice:";
  private static final String NAMED = "named:";
  private static final String GROUP = "group:";
  private static final String ANONYMOUS = "anonymous:";
  private static final String UNKNOWN = "unknown:";

  private final List<Told> tellings;
  private final Kinship kinship;
  private final SourceNames people;
  private SortedMap<String, String> aliases = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, SortedSet<String>> surnames = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, String> shown = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, SourceKind> kinds = new TreeMap<>(CodePoints.ORDER);

  Identities(List<Told> tellings, Kinship kinship, SourceNames people) {
    this.tellings = tellings;
    this.kinship = kinship;
    this.people = people;
    nameAliases();
  }

  /// @param identified whether it is a name or a document's own voice, and no group or unnamed one
  /// @param mayBe keys of those whose surname it is
  record Speaker(String key, String name, boolean identified, SortedSet<String> mayBe) {}

  Speaker speaker(String key) {
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

  static boolean isUnknown(String key) {
    return key.startsWith(UNKNOWN);
  }

  /// The key of whoever publishes what stands there.
  String publisher(Told telling) {
    return NAMED + alias(Names.plain(telling.publisher()));
  }

  /// Whether any telling has it from there.
  boolean isShown(String key) {
    return shown.containsKey(key);
  }

  /// As a person would read it.
  String name(String key) {
    return shown.getOrDefault(key, key);
  }

  SourceKind kind(String key) {
    return kinds.getOrDefault(key, SourceKind.UNKNOWN);
  }

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
  Set<String> names(String key) {
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

  /// Whom a cited publisher has it from without a name is whom that publisher's own document, where
  /// the case holds it, has it from without a name.
  String key(Told telling, int number) {
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
  String voice(Told telling) {
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

  /// Whom `key` is counted as when everybody is counted as anybody they may be.
  String merged(String key) {
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

  /// The less, the surer it is who that is.
  static int sureness(String key) {
    return key.startsWith(NAMED)
        ? 0
        : key.startsWith(GROUP) ? 1 : key.startsWith(VOICE) ? 2 : key.startsWith(ANONYMOUS) ? 3 : 4;
  }

  /// Why nobody can be sure that this is nobody else.
  String mayBe(String key) {
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
}
