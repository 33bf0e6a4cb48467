package whence.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Statement;
import whence.weigh.Stems;

/// Tells how statements stand to a proposition, from their words alone: by what they share, of whom
/// they speak, and what is negated or called false. It says that it is unsure rather than guess.
///
/// (The position model is made for whole articles; a question needs to know whom a sentence speaks
/// of.)
public final class Judge {
  /// Of a proposition's words, what agrees or disputes has so much, and as much of them without its
  /// subject; names and numbers count twice. Chosen on half of Climate-FEVER (`bench/run stands`):
  /// with a half, three times as many sentences that refute a claim are taken to agree with it.
  private static final double ENOUGH = 0.6;

  /// With less in common, meaning is not looked at.
  private static final double ENOUGH_TO_COMPARE = 0.4;

  /// What answers a question that is not for yes or no, or puts it again, has so much of it.
  private static final double ENOUGH_OF_A_QUESTION = 0.5;

  /// With less, a statement is about something else.
  private static final double LEAST = 0.25;

  private static final double NAME = 2;

  /// Who denies all of it says so in few characters.
  private static final int SHORT = 80;

  private static final Pattern CAUSE =
      Pattern.compile(
          "(?i)\\b(?:because|due to|owing to|as a result|result of|caus(?:e|ed|es|ing)|led to|so that"
              + "|in order to|reason|account(?:s|ed)? for|blam(?:e|ed|es)|attribut\\w*|explain\\w*"
              + "|thanks to)\\b");

  /// What somebody denies who denies all of it.
  private static final Pattern ALL_OF_IT =
      Pattern.compile(
          "(?i)\\b(?:part|role|hand|involvement|responsibility|wrongdoing|knowledge|allegations?"
              + "|accusations?|charges?)\\b");

