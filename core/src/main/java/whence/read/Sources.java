package whence.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.Mention;
import whence.model.SourceKind;
import whence.model.Span;
import whence.read.Names.Name;

/// Says who the words for a source name: going through a document once from front to back, it
/// remembers who spoke, who was introduced as what, and which documents were spoken of. What it
/// cannot tell is left unknown.
final class Sources {
  private static final Pattern POSSESSION = Pattern.compile("(?:['\u2019]s?)?(?:\\s+own)?$");

  private final String text;
  private final Names names;
  private final Floor floor;
  private final Pronouns pronouns;
  private final HeadNames heads;
  private final Descriptions descriptions;

  /// @param author whose "I" stands outside all quotations
  /// @param issuer whose "we" does
  Sources(String text, Names names, Floor floor, Who author, Who issuer) {
    this.text = text;
    this.names = names;
    this.floor = floor;
    this.pronouns = new Pronouns(text, names, floor, author, issuer);
    this.heads = new HeadNames(text, names);
    this.descriptions = new Descriptions(text, names, floor);
  }

  /// Who `possessor` names, "Lee" or "Lee's own".
  ///
  /// @param saying the start of the whole saying, so that names within it are not taken for
  ///   somebody brought up before it
  /// @param speaking whose words `source` stands in
  Who resolve(Span possessor, int saying, Speaking speaking, boolean outermost) {
    Span source = withoutPossession(possessor);
    descriptions.introduce(source.end());
    List<Token> tokens =
        Token.of(text, source).stream().filter(t -> t.isWord() || t.isNumber()).toList();
    if (tokens.isEmpty()) {
      return Who.UNKNOWN;
    }
    boolean selves = Pronouns.isFirstPerson(tokens.getFirst().norm());
    if (selves && tokens.size() > 2 && tokens.get(1).norm().equals("at")) {
      // "we at the embassy": the embassy
      Span house = new Span(tokens.get(2).start(), source.end());
      return resolve(house, saying, speaking, outermost);
    }
    if (tokens.size() == 1 || selves) {
      Who pronoun = pronouns.who(tokens.getFirst(), source, saying, speaking, outermost);
      if (pronoun != null) {
        return pronoun;
      }
    }
    List<Name> headNames = heads.in(source);
    List<Name> people =
        headNames.stream().filter(name -> name.kind() == Mention.Kind.PERSON).toList();
    if (!people.isEmpty()) {
      return people(source, people);
    }
    return descriptions.who(source, tokens, headNames);
  }

  /// "Lee's own": Lee.
  private Span withoutPossession(Span source) {
    Matcher owns = POSSESSION.matcher(source.of(text));
    return owns.find() && owns.start() > 0
        ? new Span(source.start(), source.start() + owns.start())
        : source;
  }

  private Who people(Span source, List<Name> people) {
    if (people.size() > 1 && areJoined(source, people)) {
      return new Who(SourceKind.GROUP, joined(people));
    }
    // "the mayor's aide Ann Lee, a friend of Ed Kim": the last one before anything is added about
    // them
    Name head = people.getFirst();
    for (Name name : people) {
      if (text.substring(source.start(), name.span().start()).indexOf(',') < 0) {
        head = name;
      }
    }
    return new Who(SourceKind.PERSON, head.name() == null ? sameSpeaker(head) : head.name());
  }

  /// "Lee and Kim", "Lee and her deputy Kim", "Lee, Kim and others": joined by *and*, or in a list
  /// that ends so, with no comma that would add something about the first.
  private boolean areJoined(Span source, List<Name> people) {
    String behind = text.substring(people.getLast().span().end(), source.end());
    boolean ends = behind.matches("(?s),?\\s+and\\b.*");
    for (int i = people.size() - 1; i > 0; i--) {
      String between = text.substring(people.get(i - 1).span().end(), people.get(i).span().start());
      List<Token> tokens = Token.of(between, new Span(0, between.length()));
      boolean and = tokens.stream().anyMatch(token -> token.norm().equals("and"));
      boolean listed =
          tokens.stream().allMatch(t -> t.isMark() || t.isCapitalized(between))
              && between.contains(",");
      if (!and && !(listed && ends)) {
        return false;
      }
      ends = true;
    }
    return true;
  }

  private String joined(List<Name> people) {
    return people.stream()
        .map(person -> person.name() == null ? person.span().of(text) : person.name())
        .collect(Collectors.joining(" and "));
  }

  /// A surname that two people here bear is the last speaker's, as long as nobody else who bears it
  /// has been named in full since; else it is left open.
  private @Nullable String sameSpeaker(Name surname) {
    Who last = floor.speaker(surname.span().start());
    String written = surname.span().of(text);
    String part = written.substring(written.lastIndexOf(' ') + 1);
    if (last.kind() != SourceKind.PERSON || last.name() == null || !last.name().endsWith(part)) {
      return null;
    }
    for (Name since : names.within(floor.since(surname.span().start()))) {
      if (since.name() != null
          && since.name().endsWith(part)
          && !since.name().equals(last.name())) {
        return null;
      }
    }
    return last.name();
  }
}
