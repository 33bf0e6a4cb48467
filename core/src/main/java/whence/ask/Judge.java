package whence.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Statement;
import whence.weigh.Stems;

/// Tells how statements stand to a proposition, from their words alone: by what they share, of whom
/// they speak, and what is negated or called false. It says that it is unsure rather than guess.
final class Judge {
  /// Of a proposition's words, what agrees or disputes has so much; names and numbers count twice.
  private static final double ENOUGH = 0.5;

  /// With less, a statement is about something else.
  private static final double LEAST = 0.25;

  private static final double NAME = 2;

  private static final Pattern CAUSE =
      Pattern.compile(
          "(?i)\\b(?:because|due to|owing to|as a result|result of|caus(?:e|ed|es|ing)|led to|so that"
              + "|in order to|reason|accounts? for|accounted for|blam(?:e|ed|es)|attribut|explain"
              + "|thanks to)\\b");

  /// What somebody denies who denies all of it.
  private static final Pattern ALL_OF_IT =
      Pattern.compile(
          "(?i)\\b(?:part|role|hand|involvement|responsibility|wrongdoing|knowledge|allegations?"
              + "|accusations?|claims?|charges?)\\b");

  private static final Pattern OWN_MATTER =
      Pattern.compile(
          "(?i)\\b(?:on|of|about|over|regarding|concerning|that)\\s++(?!(?:it|this|that|them|these"
              + "|those|the\\s+matter)\\b)(?=\\p{L}|\\d)");

  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)\\b(?:he|she|they|i|we|himself|herself)\\b|(?-i)\\b\\p{Lu}\\.\\s?\\p{Lu}\\.");

  private final List<Inquiry.Person> people;

  Judge(List<Inquiry.Person> people) {
    this.people = List.copyOf(people);
  }

  /// How a statement stands, its own stance taken in: who denies what agrees disputes. A refusal, a
  /// silence or a question at most repeats the question.
  Stand of(Proposition proposition, Statement statement) {
    Stand content = content(proposition, statement);
    return switch (statement.stance()) {
      case ASSERTS -> content;
      case DENIES ->
          switch (content) {
            case AGREES -> Stand.DISPUTES;
            case DISPUTES -> Stand.AGREES;
            case UNSURE, UNRELATED ->
                deniesAllOfIt(proposition, statement) ? Stand.DISPUTES : content;
            case REPEATS -> content;
          };
      case DOUBTS -> content == Stand.UNRELATED ? content : Stand.UNSURE;
      case DECLINES, SILENT, ASKS -> content == Stand.UNRELATED ? Stand.UNRELATED : Stand.REPEATS;
    };
  }

  /// A proposition's words as they stand in a content.
  private record Shared(
      List<Words.Word> of,
      Set<Integer> clauses,
      double share,
      double restShare,
      boolean opposite,
      boolean asked,
      boolean subject) {}

  private Stand content(Proposition proposition, Statement statement) {
    String text = statement.contentText();
    Words words = Words.of(text);
    Shared shared = shared(proposition, words, statement);
    boolean learns =
        proposition.telling()
            && shared.subject()
            && words.all().stream().anyMatch(word -> word.form().equals(Words.KNOWS));
    if (shared.share() < LEAST && !learns) {
      return Stand.UNRELATED;
    }
    if (text.strip().endsWith("?") || shared.asked()) {
      return Stand.REPEATS;
    }
    if (proposition.kind() != Proposition.Kind.STATEMENT) {
      return answers(proposition, words, statement, shared);
    }
    if (!shared.subject()) {
      return Stand.UNSURE;
    }
    boolean said =
        proposition.telling()
            ? learns && speaksOfNoOther(proposition, words, text)
            : shared.share() >= ENOUGH && shared.restShare() >= ENOUGH;
    if (!said) {
      return Stand.UNSURE;
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
    boolean opposite = false;
    boolean spoken = false;
    List<Words.Word> in = new ArrayList<>();
    Set<Integer> clauses = new HashSet<>();
    int indirect = indirect(words);
    int before = 0;
    for (int t = 0; t < proposition.topic().size(); t++) {
      Words.Word wanted = proposition.topic().get(t);
      double weight = wanted.number() || (wanted.capital() && t > 0) ? NAME : 1;
      boolean ofSubject = proposition.subject().contains(wanted.form());
      all += weight;
      rest += ofSubject ? 0 : weight;
      int at = place(wanted, words);
      boolean contrary = false;
      if (at < 0) {
        at = opposite(wanted, words);
        contrary = at >= 0;
      }
      if (at < 0) {
        continue;
      }
      found += weight;
      opposite ^= contrary;
      in.add(words.all().get(at));
      before += at < indirect ? 1 : 0;
      if (ofSubject) {
        spoken = true;
      } else {
        restFound += weight;
        clauses.add(words.all().get(at).clause());
      }
    }
    boolean asked = indirect < Integer.MAX_VALUE && before * 2 < in.size();
    return new Shared(
        in,
        clauses,
        all == 0 ? 0 : found / all,
        rest == 0 ? 1 : restFound / rest,
        opposite,
        asked,
        spoken || speaksOf(proposition, words, statement));
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

  private static int place(Words.Word wanted, Words words) {
    for (int i = 0; i < words.all().size(); i++) {
      if (!words.all().get(i).empty() && Words.same(wanted.form(), words.all().get(i).form())) {
        return i;
      }
    }
    return -1;
  }

  private static int opposite(Words.Word wanted, Words words) {
    for (int i = 0; i < words.all().size(); i++) {
      if (Stems.areOpposites(wanted.form(), words.all().get(i).form())) {
        return i;
      }
    }
    return -1;
  }

  /// Whether somebody is spoken of by another name or office, or speaks of themself.
  private boolean speaksOf(Proposition proposition, Words words, Statement statement) {
    for (Inquiry.Person person : people) {
      if (!isMeant(person, proposition)) {
        continue;
      }
      if (names(person).stream().anyMatch(name -> stands(name, words))) {
        return true;
      }
      Link source = statement.innermost();
      if (source.role() == Link.Role.SOURCE
          && source.name() != null
          && names(person).stream().anyMatch(source.name()::equalsIgnoreCase)
          && words.all().stream()
              .anyMatch(word ->
                  Set.of("i", "me", "he", "she", "we", "him", "her", "my")
                      .contains(word.lower()))) {
        return true;
      }
    }
    return false;
  }

  /// Other names of whom a proposition speaks of.
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

  private static boolean stands(String name, Words words) {
    List<String> wanted = Words.of(name).topic().stream().map(Words.Word::form).toList();
    List<String> all = words.all().stream().map(Words.Word::form).toList();
    return !wanted.isEmpty() && Collections.indexOfSubList(all, wanted) >= 0;
  }

  /// Whether nothing else is said to be learned than what was asked about.
  private static boolean speaksOfNoOther(Proposition proposition, Words words, String text) {
    List<Words.Word> matter =
        proposition.topic().stream()
            .filter(word ->
                !proposition.subject().contains(word.form()) && !word.form().equals(Words.KNOWS))
            .toList();
    return matter.isEmpty()
        || matter.stream().anyMatch(word -> place(word, words) >= 0)
        || !OWN_MATTER.matcher(text).find();
  }

  private static boolean isNegated(Words words, Shared shared) {
    Set<Integer> clauses = shared.clauses();
    boolean negated = false;
    boolean refuted = false;
    for (Words.Word word : words.all()) {
      if (clauses.contains(word.clause())) {
        negated |= word.negates();
        refuted |= word.refutes() && !shared.of().contains(word);
      }
    }
    return negated ^ refuted;
  }

  private boolean deniesAllOfIt(Proposition proposition, Statement statement) {
    String text = statement.contentText();
    if (text.length() > 80 || !ALL_OF_IT.matcher(text).find()) {
      return false;
    }
    String source = statement.innermost().name();
    if (source == null) {
      return false;
    }
    Words words = Words.of(source);
    return proposition.subject().stream()
        .anyMatch(form -> words.all().stream().anyMatch(word -> Words.same(form, word.form())));
  }

  private static Stand answers(
      Proposition proposition, Words words, Statement statement, Shared shared) {
    boolean more =
        words.topic().stream()
            .anyMatch(word ->
                proposition.topic().stream()
                    .noneMatch(wanted -> Words.same(wanted.form(), word.form())));
    if (!more) {
      return Stand.REPEATS;
    }
    if (shared.share() < ENOUGH) {
      return Stand.UNSURE;
    }
    String text = statement.contentText();
    boolean fits =
        switch (proposition.kind()) {
          case WHY -> CAUSE.matcher(text).find();
          case WHO ->
              PERSON.matcher(text).find()
                  || names(statement, Mention.Kind.PERSON, Mention.Kind.ORGANIZATION);
          case WHERE -> names(statement, Mention.Kind.PLACE);
          case WHEN -> statement.about().stream().anyMatch(time -> time.value() != null);
          case HOW_MANY ->
              words.all().stream().anyMatch(word -> word.number() && !shared.of().contains(word));
          case WHAT, STATEMENT -> true;
        };
    return fits ? Stand.AGREES : Stand.UNSURE;
  }

  private static boolean names(Statement statement, Mention.Kind... kinds) {
    return statement.mentions().stream()
        .anyMatch(mention ->
            Set.of(kinds).contains(mention.kind())
                && statement.content().stream().anyMatch(piece -> holds(piece, mention)));
  }

  private static boolean holds(Passage piece, Mention mention) {
    return piece.start() <= mention.start() && mention.end() <= piece.end();
  }
}
