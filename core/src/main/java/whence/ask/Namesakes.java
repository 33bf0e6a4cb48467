package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import whence.names.NameKind;
import whence.names.SameName;

/// Whether two names may be one person's. Where that is not known they may be: nobody is told of as
/// missing who may be there under another form of the name.
final class Namesakes {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}'’-]+");

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "the",
          "minister",
          "president",
          "premier",
          "judge",
          "justice",
          "senator",
          "captain",
          "colonel",
          "general",
          "inspector",
          "hon",
          "honourable",
          "kc",
          "qc");

  private static final Pattern MAN = Pattern.compile("(?i)^(?:mr|sir|lord)\\b");
  private static final Pattern WOMAN = Pattern.compile("(?i)^(?:ms|mrs|miss|dame|lady)\\b");

  private Namesakes() {}

  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(name.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && !TITLES.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  static boolean mayBeOne(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    if (left.isEmpty() || right.isEmpty()) {
      return one.equalsIgnoreCase(other);
    }
    if (differ(one, other)) {
      return false;
    }
    if (left.size() == 1 || right.size() == 1) {
      return left.getLast().equals(right.getLast()) || left.getFirst().equals(right.getFirst());
    }
    boolean surname = left.getLast().equals(right.getLast());
    return (surname && left.getFirst().charAt(0) == right.getFirst().charAt(0))
        || (!Collections.disjoint(left, right) && SameName.of(one, other, NameKind.PERSON).same());
  }

  /// Whether two names are one, titles apart.
  static boolean areOne(String one, String other) {
    return one.equalsIgnoreCase(other)
        || (!words(one).isEmpty() && words(one).equals(words(other)) && !differ(one, other));
  }

  /// A man's title and a woman's.
  private static boolean differ(String one, String other) {
    return (MAN.matcher(one).find() && WOMAN.matcher(other).find())
        || (MAN.matcher(other).find() && WOMAN.matcher(one).find());
  }

  static boolean isAmong(String name, Collection<String> names) {
    return names.stream().anyMatch(each -> mayBeOne(name, each));
  }
}
