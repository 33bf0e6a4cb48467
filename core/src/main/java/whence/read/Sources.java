package whence.read;

import java.util.List;
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

  /// Who `source` names.
  ///
  /// @param saying the start of the whole saying, so that names within it are not taken for
  ///   somebody brought up before it
  /// @param speaking whose words `source` stands in
  Who resolve(Span source, int saying, Speaking speaking, boolean outermost) {
    descriptions.introduce(source.end());
    List<Token> tokens =
        Token.of(text, source).stream().filter(t -> t.isWord() || t.isNumber()).toList();
    if (tokens.isEmpty()) {
      return Who.UNKNOWN;
    }
    if (tokens.size() == 1) {
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

  private Who people(Span source, List<Name> people) {
    if (people.size() > 1 && areJoined(people)) {
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

  /// "Lee and Kim", "Lee and her deputy Kim": joined by *and*, with no comma that would add
  /// something about the first.
  private boolean areJoined(List<Name> people) {
    for (int i = 1; i < people.size(); i++) {
      String between = text.substring(people.get(i - 1).span().end(), people.get(i).span().start());
      if (Token.of(between, new Span(0, between.length())).stream()
          .noneMatch(token -> token.norm().equals("and"))) {
        return false;
      }
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
