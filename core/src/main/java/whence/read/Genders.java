package whence.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Mention;
import whence.model.Span;
import whence.read.Names.Name;

/// Who in a document may be *he* and who *she*: by the titles people are given there, else by given
/// names. Whoever shows neither, or both, may be either.
final class Genders {
  private static final Set<String> HE = Set.of("he", "him", "his", "himself");
  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
  private static final Set<String> HIS_TITLES = Set.of("mr", "sir", "lord", "king", "prince");
  private static final Set<String> HER_TITLES =
      Set.of("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madam", "baroness");
  private static final Set<String> HIS_NAMES = WordLists.set("given-names.txt", "he");
  private static final Set<String> HER_NAMES = WordLists.set("given-names.txt", "she");

  private static final Pattern WORD_BEFORE = Pattern.compile("(\\p{L}+)\\.?\\s*$");

  private final Map<String, Set<String>> titles = new HashMap<>();

  Genders(String text, Names names) {
    for (Name name : names.within(new Span(0, text.length()))) {
      if (name.kind() == Mention.Kind.PERSON && name.name() != null) {
        Span span = name.span();
        Matcher before =
            WORD_BEFORE.matcher(text).region(Math.max(0, span.start() - 12), span.start());
        String title = before.find() ? before.group(1) : "";
        for (String word :
            (title + " " + span.of(text)).toLowerCase(Locale.ROOT).split("[\\s.]+")) {
          if (HIS_TITLES.contains(word) || HER_TITLES.contains(word)) {
            titles.computeIfAbsent(name.name(), _ -> new HashSet<>()).add(word);
          }
        }
      }
    }
  }

  /// Whether a *he* or *she* can mean the person so named.
  boolean mayBe(@Nullable String person, String pronoun) {
    String word = pronoun.toLowerCase(Locale.ROOT);
    if (person == null || !(HE.contains(word) || SHE.contains(word))) {
      return true;
    }
    Set<String> given = titles.getOrDefault(person, Set.of());
    boolean hisTitle = given.stream().anyMatch(HIS_TITLES::contains);
    boolean herTitle = given.stream().anyMatch(HER_TITLES::contains);
    String first = person.split(" ", 2)[0];
    boolean he = hisTitle == herTitle ? HIS_NAMES.contains(first) : hisTitle;
    boolean she = hisTitle == herTitle ? HER_NAMES.contains(first) : herTitle;
    return he == she || he == HE.contains(word);
  }
}
