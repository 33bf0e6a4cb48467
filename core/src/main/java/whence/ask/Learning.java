package whence.ask;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a content says that somebody learned something: was told it, knew, read or saw it.
final class Learning {
  /// What somebody was told of, where it is more than pointed at.
  private static final Pattern OWN_MATTER =
      Pattern.compile(
          "(?i)\\b(?:on|of|about|over|regarding|concerning|that)\\s++(?!(?:it|this|that|them|these"
              + "|those|the\\s+matter)\\b)(?=\\p{L}|\\d)");

  /// Words between an auxiliary and its verb.
  private static final int NEAR = 3;

  /// Words between who learns and the verb, where a clause comes between.
  private static final int APART = 8;

  /// Words between a verb and its object.
  private static final int OBJECT = 4;

  private static final Set<String> POINTING =
      Set.of("it", "this", "that", "them", "those", "these", "so", "about", "of");

  /// When something was learned is not what was.
  private static final Set<String> TIMES =
      Set.of(
          ("before after prior earlier later until till first ever once time times night day days week"
                  + " weeks month months year years morning evening")
              .split(" "));

  private Learning() {}

  /// The number of a word by which one of these learns something; -1 where none does. Who tells
  /// another learns nothing by that, and who sees a person does not.
  static int in(Proposition proposition, Words words, Set<Integer> subjects) {
    List<Words.Word> matter = matter(proposition);
    for (int i = 0; i < words.all().size(); i++) {
      Words.Word word = words.all().get(i);
      if (!word.form().equals(Words.KNOWS)) {
        continue;
      }
      int at = i;
      boolean passive = isPassive(words, i);
      boolean tells = word.tells() && !passive;
      if (passive && word.lower().equals("reached")) {
        continue;
      }
      boolean learns =
          tells
              ? subjects.stream().anyMatch(place -> place > at)
              : subjects.stream().anyMatch(place -> place < at && isNear(words, place, at))
                  && (word.tells() || isOfThat(words, i, matter));
      if (learns) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNear(Words words, int subject, int verb) {
    return words.all().get(subject).clause() == words.all().get(verb).clause()
        || verb - subject <= APART;
  }

  /// *Saw*, *read* or *received* something asked about, a paper, or what is pointed at.
  private static boolean isOfThat(Words words, int verb, List<Words.Word> matter) {
    if (matter.stream().anyMatch(word -> words.place(word) >= 0)) {
      return true;
    }
    return words.all().subList(verb + 1, Math.min(words.all().size(), verb + 1 + OBJECT)).stream()
        .map(Words.Word::lower)
        .anyMatch(lower -> POINTING.contains(lower) || TellingWords.PAPERS.contains(lower));
  }

  /// *Was briefed*, *had never been told*; not *was sent to inform*.
  private static boolean isPassive(Words words, int verb) {
    for (int i = verb - 1; i >= Math.max(0, verb - NEAR); i--) {
      if (words.all().get(i).isPassive()) {
        return true;
      }
      if (words.all().get(i).lower().equals("to")) {
        return false;
      }
    }
    return false;
  }

  /// Whether nothing else is said to be learned than what was asked about.
  static boolean speaksOfNoOther(Proposition proposition, Words words, String text) {
    List<Words.Word> matter = matter(proposition);
    return matter.isEmpty()
        || matter.stream().anyMatch(word -> words.place(word) >= 0)
        || !OWN_MATTER.matcher(text).find();
  }

  /// A question's words for what somebody would have learned.
  static List<Words.Word> matter(Proposition proposition) {
    return proposition.topic().stream()
        .filter(word ->
            !proposition.subject().contains(word.form())
                && !word.form().equals(Words.KNOWS)
                && !TIMES.contains(word.lower()))
        .toList();
  }
}