  /// What somebody was told of, where it is more than pointed at.
  private static final Pattern OWN_MATTER =
      Pattern.compile(
          "(?i)\\b(?:on|of|about|over|regarding|concerning|that)\\s++(?!(?:it|this|that|them|these"
              + "|those|the\\s+matter)\\b)(?=\\p{L}|\\d)");

  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)\\b(?:he|she|they|i|we|himself|herself)\\b|(?-i)\\b\\p{Lu}\\.\\s?\\p{Lu}\\.");

  /// Words between an auxiliary and its verb.
  private static final int NEAR = 3;

  private static final Set<String> PRONOUNS =
      Set.of("i", "me", "my", "we", "us", "he", "him", "his", "she", "her");

  /// Before an office, another office.
  private static final Set<String> RANKS =
      Set.of(
          "deputy",
          "vice",
          "assistant",
          "former",
          "acting",
          "junior",
          "under",
          "shadow",
          "prime",
          "foreign",
          "first",
          "associate");

  /// What agrees or disputes by its words is at least this much alike in meaning, against words
  /// that are shared by chance. It cannot be more: a statement may say much besides. Where
  /// somebody's being told is in question, pronouns leave little meaning to compare.
  private static final double ALIKE = 0.6;

  /// What is as much alike as this, and speaks of the same, says the same in other words.
  private static final double ALMOST_THE_SAME = 0.85;

  private final List<Inquiry.Person> people;
  private final ToDoubleBiFunction<String, String> alike;

  /// @param people whose other names are known
  /// @param alike the cosine of two texts' meanings
  public Judge(List<Inquiry.Person> people, ToDoubleBiFunction<String, String> alike) {
    this.people = List.copyOf(people);
    this.alike = alike;
  }

  /// As [#of(Proposition, Statement)].
  ///
  /// @param proposition a question, or what may be so
  public Stand of(String proposition, Statement statement) {
    return of(Proposition.of(proposition), statement);
  }

  /// How a statement stands, its own stance taken in: who denies what agrees disputes. A refusal, a
  /// silence or a question at most repeats the question.
  Stand of(Proposition proposition, Statement statement) {
    Words words = Words.of(statement.contentText());
    Shared shared = shared(proposition, words, statement);
    int learning = proposition.telling() ? learning(words, shared.subjects()) : -1;
    boolean learns = learning >= 0;
    if (learns) {
      shared.clauses().clear();
      shared.clauses().add(words.all().get(learning).clause());
    }
    boolean related = shared.share() >= LEAST || learns;
    return switch (statement.stance()) {
      case ASSERTS ->
          related ? content(proposition, statement, words, shared, learns) : Stand.UNRELATED;
      case DENIES ->
          switch (related
              ? content(proposition, statement, words, shared, learns)
              : Stand.UNRELATED) {
            case AGREES -> Stand.DISPUTES;
            case DISPUTES -> Stand.AGREES;
            case REPEATS -> Stand.REPEATS;
            case UNSURE, UNRELATED ->
                deniesAllOfIt(proposition, statement)
                    ? Stand.DISPUTES
                    : related ? Stand.UNSURE : Stand.UNRELATED;
          };
      case DOUBTS -> related ? Stand.UNSURE : Stand.UNRELATED;
      case DECLINES, SILENT -> related ? Stand.REPEATS : Stand.UNRELATED;
      case ASKS ->
          shared.share() >= ENOUGH_OF_A_QUESTION || learns ? Stand.REPEATS : Stand.UNRELATED;
    };
  }

  /// A proposition's words as they stand in a content.
  ///
  /// @param of the content's words that are the proposition's
  /// @param clauses those in which words stand that are not the subject's
  /// @param share how much of the proposition, `restShare` how much of it without its subject
  /// @param opposite whether one of them is there by its opposite
  /// @param asked whether most stand behind a *whether* or *why*
  /// @param subjects the numbers of words that stand for whom or what the proposition speaks of
  private record Shared(
      List<Words.Word> of,
      Set<Integer> clauses,
      double share,
      double restShare,
      boolean opposite,
      boolean asked,
      Set<Integer> subjects) {}

  private Stand content(
      Proposition proposition, Statement statement, Words words, Shared shared, boolean learns) {
    String text = statement.contentText();
    if (text.strip().endsWith("?") || shared.asked()) {
      return Stand.REPEATS;
    }
    if (proposition.kind() != Proposition.Kind.STATEMENT) {
      return answers(proposition, words, statement, shared);
    }
    if (shared.subjects().isEmpty()) {
      return Stand.UNSURE;
    }
    if (proposition.telling()) {
      if (!learns || !speaksOfNoOther(proposition, words, text)) {
        return Stand.UNSURE;
      }
    } else {
      boolean inItsWords = shared.share() >= ENOUGH && shared.restShare() >= ENOUGH;
      if (!inItsWords && shared.share() < ENOUGH_TO_COMPARE) {
        return Stand.UNSURE;
      }
      double meaning = alike.applyAsDouble(proposition.statement(), text);
      if (meaning < (inItsWords ? ALIKE : ALMOST_THE_SAME)) {
        return Stand.UNSURE;
      }
    }
    return isNegated(words, shared) ^ proposition.negated() ^ shared.opposite()
        ? Stand.DISPUTES
        : Stand.AGREES;
  }

  private Shared shared(Proposition proposition, Words words, Statement statement) {
    double all = 0;
    double found = 0;
    double rest = 0;
    double restFound = 0;
    int behind = 0;
    boolean opposite = false;
    Set<Integer> subjects = new HashSet<>();
    List<Words.Word> in = new ArrayList<>();
    Set<Integer> clauses = new HashSet<>();
    int indirect = indirect(words);
    for (Words.Word wanted : proposition.topic()) {
      boolean first = wanted.equals(proposition.topic().getFirst());
      double weight = wanted.number() || (wanted.capital() && !first) ? NAME : 1;
      boolean ofSubject = proposition.subject().contains(wanted.form());
      all += weight;
      rest += ofSubject ? 0 : weight;
      int at = words.place(wanted);
      if (at >= 0 && ofSubject && isOfAnotherRank(words, at, proposition)) {
        continue;
      }
      int contrary = at < 0 ? opposite(wanted, words) : -1;
      if (at < 0 && contrary < 0) {
        continue;
      }
      Words.Word there = words.all().get(Math.max(at, contrary));
      opposite ^= contrary >= 0;
      found += weight;
      in.add(there);
      behind += isBehind(indirect, wanted, words) ? 1 : 0;
      if (ofSubject) {
        subjects.addAll(words.places(wanted));
      } else {
        restFound += weight;
        clauses.add(there.clause());
      }
    }
    subjects.addAll(otherwise(proposition, words, statement));
    return new Shared(
        in,
        clauses,
        all == 0 ? 0 : found / all,
        rest == 0 ? 1 : restFound / rest,
        opposite,
        !in.isEmpty() && behind * 2 >= in.size(),
        subjects);
  }

  /// The number of the first word that puts a question indirectly.
  private static int indirect(Words words) {
    for (int i = 0; i < words.all().size(); i++) {
      String lower = words.all().get(i).lower();
      if (lower.equals("whether") || lower.equals("why")) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static boolean isBehind(int indirect, Words.Word wanted, Words words) {
    for (int i = indirect; i < words.all().size(); i++) {
      if (Words.same(wanted, words.all().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static int opposite(Words.Word wanted, Words words) {
    for (int i = 0; i < words.all().size(); i++) {
      if (Stems.areOpposites(wanted.form(), words.all().get(i).form())) {
        return i;
      }
    }
    return -1;
  }

  /// *The deputy minister* is not the minister.
  private static boolean isOfAnotherRank(Words words, int at, Proposition proposition) {
    if (at == 0) {
      return false;
    }
    Words.Word before = words.all().get(at - 1);
    return RANKS.contains(before.lower())
        && proposition.topic().stream().noneMatch(word -> word.form().equals(before.form()));
  }

  /// Where whom the proposition speaks of is named otherwise, or speaks of themself.
  private Set<Integer> otherwise(Proposition proposition, Words words, Statement statement) {
    Link source = statement.innermost();
    Set<Integer> places = new HashSet<>();
    for (Inquiry.Person person : people) {
      if (!isMeant(person, proposition)) {
        continue;
      }
      List<String> names = names(person);
      names.forEach(name -> places.addAll(places(name, words, proposition)));
      if (source.role() == Link.Role.SOURCE
          && source.name() != null
          && names.stream().anyMatch(source.name()::equalsIgnoreCase)) {
        for (int i = 0; i < words.all().size(); i++) {
          if (PRONOUNS.contains(words.all().get(i).lower())) {
            places.add(i);
          }
        }
      }
    }
    return places;
  }

  /// The number of a word by which one of these learns something: they are told, or know, read, see
  /// it; -1 where none does. Who tells another learns nothing by that.
  private static int learning(Words words, Set<Integer> subjects) {
    for (int i = 0; i < words.all().size(); i++) {
      Words.Word word = words.all().get(i);
      int at = i;
      if (word.form().equals(Words.KNOWS)) {
        boolean passive = isPassive(words, i);
        boolean before = subjects.stream().anyMatch(place -> place < at);
        boolean after = subjects.stream().anyMatch(place -> place > at);
        boolean learns = (word.tells() && !passive) ? after : before;
        if (learns) {
          return i;
        }
      }
    }
    return -1;
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

  /// All names of those of whom a proposition speaks.
  List<String> names(Proposition proposition) {
    return people.stream()
        .filter(person -> isMeant(person, proposition))
        .flatMap(person -> names(person).stream())
        .toList();
  }

  private static List<String> names(Inquiry.Person person) {
    List<String> names = new ArrayList<>(person.also());
    names.add(person.name());
    return names;
  }

  private static boolean isMeant(Inquiry.Person person, Proposition proposition) {
    return names(person).stream()
        .anyMatch(name -> {
          List<Words.Word> words = Words.of(name).topic();
          return !words.isEmpty()
              && words.stream().allMatch(word -> proposition.subject().contains(word.form()));
        });
  }

  private static Set<Integer> places(String name, Words words, Proposition proposition) {
    List<String> wanted = Words.of(name).topic().stream().map(Words.Word::form).toList();
    List<String> all = words.all().stream().map(Words.Word::form).toList();
    int at = wanted.isEmpty() ? -1 : Collections.indexOfSubList(all, wanted);
    return at >= 0 && !isOfAnotherRank(words, at, proposition) ? Set.of(at) : Set.of();
  }

  /// Whether nothing else is said to be learned than what was asked about.
  private static boolean speaksOfNoOther(Proposition proposition, Words words, String text) {
    List<Words.Word> matter =
        proposition.topic().stream()
            .filter(word ->
                !proposition.subject().contains(word.form()) && !word.form().equals(Words.KNOWS))
            .toList();
    return matter.isEmpty()
        || matter.stream().anyMatch(word -> words.place(word) >= 0)
        || !OWN_MATTER.matcher(text).find();
  }

  private static boolean isNegated(Words words, Shared shared) {
    boolean negated = false;
    boolean refuted = false;
    for (Words.Word word : words.all()) {
      if (shared.clauses().isEmpty() || shared.clauses().contains(word.clause())) {
        negated |= word.negates();
        refuted |= word.refutes() && !shared.of().contains(word);
      }
    }
    return negated ^ refuted;
  }

  private static boolean deniesAllOfIt(Proposition proposition, Statement statement) {
    String text = statement.contentText();
    Link source = statement.innermost();
    String name = source.name() != null ? source.name() : source.as();
    return name != null
        && text.length() <= SHORT
        && ALL_OF_IT.matcher(text).find()
        && Words.of(name).all().stream()
            .anyMatch(word ->
                proposition.topic().stream()
                    .anyMatch(wanted ->
                        proposition.subject().contains(wanted.form()) && Words.same(wanted, word)));
  }

  private static Stand answers(
      Proposition proposition, Words words, Statement statement, Shared shared) {
    boolean more =
        words.topic().stream()
            .anyMatch(
                word -> proposition.topic().stream().noneMatch(wanted -> Words.same(wanted, word)));
    if (!more) {
      return Stand.REPEATS;
    }
    if (shared.share() < ENOUGH_OF_A_QUESTION) {
      return Stand.UNSURE;
    }
    String text = statement.contentText();
    boolean fits =
        switch (proposition.kind()) {
          case WHY -> CAUSE.matcher(text).find();
          case WHO ->
              PERSON.matcher(text).find()
                  || names(proposition, statement, Mention.Kind.PERSON, Mention.Kind.ORGANIZATION);
          case WHERE -> names(proposition, statement, Mention.Kind.PLACE);
          case WHEN -> statement.about().stream().anyMatch(time -> time.value() != null);
          case HOW_MANY ->
              words.all().stream().anyMatch(word -> word.number() && !shared.of().contains(word));
          case WHAT, STATEMENT -> true;
        };
    return fits ? Stand.AGREES : Stand.UNSURE;
  }

  /// Whether somebody or something is named whom the question does not name.
  private static boolean names(
      Proposition proposition, Statement statement, Mention.Kind... kinds) {
    return statement.mentions().stream()
        .anyMatch(mention ->
            Set.of(kinds).contains(mention.kind())
                && Words.of(mention.name()).topic().stream()
                    .anyMatch(
                        word -> proposition.topic().stream().noneMatch(it -> Words.same(it, word)))
                && statement.content().stream().anyMatch(piece -> holds(piece, mention)));
  }

  private static boolean holds(Passage piece, Mention mention) {
    return piece.start() <= mention.start() && mention.end() <= piece.end();
  }
}
