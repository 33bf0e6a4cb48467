package whence.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Mention;
import whence.model.SourceKind;
import whence.model.Span;
import whence.read.Names.Name;

/// Whom a pronoun means that speaks. What it cannot tell is left unknown.
final class Pronouns {
  private static final Set<String> HE_OR_SHE =
      Set.of("he", "she", "him", "her", "his", "hers", "himself", "herself");

  private static final Set<String> IT = Set.of("it", "its", "this", "that", "itself");

  private static final Set<String> THEY = Set.of("they", "them", "their", "these", "those");

  private static final Set<String> FIRST_PERSON = Set.of("i", "we", "me", "us", "my", "our");

  private static final Set<String> SECOND_PERSON = Set.of("you", "your");
  private static final Set<String> SINGULAR = Set.of("i", "me", "my");
  private static final Set<String> POSSESSIVE = Set.of("my", "our");
  private static final Set<String> RELATIVE = Set.of("who", "which", "whom", "whose", "that");

  private static final Set<String> NOBODY_NAMED =
      Set.of("one", "someone", "somebody", "anyone", "what", "there");

  private final String text;
  private final Names names;
  private final Floor floor;
  private final Genders genders;
  private final Who author;
  private final Who issuer;

  /// @param author whose "I" stands outside all quotations
  /// @param issuer whose "we" does
  Pronouns(String text, Names names, Floor floor, Who author, Who issuer) {
    this.text = text;
    this.names = names;
    this.floor = floor;
    this.genders = new Genders(text, names);
    this.author = author;
    this.issuer = issuer;
  }

  static boolean isFirstPerson(String word) {
    return FIRST_PERSON.contains(word) && !POSSESSIVE.contains(word);
  }

  static boolean isPersonal(String word) {
    return HE_OR_SHE.contains(word)
        || word.equals("i")
        || word.equals("we")
        || word.equals("they")
        || word.equals("it");
  }

  /// Whom a pronoun means, null for a word that is none.
  ///
  /// @param saying the start of the whole saying in which it speaks
  @Nullable Who who(Token token, Span source, int saying, Speaking speaking, boolean outermost) {
    String word = token.norm();
    boolean quoted = Quotes.encloses(text, source);
    Who self = speaking.self();
    if (FIRST_PERSON.contains(word)) {
      if (outermost) {
        return quoted ? Who.UNKNOWN : SINGULAR.contains(word) ? author : issuer;
      }
      return known(quoted && self != null ? self : speaking.first());
    }
    if (SECOND_PERSON.contains(word)) {
      return quoted && self != null ? Who.UNKNOWN : known(speaking.second());
    }
    if (HE_OR_SHE.contains(word)) {
      // "Lee said she thought": told indirectly, the pronoun is the speaker's own
      return self != null
              && self.kind() == SourceKind.PERSON
              && !quoted
              && genders.mayBe(self.name(), word)
          ? self
          : person(word, Math.min(saying, source.start()), source.start(), speaking);
    }
    if (RELATIVE.contains(word) && !IT.contains(word)) {
      return antecedent(source.start());
    }
    if (IT.contains(word)) {
      Who organization = floor.organization(source.start());
      return organization == null ? Who.UNKNOWN : organization;
    }
    if (NOBODY_NAMED.contains(word)) {
      return Who.UNKNOWN;
    }
    return THEY.contains(word) ? lastGroup(source.start()) : null;
  }

  private static Who known(@Nullable Who who) {
    return who == null ? Who.UNKNOWN : who;
  }

  private Who lastGroup(int at) {
    Who who = floor.speaker(at);
    return who.kind() == SourceKind.PERSON ? Who.UNKNOWN : who;
  }

  /// The person a *he* or *she* can only mean: the one who spoke last, if nobody else has been
  /// named since; one who begins the last sentence before; failing that the only one named shortly
  /// before.
  ///
  /// @param saying the start of the saying in which the pronoun speaks
  private Who person(String word, int saying, int at, Speaking speaking) {
    Who last = floor.speaker(at);
    boolean known =
        last.kind() == SourceKind.PERSON
            && last.name() != null
            && genders.mayBe(last.name(), word)
            && !last.equals(speaking.first())
            && !last.equals(speaking.second());
    int from = known ? floor.since(saying).start() : Math.max(0, saying - Floor.REACH / 3);
    List<Name> people =
        names.within(new Span(from, saying)).stream()
            .filter(name ->
                name.kind() == Mention.Kind.PERSON
                    && genders.mayBe(name.name(), word)
                    && floor.isSaid(name.span().start())
                    && !isNamed(speaking.first(), name)
                    && !isNamed(speaking.second(), name)
                    && !Quotes.encloses(text, name.span()))
            .toList();
    Set<String> others = new LinkedHashSet<>();
    for (Name name : people) {
      others.add(name.name() == null ? "?" + name.span() : name.name());
    }
    if (known && others.stream().allMatch(other -> other.equals(last.name()))) {
      return last;
    }
    Name subject = subject(people, from, saying);
    if (subject != null) {
      return new Who(SourceKind.PERSON, subject.name());
    }
    return !known && others.size() == 1 && !others.iterator().next().startsWith("?")
        ? new Who(SourceKind.PERSON, others.iterator().next())
        : new Who(SourceKind.PERSON, null);
  }

  private static boolean isNamed(@Nullable Who who, Name name) {
    return who != null && who.name() != null && who.name().equals(name.name());
  }

  /// The person with whom the last sentence of a stretch begins, null where it begins otherwise.
  private @Nullable Name subject(List<Name> people, int from, int to) {
    int end = to;
    while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from && ".!?\n\u201D".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    for (Name name : people) {
      if (name.span().start() >= start) {
        boolean first =
            text.substring(start, name.span().start()).chars().filter(Character::isLetter).count()
                <= 4;
        boolean alone = !text.startsWith(" and ", name.span().end());
        return first && alone ? name : null;
      }
    }
    return null;
  }

  /// The name right before a relative pronoun.
  private Who antecedent(int at) {
    List<Name> before = names.within(new Span(Math.max(0, at - 80), at));
    if (before.isEmpty()) {
      return Who.UNKNOWN;
    }
    Name nearest = before.getLast();
    boolean adjacent = text.substring(nearest.span().end(), at).matches("(?s)[,\\s]*");
    if (!adjacent || nearest.name() == null) {
      return Who.UNKNOWN;
    }
    return new Who(
        nearest.kind() == Mention.Kind.PERSON ? SourceKind.PERSON : SourceKind.ORGANIZATION,
        nearest.name());
  }
}
