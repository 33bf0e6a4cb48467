package whence.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.Mention;
import whence.model.Span;

/// The names in one document, and which of them name the same: a surname is the one full name that
/// ends with it, an abbreviation the one name it stands for. Where two would fit, neither is taken.
final class Names {
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms miss dr prof professor president vice senator sen rep representative gov governor secretary judge"
                  + " justice chairman chairwoman chair speaker general gen lieutenant lt colonel col sergeant sgt captain"
                  + " capt major king queen prince princess pope mayor minister premier chancellor ambassador congressman"
                  + " congresswoman commissioner inspector detective constable sir dame lord lady prime foreign deputy"
                  + " director chief attorney former then reverend rev father sister brother")
              .split(" "));

  private static final Set<String> PARTICLES =
      Set.of(
          ("de del della dei degli di da das do dos du van von vom zu zur der den het te ter ten la le los las al el bin"
                  + " ibn bint ben abu af av d' o' y e i")
              .split(" "));

  private final NavigableNames byStart;
  private final Map<String, Set<String>> peopleByPart = new LinkedHashMap<>();
  private final Map<String, String> organizations = new LinkedHashMap<>();

  /// By each word of their names, where each is named first.
  private final Map<String, List<Name>> organizationsByWord = new HashMap<>();

  /// A name where it stands.
  ///
  /// @param name what it names as far as this document alone tells, null where two would fit
  record Name(Span span, Mention.Kind kind, @Nullable String name) {}

  private Names(String text, List<Tagger.Named> found) {
    List<Tagger.Named> inOrder =
        peopleAmong(text, found.stream().sorted(Comparator.comparing(Tagger.Named::span)).toList());
    collectPeople(text, inOrder);
    collectOrganizations(text, inOrder);
    byStart = new NavigableNames();
    Set<String> organizationsSeen = new HashSet<>();
    for (Tagger.Named named : inOrder) {
      Name name = new Name(named.span(), named.kind(), resolve(plain(text, named), named.kind()));
      byStart.put(name);
      if (name.kind() == Mention.Kind.ORGANIZATION
          && name.name() != null
          && organizationsSeen.add(name.name())) {
        for (String word : new LinkedHashSet<>(List.of(key(name.name()).split(" ")))) {
          organizationsByWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(name);
        }
      }
    }
  }

  /// A surname taken for an organization here and there is a person's all the same, where it mostly
  /// is.
  private static List<Tagger.Named> peopleAmong(String text, List<Tagger.Named> found) {
    Map<String, Integer> people = new HashMap<>();
    for (Tagger.Named named : found) {
      String name = key(plain(text, named));
      int more =
          switch (named.kind()) {
            case PERSON -> 1;
            case ORGANIZATION -> -1;
            case PLACE, DOCUMENT, EVENT, OTHER -> 0;
          };
      people.merge(name.substring(name.lastIndexOf(' ') + 1), more, Integer::sum);
    }
    return found.stream()
        .map(named ->
            named.kind() == Mention.Kind.ORGANIZATION
                    && people.getOrDefault(key(plain(text, named)), 0) > 0
                ? new Tagger.Named(named.span(), Mention.Kind.PERSON, named.score())
                : named)
        .toList();
  }

  static Names of(String text, List<Tagger.Named> found) {
    return new Names(text, found);
  }

  /// The names that lie within `span`, in order.
  List<Name> within(Span span) {
    return byStart.within(span);
  }

  /// The last person named in `span`, null where none is or two would fit.
  @Nullable Name lastPerson(Span span) {
    List<Name> people =
        within(span).stream().filter(name -> name.kind() == Mention.Kind.PERSON).toList();
    return people.isEmpty() ? null : people.getLast();
  }

  /// Mentions as statements carry them: an ambiguous name stands as written.
  List<Mention> mentions(String text, Span span) {
    return within(span).stream()
        .map(name ->
            new Mention(
                name.name() == null ? fold(name.span().of(text)) : name.name(),
                name.kind(),
                name.span().start(),
                name.span().end()))
        .toList();
  }

  /// What an organization's short form stands for here; itself where nothing fuller is known.
  String organization(String name) {
    String full = organizations.get(key(name));
    return full == null ? name : full;
  }

  /// The one organization named before `at` whose name has `noun` in it ("the ministry", "the
  /// fund"); null where none or several are.
  @Nullable String organizationCalled(String noun, int at) {
    List<Name> called = organizationsByWord.getOrDefault(noun, List.of());
    boolean one =
        !called.isEmpty()
            && called.getFirst().span().end() <= at
            && (called.size() == 1 || called.get(1).span().end() > at);
    return one ? called.getFirst().name() : null;
  }

  /// Whether two or more people here share `part` of their name.
  boolean isAmbiguous(String part) {
    return peopleByPart.getOrDefault(key(part), Set.of()).size() > 1;
  }

  private @Nullable String resolve(String name, Mention.Kind kind) {
    return switch (kind) {
      case PERSON -> person(name);
      case ORGANIZATION -> organization(name);
      case PLACE, DOCUMENT, EVENT, OTHER -> name;
    };
  }

  private @Nullable String person(String name) {
    Set<String> candidates = peopleByPart.getOrDefault(key(name), Set.of());
    return switch (candidates.size()) {
      case 0 -> name;
      case 1 -> candidates.iterator().next();
      default -> null;
    };
  }

  private void collectPeople(String text, List<Tagger.Named> found) {
    Map<String, String> fullByEnds = new LinkedHashMap<>();
    for (Tagger.Named named : found) {
      String name = plain(text, named);
      String[] parts = name.split(" ");
      if (named.kind() == Mention.Kind.PERSON && parts.length >= 2) {
        // "Ann B. Lee" and "Ann Lee" are one candidate: first and last part agree
        fullByEnds.merge(
            key(parts[0] + " " + parts[parts.length - 1]),
            name,
            (one, other) -> other.length() > one.length() ? other : one);
      }
    }
    for (String full : withoutShortOf(fullByEnds.values())) {
      String[] parts = full.split(" ");
      for (String part :
          List.of(
              full, parts[0] + " " + parts[parts.length - 1], parts[0], parts[parts.length - 1])) {
        peopleByPart.computeIfAbsent(key(part), k -> new LinkedHashSet<>()).add(full);
      }
    }
  }

  /// "J. Orlov" is no second candidate beside the one "Jana Orlov", and is found by his initial
  /// too; nor is "Orlov Orlov", as scans have it.
  private List<String> withoutShortOf(Collection<String> people) {
    Map<String, Set<String>> fuller = new HashMap<>();
    for (String full : people) {
      String first = full.substring(0, full.indexOf(' '));
      String last = full.substring(full.lastIndexOf(' ') + 1);
      if (!isInitial(first) && !first.equalsIgnoreCase(last)) {
        fuller.computeIfAbsent(key(first.charAt(0) + last), _ -> new LinkedHashSet<>()).add(full);
        fuller.computeIfAbsent(key(last + last), _ -> new LinkedHashSet<>()).add(full);
      }
    }
    List<String> left = new ArrayList<>();
    for (String full : people) {
      String first = full.substring(0, full.indexOf(' '));
      String last = full.substring(full.lastIndexOf(' ') + 1);
      String asFuller = isInitial(first) ? first.charAt(0) + last : first + last;
      boolean isShort = isInitial(first) || first.equalsIgnoreCase(last);
      if (isShort && fuller.containsKey(key(asFuller))) {
        peopleByPart.put(key(full), fuller.get(key(asFuller)));
      } else {
        left.add(full);
      }
    }
    return left;
  }

  private static boolean isInitial(String part) {
    return part.length() == 1 || (part.length() == 2 && part.charAt(1) == '.');
  }

  /// "of The Bureau", in the midst of a sentence: the article belongs to the name.
  private static boolean isWrittenWithArticle(String text, Tagger.Named named) {
    int start = named.span().start();
    boolean within = text.startsWith("The ", start);
    int article = within ? start : start - 4;
    return article >= 2
        && text.startsWith("The ", article)
        && Character.isSpaceChar(text.charAt(article - 1))
        && (Character.isLowerCase(text.charAt(article - 2)) || text.charAt(article - 2) == ',');
  }

  private void collectOrganizations(String text, List<Tagger.Named> found) {
    for (Tagger.Named named : found) {
      if (named.kind() == Mention.Kind.ORGANIZATION && isWrittenWithArticle(text, named)) {
        String name = plain(text, named);
        organizations.putIfAbsent(key(name), "The " + name);
      }
    }
    Map<String, Set<String>> fuller = new TreeMap<>();
    for (Tagger.Named named : found) {
      if (named.kind() != Mention.Kind.ORGANIZATION) {
        continue;
      }
      String name = plain(text, named);
      String[] parts = name.split(" ");
      if (parts.length < 2) {
        continue;
      }
      List<String> shorts = new ArrayList<>(List.of(initials(parts), parts[parts.length - 1]));
      int of = Math.max(name.indexOf(" of "), name.indexOf(" for "));
      if (of > 0) {
        shorts.add(name.substring(0, of));
      }
      if (name.contains(" and ") || name.contains(" & ")) {
        shorts.add(parts[0]);
      }
      String bracketed = bracketed(text, named.span().end());
      if (bracketed != null) {
        shorts.add(bracketed);
      }
      shorts.forEach(s -> fuller.computeIfAbsent(key(s), k -> new LinkedHashSet<>()).add(name));
    }
    fuller.forEach((shortForm, names) -> {
      if (names.size() == 1) {
        organizations.put(shortForm, names.iterator().next());
      }
    });
  }

  /// The abbreviation that a name introduces: "Office of the Auditor (OA)".
  private static @Nullable String bracketed(String text, int end) {
    int open = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    if (open >= text.length() || text.charAt(open) != '(') {
      return null;
    }
    int close = text.indexOf(')', open);
    if (close < 0 || close - open > 12) {
      return null;
    }
    String inside = text.substring(open + 1, close);
    return inside.length() >= 2
            && inside.chars().allMatch(c -> Character.isUpperCase(c) || c == '.')
        ? inside
        : null;
  }

  private static String initials(String[] parts) {
    StringBuilder initials = new StringBuilder();
    for (String part : parts) {
      if (Character.isUpperCase(part.charAt(0))) {
        initials.append(part.charAt(0));
      }
    }
    return initials.toString();
  }

  /// A name as written, on one line, without titles before a person's and *the* before an
  /// organization's.
  private static String plain(String text, Tagger.Named named) {
    String name = fold(named.span().of(text));
    List<String> parts = new ArrayList<>(List.of(name.split(" ")));
    boolean person = named.kind() == Mention.Kind.PERSON;
    while (parts.size() > 1
        && (isPrefix(parts.getFirst(), person)
            || (person && isNoPartOfAPersons(parts.getFirst())))) {
      parts.removeFirst();
    }
    String last = parts.getLast();
    if (last.endsWith("'s") || last.endsWith("\u2019s")) {
      parts.set(parts.size() - 1, last.substring(0, last.length() - 2));
    } else if (last.length() > 1 && Token.isApostrophe(last.charAt(last.length() - 1))) {
      parts.set(parts.size() - 1, last.substring(0, last.length() - 1));
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static boolean isPrefix(String part, boolean person) {
    String word = key(part).replace(".", "");
    return word.equals("the") || (person && TITLES.contains(word));
  }

  /// A word that was taken along: "forwarded Orlov".
  private static boolean isNoPartOfAPersons(String part) {
    return Character.isLowerCase(part.charAt(0)) && !PARTICLES.contains(part);
  }

  private static String fold(String name) {
    return name.strip().replaceAll("(?U)\\s+", " ");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Names in order of start, searched by range.
  private static final class NavigableNames {
    private final TreeMap<Integer, Name> names = new TreeMap<>();

    void put(Name name) {
      names.put(name.span().start(), name);
    }

    List<Name> within(Span span) {
      return names.subMap(span.start(), span.end()).values().stream()
          .filter(name -> name.span().end() <= span.end())
          .toList();
    }
  }
}
