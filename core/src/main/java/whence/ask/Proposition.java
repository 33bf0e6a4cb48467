package whence.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.weigh.Stems;

/// What would be so if a question's answer were yes, or what a hypothesis says; of another
/// question, what an answer must speak of.
///
/// @param text as it was put
/// @param topic its words with content, each once
/// @param subject forms of the words that say of whom or what it speaks
/// @param parties of whom or what it speaks, each by its words, in lower case
/// @param telling whether it asks if somebody was told something
/// @param negated whether it says that something is not so
record Proposition(
    String text,
    Kind kind,
    List<Words.Word> topic,
    Set<String> subject,
    List<String> parties,
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

  private static final Set<String> PRONOUNS = Set.of("they", "he", "she", "it", "these", "those");

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
    return of(text, null);
  }

  /// @param before the question that a *they* points back to, null for none
  static Proposition of(String text, @Nullable Proposition before) {
    String stripped = text.strip();
    String first = SECOND.split(stripped.substring(0, Math.min(LONGEST, stripped.length())), 2)[0];
    Kind kind = kind(first);
    Words words = Words.of(first);
    List<Words.Word> topic =
        new ArrayList<>(words.topic().stream().filter(word -> !word.asksIndirectly()).toList());
    List<Words.Word> subjects = kind == Kind.STATEMENT ? subject(words.all()) : List.of();
    Set<String> subject = new LinkedHashSet<>();
    subjects.stream().filter(Proposition::names).forEach(word -> subject.add(word.form()));
    List<String> parties = parties(subjects);
    if (before != null && kind == Kind.STATEMENT && isPronoun(words.all())) {
      subject.clear();
      subject.addAll(before.subject());
      parties = before.parties();
      before.topic().stream()
          .filter(word -> before.subject().contains(word.form()))
          .forEach(topic::addFirst);
    }
    return new Proposition(
        text,
        kind,
        List.copyOf(topic),
        Set.copyOf(subject),
        parties,
        kind == Kind.STATEMENT && topic.stream().anyMatch(word -> word.form().equals(Words.KNOWS)),
        words.all().stream().anyMatch(Words.Word::negates));
  }

  /// The first of its words behind the subject, which is its verb more often than not.
  Words.@Nullable Word verb() {
    return topic.stream().filter(word -> !subject.contains(word.form())).findFirst().orElse(null);
  }

  /// Other words for what it names: those of a state, forms of an act, the form of an irregular
  /// verb that an index does not know. Whether somebody was told is looked for by words of its own.
  String otherWords() {
    return topic.stream()
        .filter(word -> !word.form().equals(Words.KNOWS))
        .flatMap(word ->
            word.isTerm()
                ? Terms.words(word.form()).stream()
                : word.lower().startsWith(word.form()) ? Stream.of() : Stream.of(word.form()))
        .distinct()
        .collect(Collectors.joining(" "));
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
  private static List<Words.Word> subject(List<Words.Word> words) {
    List<Words.Word> subject = new ArrayList<>();
    List<Words.Word> behind = behindAuxiliary(words);
    for (Words.Word word : behind) {
      if (subject.stream().anyMatch(Proposition::names) && mayBeVerb(word)) {
        return subject;
      }
      subject.add(word);
    }
    // Without a verb that can be told by its form, what stands first is spoken of.
    return subject.stream().filter(Proposition::names).limit(1).toList();
  }

  private static List<Words.Word> behindAuxiliary(List<Words.Word> words) {
    boolean asks = !words.isEmpty() && AUXILIARIES.contains(words.getFirst().lower());
    return words.subList(asks ? 1 : 0, words.size());
  }

  private static boolean names(Words.Word word) {
    return !word.empty() && !word.negates();
  }

  private static boolean isPronoun(List<Words.Word> words) {
    List<Words.Word> behind = behindAuxiliary(words);
    return !behind.isEmpty() && PRONOUNS.contains(behind.getFirst().lower());
  }

  /// *The minister and senior officials* are two.
  private static List<String> parties(List<Words.Word> subject) {
    List<String> parties = new ArrayList<>();
    StringBuilder party = new StringBuilder();
    int clause = subject.isEmpty() ? 0 : subject.getFirst().clause();
    for (Words.Word word : subject) {
      boolean joins = word.lower().equals("and") || word.lower().equals("or");
      if (joins || word.clause() != clause) {
        parties.add(party.toString().strip());
        party.setLength(0);
      }
      if (!joins) {
        party.append(word.lower()).append(' ');
      }
      clause = word.clause();
    }
    parties.add(party.toString().strip());
    return parties.stream().filter(each -> !each.isEmpty()).toList();
  }

  private static boolean mayBeVerb(Words.Word word) {
    String lower = word.lower();
    return AUXILIARIES.contains(lower)
        || word.isAct()
        || (!word.capital() && !lower.endsWith("s") && Stems.mayBeVerb(lower));
  }
}
