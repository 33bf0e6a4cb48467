package whence.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Statement;

/// Where a content speaks of whom or what a proposition speaks of: by its name, by another name or
/// office that the inquiry gives, by a pronoun in their own mouth, or as one of a class (*a foreign
/// state*, *senior officials*).
final class Subjects {
  private static final Set<String> PRONOUNS =
      Set.of("i", "me", "my", "we", "us", "he", "him", "his", "she", "her");

  private static final Set<String> ACTORS = Set.of("i", "we", "you", "he", "she", "they");

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

  /// Forms of words for any state.
  private static final Set<String> STATES = Set.of("stat", "country", "nation", "power");

  /// Forms of words that stand beside those.
  private static final Set<String> OF_STATES = Set.of("foreign", "hostil", "agent", "actor");

  private static final Set<String> OFFICIALS =
      Set.of(
          ("official officials minister ministers secretary secretaries director directors deputy"
                  + " adviser advisers advisor advisors aide aides commissioner commissioners cabinet"
                  + " policymaker policymakers policy-makers undersecretary ambassador premier"
                  + " chancellor")
              .split(" "));

  private final List<Inquiry.Person> people;

  Subjects(List<Inquiry.Person> people) {
    this.people = List.copyOf(people);
  }

  /// The numbers of words in a content that stand for the subject by other words than its own.
  Set<Integer> otherwise(Proposition proposition, Words words, Statement statement) {
    Link source = statement.innermost();
    Set<Integer> places = new HashSet<>();
    boolean officials = proposition.subject().contains("official");
    for (Inquiry.Person person : people) {
      if (!isMeant(person, proposition) && !(officials && isOfficial(person))) {
        continue;
      }
      List<String> names = names(person);
      names.forEach(name -> places.addAll(places(name, words, proposition)));
      if (source.role() == Link.Role.SOURCE
          && source.name() != null
          && names.stream().anyMatch(source.name()::equalsIgnoreCase)) {
        places.addAll(pronouns(words));
      }
    }
    if (source.role() == Link.Role.SOURCE && isSubject(source.name(), proposition)) {
      places.addAll(pronouns(words));
    }
    boolean anyState = isAnyState(proposition);
    Set<String> named = anyState ? places(statement) : Set.of();
    for (int i = 0; i < words.all().size(); i++) {
      Words.Word word = words.all().get(i);
      if ((officials && isOfficial(word))
          || (anyState && (word.isState() || named.contains(word.form())))) {
        places.add(i);
      }
    }
    return places;
  }

  private static Set<Integer> pronouns(Words words) {
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < words.all().size(); i++) {
      if (PRONOUNS.contains(words.all().get(i).lower())) {
        places.add(i);
      }
    }
    return places;
  }

  /// Whether a source goes by the very name of which a proposition speaks.
  private static boolean isSubject(@Nullable String name, Proposition proposition) {
    List<Words.Word> words = name == null ? List.of() : Words.of(name).topic();
    return words.size() > 1
        && words.stream().allMatch(word -> proposition.subject().contains(word.form()));
  }

  /// *A foreign state*, *the state or its agents*: whichever it is.
  private static boolean isAnyState(Proposition proposition) {
    Set<String> subject = proposition.subject();
    return subject.stream().anyMatch(STATES::contains)
        && subject.stream().allMatch(form -> STATES.contains(form) || OF_STATES.contains(form));
  }

  /// Forms of the names of places in a statement's content.
  private static Set<String> places(Statement statement) {
    Set<String> forms = new HashSet<>();
    for (Mention mention : statement.mentions()) {
      if (mention.kind() == Mention.Kind.PLACE
          && statement.content().stream().anyMatch(piece -> holds(piece, mention))) {
        Words.of(mention.name()).topic().forEach(word -> forms.add(word.form()));
      }
    }
    return forms;
  }

  static boolean holds(Passage piece, Mention mention) {
    return piece.start() <= mention.start() && mention.end() <= piece.end();
  }

  /// Whether somebody else does what the proposition asks about: a pronoun that is not the subject
  /// stands between the subject and all that is said behind it.
  static boolean givesWay(Proposition proposition, Words words, Set<Integer> subjects) {
    int first = subjects.stream().min(Comparator.naturalOrder()).orElse(Integer.MAX_VALUE);
    List<Integer> behind =
        proposition.topic().stream()
            .filter(word -> !proposition.subject().contains(word.form()))
            .flatMap(word -> words.places(word).stream())
            .filter(at -> at > first)
            .toList();
    return !behind.isEmpty() && behind.stream().allMatch(at -> isOfAnother(words, at, subjects));
  }

  private static boolean isOfAnother(Words words, int verb, Set<Integer> subjects) {
    for (int i = verb - 1; i >= 0; i--) {
      if (subjects.contains(i)) {
        return false;
      }
      if (ACTORS.contains(words.all().get(i).lower())) {
        return subjects.stream().anyMatch(place -> place < verb);
      }
    }
    return false;
  }

  /// *The deputy minister* is not the minister, nor is the minister the prime minister.
  static boolean isOfAnotherRank(Words words, int at, List<Words.Word> topic) {
    String head = words.all().get(at).form();
    Words.Word before = at == 0 ? null : words.all().get(at - 1);
    String rank = null;
    Words.Word last = null;
    for (Words.Word word : topic) {
      if (word.form().equals(head) && last != null && RANKS.contains(last.lower())) {
        rank = last.form();
      }
      last = word;
    }
    if (rank != null) {
      return before == null || !before.form().equals(rank);
    }
    return before != null
        && RANKS.contains(before.lower())
        && topic.stream().noneMatch(word -> word.form().equals(before.form()));
  }

  static boolean isOfficial(Words.Word word) {
    return isOffice(word.lower());
  }

  /// Whether a word is for an office, and so nobody's surname.
  static boolean isOffice(String lower) {
    return OFFICIALS.contains(lower);
  }

  /// By one of their roles.
  static boolean isOfficial(Inquiry.Person person) {
    return person.roles().stream()
        .anyMatch(role -> Words.of(role.role()).all().stream().anyMatch(Subjects::isOfficial));
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
    return at >= 0 && !isOfAnotherRank(words, at, proposition.topic()) ? Set.of(at) : Set.of();
  }
}
