package whence.ask;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Mention;
import whence.model.Statement;

/// The full names of a case, by the surname or first word that texts call them by.
///
/// A bare surname names somebody only where one full name can be meant: in its own document by the
/// title that stands before both, else in the whole document, else in the whole case.
final class People {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^(?:the |then-|former )?(?:(?:prime |deputy |waterways |foreign |vice )*(?:minister|premier|president|secretary)|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|captain|capt|sen|rep|gov|judge|justice|professor|prof|general|gen|colonel|col|senator|governor|mayor|chair)\\b\\.? ");
  private static final Pattern GENDERED =
      Pattern.compile("^(?i:mr|sir|lord|mrs|ms|miss|dame|lady)\\b");
  private static final int MOST_WORDS = 6;

  /// Surname to full names, in each document and in all.
  private final Map<String, Map<String, Set<String>>> byDocument = new HashMap<>();

  private final Map<String, Set<String>> everywhere = new TreeMap<>();

  /// First word of an organization to its names, in all documents.
  private final Map<String, Set<String>> organizations = new TreeMap<>();

  private final Map<String, Set<String>> titles = new HashMap<>();

  /// @param whom a name resolved, or the words as they stand
  /// @param candidates full names where several can be meant
  record Named(String whom, List<String> candidates) {}

  void add(String document, List<Statement> statements, String folded) {
    Map<String, Set<String>> here = byDocument.computeIfAbsent(document, _ -> new HashMap<>());
    Set<String> seen = new LinkedHashSet<>();
    for (Statement statement : statements) {
      for (Mention mention : statement.mentions()) {
        if (mention.kind() == Mention.Kind.PERSON && seen.add(mention.name())) {
          String name = bare(Sentence.fold(mention.name()));
          String[] words = name.split(" ");
          if (words.length >= 2
              && words.length <= MOST_WORDS
              && Character.isUpperCase(name.charAt(0))
              && words[0].length() > 1) {
            String surname = key(words[words.length - 1]);
            here.computeIfAbsent(surname, _ -> new TreeSet<>()).add(name);
            everywhere.computeIfAbsent(surname, _ -> new TreeSet<>()).add(name);
            titled(document, name, folded);
          }
        } else if (mention.kind() == Mention.Kind.ORGANIZATION && seen.add("o " + mention.name())) {
          String name = Sentence.fold(mention.name()).replaceFirst("^[Tt]he ", "");
          if (name.contains(" ")) {
            organizations
                .computeIfAbsent(key(name.substring(0, name.indexOf(' '))), _ -> new TreeSet<>())
                .add(name);
          }
        }
      }
    }
  }

  private void titled(String document, String name, String folded) {
    for (String title : List.of("Mr", "Ms", "Mrs", "Miss", "Sir", "Dame", "Lord", "Lady")) {
      if (folded.contains(title + " " + name) || folded.contains(title + ". " + name)) {
        titles.computeIfAbsent(document + "\n" + name, _ -> new TreeSet<>()).add(sex(title));
      }
    }
  }

  private static String sex(String title) {
    return title.toLowerCase(Locale.ROOT).matches("mr|sir|lord") ? "m" : "f";
  }

  /// Without titles before it.
  static String bare(String words) {
    String bare = words.strip();
    Matcher title = TITLE.matcher(bare);
    while (title.find() && title.end() < bare.length()) {
      bare = bare.substring(title.end()).strip();
      title = TITLE.matcher(bare);
    }
    return bare;
  }

  /// Whether something of that name is an organization somewhere in the case.
  boolean isOrganization(String name) {
    String bare = name.replaceFirst("^[Tt]he ", "");
    int space = bare.indexOf(' ');
    return space > 0
        && organizations.getOrDefault(key(bare.substring(0, space)), Set.of()).contains(bare);
  }

  Named resolve(String document, String words) {
    String folded = Sentence.fold(words).strip().replaceAll("\\s+", " ").replaceFirst("[,;:]$", "");
    Map<String, Set<String>> here = byDocument.getOrDefault(document, Map.of());
    for (Map.Entry<String, Set<String>> each : here.entrySet()) {
      for (String name : each.getValue()) {
        if (folded.equals(name) || folded.endsWith(" " + name) || folded.startsWith(name + ",")) {
          return new Named(name, List.of());
        }
      }
    }
    String bare = bare(folded);
    if (bare.contains(" ")) {
      return new Named(bare.length() < folded.length() ? bare : folded, List.of());
    }
    Set<String> candidates = new TreeSet<>(here.getOrDefault(key(bare), Set.of()));
    Matcher gendered = GENDERED.matcher(folded);
    if (candidates.size() > 1 && gendered.find()) {
      String sex = sex(gendered.group());
      candidates.removeIf(
          name -> !titles.getOrDefault(document + "\n" + name, Set.of()).contains(sex));
    }
    if (candidates.isEmpty()) {
      candidates.addAll(everywhere.getOrDefault(key(bare), Set.of()));
    }
    List<String> people = apart(candidates);
    if (people.size() == 1) {
      return new Named(people.getFirst(), List.of());
    }
    if (people.isEmpty()) {
      List<String> named = apart(organizations.getOrDefault(key(bare), Set.of()));
      return new Named(named.size() == 1 ? named.getFirst() : folded, List.of());
    }
    return new Named(folded, people);
  }

  /// Names of one person told once: of two whose words stand in one another, or that differ by an
  /// initial, the plainer.
  private static List<String> apart(Set<String> names) {
    return names.stream()
        .filter(name ->
            names.stream().noneMatch(other -> !other.equals(name) && isPlainer(other, name)))
        .toList();
  }

  private static boolean isPlainer(String one, String other) {
    List<String> left = List.of(one.split(" "));
    List<String> right = List.of(other.split(" "));
    if (left.getFirst().length() > 2 && right.getFirst().length() <= 2) {
      return left.getLast().equals(right.getLast())
          && left.getFirst().charAt(0) == right.getFirst().charAt(0);
    }
    return left.size() < right.size() && right.containsAll(left) && left.getFirst().length() > 2;
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT).replaceFirst("'s?$", "");
  }
}
