package whence.weigh;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import whence.model.Passage;
import whence.model.Statement;

/// Contents that name a thing and say nothing of it: what somebody *called for* was *an independent
/// inquiry*, which is no claim. What somebody *confirmed* or *denied* may be named so (*the death
/// of two men*), and is one.
final class BarePhrase {
  private static final int MOST_WORDS = 10;

  private static final Set<String> OPENING =
      Set.of(
          "a", "an", "the", "any", "another", "more", "further", "full", "greater", "its", "their",
          "his", "her", "our", "new", "such");

  /// Before a noun: what looks like a verb behind one of these is none.
  private static final Set<String> BEFORE_NOUN =
      Set.of(
          "a", "an", "the", "any", "another", "more", "further", "its", "their", "his", "her",
          "our", "of", "into", "in", "on", "for", "from", "with", "by", "to", "about", "against",
          "over", "between", "and", "or", "all", "some", "such", "these", "those", "new");

  private static final Pattern FACTUAL =
      Pattern.compile(
          "(?i)\\b(?:confirm|acknowledg|admi[ts]|report|announc|reveal|disclos|den[iy]|alleg|disput"
              + "|verif|corroborat|document|establish|found|show)");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

  private BarePhrase() {}

  static boolean is(Statement statement) {
    List<String> words =
        List.of(NO_WORD.split(statement.contentText().strip().toLowerCase(Locale.ROOT)));
    return words.size() <= MOST_WORDS
        && OPENING.contains(words.getFirst())
        && !hasVerb(words)
        && statement.cue().stream()
            .map(Passage::text)
            .noneMatch(cue -> FACTUAL.matcher(cue).find());
  }

  private static boolean hasVerb(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (Stems.mayBeVerb(words.get(i)) && !BEFORE_NOUN.contains(words.get(i - 1))) {
        return true;
      }
    }
    return false;
  }
}
