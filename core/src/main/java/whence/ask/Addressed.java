package whence.ask;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Sha256;

/// Tellings as answers to a question whether somebody was told something.
final class Addressed {
  /// How alike in meaning the question and what was told are at least, where they share no word.
  private static final double ALIKE = 0.7;

  private static final Set<String> BODIES =
      Set.of("office", "staff", "department", "ministry", "secretary", "spokesman", "spokeswoman");

  private final Inquiry inquiry;
  private final ToDoubleBiFunction<String, String> alike;

  Addressed(Inquiry inquiry, ToDoubleBiFunction<String, String> alike) {
    this.inquiry = inquiry;
    this.alike = alike;
  }

  /// How statements stand to the question by what they show of tellings to those it asks about.
  /// What was only sent is left to its words, and so is a statement that shows both.
  ///
  /// @param about documents that are on the matter of the question
  Map<String, Stand> of(Proposition wanted, List<Telling> tellings, Set<Sha256> about) {
    Set<String> names = new HashSet<>();
    tellings.forEach(telling -> names.addAll(telling.to()));
    List<Party> parties =
        wanted.parties().stream().map(party -> new Party(inquiry, party, names)).toList();
    Map<String, Stand> stands = new HashMap<>();
    Set<String> both = new HashSet<>();
    for (Telling telling : tellings) {
      String statement = telling.statement();
      if (statement == null || telling.entered() != null || telling.fact() == Fact.SENT) {
        continue;
      }
      boolean named = parties.stream().anyMatch(party -> party.isNamed(telling));
      if (!named && parties.stream().noneMatch(party -> party.isOfClass(telling))) {
        continue;
      }
      Matter matter = matter(wanted, telling, about);
      if (matter == Matter.ANOTHER) {
        continue;
      }
      boolean sure = matter == Matter.THIS || (named && telling.paper().isEmpty());
      Stand stand = sure ? stand(wanted, telling.certainty()) : Stand.UNSURE;
      Stand known = stands.putIfAbsent(statement, stand);
      if (known != null && known != stand) {
        both.add(statement);
      }
    }
    both.forEach(stands::remove);
    return stands;
  }

  private static Stand stand(Proposition wanted, Certainty certainty) {
    return switch (certainty) {
      case STATED -> wanted.negated() ? Stand.DISPUTES : Stand.AGREES;
      case DENIED -> wanted.negated() ? Stand.AGREES : Stand.DISPUTES;
      case ASKED -> Stand.REPEATS;
      case UNKNOWN -> Stand.UNSURE;
    };
  }

  private enum Matter {
    THIS,
    /// Pointed at, or left out.
    OPEN,
    ANOTHER
  }

  private Matter matter(Proposition wanted, Telling telling, Set<Sha256> about) {
    List<Words.Word> matter = Learning.matter(wanted);
    Words told = Words.of(telling.text());
    if (matter.isEmpty() || matter.stream().anyMatch(word -> told.place(word) >= 0)) {
      return Matter.THIS;
    }
    if (told.topic().isEmpty()) {
      return telling.papers().stream().anyMatch(about::contains) ? Matter.THIS : Matter.OPEN;
    }
    return alike.applyAsDouble(wanted.statement(), telling.text()) >= ALIKE
        ? Matter.THIS
        : Matter.ANOTHER;
  }

  /// One of those a question asks about.
  private static final class Party {
    private final Words words;
    private final boolean official;
    private final Persons person;
    private final List<Persons> officials;

    Party(Inquiry inquiry, String party, Set<String> names) {
      this.words = Words.of(party);
      this.official = words.all().stream().anyMatch(word -> word.lower().startsWith("official"));
      this.person = new Persons(inquiry, party, names);
      this.officials =
          official
              ? inquiry.people().stream()
                  .filter(Subjects::isOfficial)
                  .map(each -> new Persons(inquiry, each.name(), names))
                  .toList()
              : List.of();
    }

    boolean isNamed(Telling telling) {
      String when = when(telling);
      return telling.to().stream().anyMatch(name -> person.is(name, when) || isSpelledIn(name));
    }

    boolean isOfClass(Telling telling) {
      String when = when(telling);
      return official
          && telling.to().stream()
              .anyMatch(name ->
                  officials.stream().anyMatch(each -> each.is(name, when))
                      || Words.of(name).all().stream().anyMatch(Subjects::isOfficial));
    }

    private static @Nullable String when(Telling telling) {
      return telling.when() == null ? null : telling.when().value();
    }

    /// *Prime Minister Okoro* is the prime minister; *the prime minister's office* is not.
    private boolean isSpelledIn(String name) {
      Words named = Words.of(name);
      boolean body = !named.all().isEmpty() && BODIES.contains(named.all().getLast().lower());
      return !body
          && !words.topic().isEmpty()
          && words.topic().stream()
              .allMatch(word -> {
                int at = named.place(word);
                return at >= 0 && !Subjects.isOfAnotherRank(named, at, words.topic());
              });
    }
  }
}
