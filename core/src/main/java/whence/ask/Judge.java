package whence.ask;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Stance;
import whence.model.Statement;

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

  /// What has so much of what is asked about its subject is on the matter; with another subject, or
  /// with less in common, so much.
  private static final double BEARING = 0.5;

  private static final double BEARING_ALONE = 0.7;
  private static final double LIKE = 0.62;
  private static final double VERY_LIKE = 0.75;
  private static final double OF_SUBJECT = 0.25;

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

  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)\\b(?:he|she|they|i|we|himself|herself)\\b|(?-i)\\b\\p{Lu}\\.\\s?\\p{Lu}\\.");

  /// What agrees or disputes by its words is at least this much alike in meaning, against words
  /// that are shared by chance. It cannot be more: a statement may say much besides. Where
  /// somebody's being told is in question, pronouns leave little meaning to compare.
  private static final double ALIKE = 0.6;

  /// What is as much alike as this, and speaks of the same, says the same in other words.
  private static final double ALMOST_THE_SAME = 0.85;

  private final Subjects subjects;
  private final ToDoubleBiFunction<String, String> alike;

  /// @param people whose other names are known
  /// @param alike the cosine of two texts' meanings
  public Judge(List<Inquiry.Person> people, ToDoubleBiFunction<String, String> alike) {
    this.subjects = new Subjects(people);
    this.alike = alike;
  }

  /// As [#of(Proposition, Statement)].
  ///
  /// @param proposition a question, or what may be so
  public Stand of(String proposition, Statement statement) {
    return of(Proposition.of(proposition), statement);
  }

  /// All names of those of whom a proposition speaks.
  List<String> names(Proposition proposition) {
    return subjects.names(proposition);
  }

  /// How much a content is on the matter of a proposition, however it stands to it: 0 where it is
  /// not, else up to about 2.
  ///
  /// @param like how like they are by words and meaning
  double bearing(Proposition proposition, Statement statement, double like) {
    Overlap shared =
        Overlap.of(proposition, Words.of(statement.contentText()), statement, subjects);
    boolean ofSubject = proposition.subject().isEmpty() || !shared.subjects().isEmpty();
    if (proposition.telling() && !ofSubject && Learning.matter(proposition).isEmpty()) {
      return 0;
    }
    boolean bears =
        shared.restShare() >= (ofSubject ? BEARING : BEARING_ALONE)
            || (like >= LIKE && shared.restShare() >= LEAST)
            || like >= VERY_LIKE;
    return bears ? shared.restShare() + like + (ofSubject ? OF_SUBJECT : 0) : 0;
  }

  /// As [#of(Proposition, Statement)], what only points back read with what stands before it.
  ///
  /// @param before the text before the content
  Stand of(Proposition proposition, Statement statement, String before) {
    Stand alone = of(proposition, statement);
    boolean open = alone == Stand.UNSURE || alone == Stand.UNRELATED;
    return open
            && statement.stance() == Stance.ASSERTS
            && proposition.kind() == Proposition.Kind.STATEMENT
            && !proposition.telling()
            && !proposition.negated()
            && Denial.of(proposition, statement, before, subjects)
        ? Stand.DISPUTES
        : alone;
  }

  /// How a statement stands, its own stance taken in: who denies what agrees disputes. A refusal, a
  /// silence or a question at most repeats the question.
  Stand of(Proposition proposition, Statement statement) {
    Words words = Words.of(statement.contentText());
    Overlap shared = Overlap.of(proposition, words, statement, subjects);
    int learning = proposition.telling() ? Learning.in(proposition, words, shared.subjects()) : -1;
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

  private Stand content(
      Proposition proposition, Statement statement, Words words, Overlap shared, boolean learns) {
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
      if (!learns || !Learning.speaksOfNoOther(proposition, words, text)) {
        return Stand.UNSURE;
      }
    } else {
      if (!words.isClause()
          || words.isAdjective(proposition.verb())
          || Subjects.givesWay(proposition, words, shared.subjects())) {
        return Stand.UNSURE;
      }
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

  private static boolean isNegated(Words words, Overlap shared) {
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
      Proposition proposition, Words words, Statement statement, Overlap shared) {
    boolean more =
        words.topic().stream()
            .anyMatch(
                word -> proposition.topic().stream().noneMatch(wanted -> Words.same(wanted, word)));
    if (!more) {
      return Stand.REPEATS;
    }
    if (shared.share() < ENOUGH_OF_A_QUESTION || !words.isClause()) {
      return Stand.UNSURE;
    }
    Words.Word verb = proposition.verb();
    if (proposition.kind() == Proposition.Kind.WHO
        && verb != null
        && (words.place(verb) < 0 || words.isAdjective(verb))) {
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
                && statement.content().stream().anyMatch(piece -> Subjects.holds(piece, mention)));
  }
}
