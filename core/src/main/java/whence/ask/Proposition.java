package whence.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.weigh.Stems;

/// What would be so if a question's answer were yes, or what a hypothesis says; of another
/// question, what an answer must speak of.
///
/// @param text as it was put
/// @param topic its words with content, each once
/// @param subject forms of the words that say of whom or what it speaks
/// @param telling whether it asks if somebody was told something
/// @param negated whether it says that something is not so
record Proposition(
    String text,
    Kind kind,
    List<Words.Word> topic,
    Set<String> subject,
    boolean telling,
    boolean negated) {
  enum Kind {
    /// It can be agreed to or disputed.
    STATEMENT,
    WHY,
    WHO,
    WHEN,
    WHERE,
    HOW_MANY,
    WHAT
  }

  private static final Set<String> AUXILIARIES =
      Set.of(
          "did", "do", "does", "was", "were", "is", "are", "has", "have", "had", "can", "could",
          "will", "would", "should", "may", "might", "must", "shall");

  /// What lies behind so many characters of a question is not looked at.
  private static final int LONGEST = 1_000;

  /// A second question behind the first.
  private static final Pattern SECOND =
      Pattern.compile(
          "(?i),?\\s+(?:and|or)(?:,?\\s+if\\s+so)?,?\\s+(?=(?:what|who|whom|whose|why|how|when|where"
              + "|which|by\\s+whom|did|do|does|was|were|is|are|has|have|had)\\b)");

  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)^\\P{L}*(?:(?:to|by|from|for|at|on|in|with|of)\\s+)?(how\\s+(?:many|much|long|often"
              + "|far|late|old)|why|who|whom|whose|when|where|what|which|how)\\b");

  static Proposition of(String text) {
    String stripped = text.strip();
    String first = SECOND.split(stripped.substring(0, Math.min(LONGEST, stripped.length())), 2)[0];
    Kind kind = kind(first);
    Words words = Words.of(first);
    List<Words.Word> topic = words.topic().stream().filter(word -> !word.asksIndirectly()).toList();
    Set<String> subject = kind == Kind.STATEMENT ? subject(words.all()) : Set.of();
    return new Proposition(
        text,
        kind,
        topic,
        subject,
        kind == Kind.STATEMENT && topic.stream().anyMatch(word -> word.form().equals(Words.KNOWS)),
        words.all().stream().anyMatch(Words.Word::negates));
  }

  /// As a statement, to be compared in meaning: without the auxiliary that makes it a question.
  String statement() {
    String stripped = text.strip();
    String bare = stripped.endsWith("?") ? stripped.substring(0, stripped.length() - 1) : stripped;
    int space = bare.indexOf(' ');
    return space > 0 && AUXILIARIES.contains(bare.substring(0, space).toLowerCase(Locale.ROOT))
        ? bare.substring(space + 1)
        : bare;
  }

  private static Kind kind(String text) {
    Matcher opening = OPENING.matcher(text);
    if (!opening.find()) {
      return Kind.STATEMENT;
    }
    String word = opening.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return switch (word) {
      case "why" -> Kind.WHY;
      case "who", "whom", "whose" -> Kind.WHO;
      case "when" -> Kind.WHEN;
      case "where" -> Kind.WHERE;
      case "what", "which", "how" -> Kind.WHAT;
      default -> Kind.HOW_MANY;
    };
  }

  /// The words before the verb; behind the auxiliary, where a question begins with one.
  private static Set<String> subject(List<Words.Word> words) {
    int from = !words.isEmpty() && AUXILIARIES.contains(words.getFirst().lower()) ? 1 : 0;
    Set<String> subject = new LinkedHashSet<>();
    for (Words.Word word : words.subList(from, words.size())) {
      if (!subject.isEmpty() && mayBeVerb(word)) {
        break;
      }
      if (!word.empty() && !word.negates()) {
        subject.add(word.form());
      }
    }
    // Without a verb that can be told by its form, what stands first is spoken of.
    List<String> all = new ArrayList<>(subject);
    boolean toTheEnd =
        words.isEmpty() || (!all.isEmpty() && all.getLast().equals(words.getLast().form()));
    return toTheEnd && all.size() > 1 ? Set.of(all.getFirst()) : Set.copyOf(subject);
  }

  private static boolean mayBeVerb(Words.Word word) {
    String lower = word.lower();
    return AUXILIARIES.contains(lower)
        || word.form().startsWith("*")
        || (!word.capital() && !lower.endsWith("s") && Stems.mayBeVerb(lower));
  }
}
