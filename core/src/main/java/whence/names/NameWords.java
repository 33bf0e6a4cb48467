package whence.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What is known of the words in names: titles, particles, legal forms, numbers, places, and words
/// that stand for one another (`words.txt`, `given-names.txt`).
final class NameWords {
  /// A phrase of this many words at most stands for something.
  static final int LONGEST_PHRASE = 6;

  static final Set<String> TITLES = words("titles");
  static final Set<String> HONOURS = words("honours");
  static final Set<String> PARTICLES = words("particles");

  /// Words that join those of an organization's name.
  static final Set<String> LINKING = words("linking");

  static final Set<String> GENERIC = words("generic");
  static final Set<String> PLACES = words("places");

  /// What may stand before a ship's name.
  static final Set<String> VESSELS = words("vessels");

  /// Legal forms, by the words they are written in: `joint stock company` is `jsc`.
  static final Map<String, String> FORMS = groups("forms");

  /// Words of organizations' names, by how they are written.
  static final Map<String, String> EQUALS = groups("equals");

  private static final Pattern ROMAN = Pattern.compile("x{0,3}(ix|iv|v?i{0,3})");
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Map<String, Integer> TENS = tens();
  private static final Map<String, Set<Integer>> GIVEN = given();

  private NameWords() {}

  /// Whether both are forms of one given name: `bill`, `william`.
  static boolean isOneGivenName(String one, String other) {
    Set<Integer> groups = GIVEN.get(one);
    Set<Integer> others = GIVEN.get(other);
    return groups != null && others != null && groups.stream().anyMatch(others::contains);
  }

  /// The number a word stands for (`fourth`, `forty`, `2nd`, `17`), -1 for none.
  static int number(String word) {
    Integer known = NUMBERS.get(word);
    if (known != null) {
      return known;
    }
    int digits = 0;
    while (digits < word.length() && Character.digit(word.charAt(digits), 10) >= 0) {
      digits++;
    }
    boolean ordinal =
        digits > 0 && Set.of("", "st", "nd", "rd", "th").contains(word.substring(digits));
    return ordinal && digits <= 9 ? Integer.parseInt(word.substring(0, digits)) : -1;
  }

  static boolean isTens(String word) {
    return TENS.containsKey(word);
  }

  /// A Roman numeral up to 39, as funds and ships count theirs; -1 for any other word.
  static int roman(String word) {
    if (word.isEmpty() || word.length() > 7 || !ROMAN.matcher(word).matches()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = digit(word.charAt(i));
      value += i + 1 < word.length() && digit(word.charAt(i + 1)) > digit ? -digit : digit;
    }
    return value;
  }

  private static int digit(char roman) {
    return switch (roman) {
      case 'i' -> 1;
      case 'v' -> 5;
      default -> 10;
    };
  }

  private static List<String> section(String name) {
    List<String> lines = new ArrayList<>();
    boolean in = false;
    for (String line : Lines.of("words.txt")) {
      if (line.startsWith("[")) {
        in = line.equals("[" + name + "]");
      } else if (in) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException("no [" + name + "] in words.txt");
    }
    return lines;
  }

  private static Set<String> words(String section) {
    Set<String> words = new HashSet<>();
    section(section).forEach(line -> words.addAll(List.of(line.split("\\|"))));
    return Set.copyOf(words);
  }

  private static Map<String, String> groups(String section) {
    Map<String, String> first = new HashMap<>();
    for (String line : section(section)) {
      String[] words = line.split("\\|");
      for (String word : words) {
        first.putIfAbsent(word, words[0]);
      }
    }
    return Map.copyOf(first);
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String section : List.of("numbers", "ordinals")) {
      String[] words = section(section).getFirst().split("\\|");
      for (int i = 0; i < words.length; i++) {
        numbers.put(words[i], i);
      }
    }
    numbers.putAll(tens());
    return Map.copyOf(numbers);
  }

  private static Map<String, Integer> tens() {
    Map<String, Integer> tens = new HashMap<>();
    String[] words = section("tens").getFirst().split("\\|");
    for (int i = 2; i < words.length; i++) {
      tens.put(words[i], 10 * i);
    }
    return Map.copyOf(tens);
  }

  private static Map<String, Set<Integer>> given() {
    Map<String, Set<Integer>> groups = new HashMap<>();
    List<String> lines = Lines.of("given-names.txt");
    for (int i = 0; i < lines.size(); i++) {
      for (String name : lines.get(i).split("\\|")) {
        groups.computeIfAbsent(name, _ -> new HashSet<>()).add(i);
      }
    }
    return groups;
  }
}
