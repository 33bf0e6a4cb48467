package whence.read;

import java.util.List;
import java.util.Set;
import whence.model.SourceKind;
import whence.model.Span;
import whence.read.Names.Name;
import whence.read.Nouns.Sort;

/// Whom a description means ("the auditor", "two officials", "the May memo"): it remembers who was
/// introduced as what, and which documents were spoken of.
final class Descriptions {
  private static final Set<String> LITTLE_WORDS =
      Set.of("the", "a", "an", "and", "of", "for", "'s", "'");

  private static final Set<String> ANONYMITY =
      Set.of(
          "anonymous",
          "anonymity",
          "unnamed",
          "unidentified",
          "undisclosed",
          "familiar",
          "condition",
          "briefed");

  private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "one", "some");

  private final String text;
  private final Names names;
  private final Floor floor;
  private final Papers papers;

  private final Introductions introductions;

  Descriptions(String text, Names names, Floor floor) {
    this.text = text;
    this.names = names;
    this.floor = floor;
    this.papers = new Papers(text);
    this.introductions = new Introductions(text, names);
  }

  Who who(Span source, List<Token> tokens, List<Name> headNames) {
    List<Token> core = CoreWords.of(text, tokens);
    Token head = core.getLast();
    boolean anonymity = tokens.stream().anyMatch(token -> ANONYMITY.contains(token.norm()));
    boolean definite = !INDEFINITE.contains(core.getFirst().norm());
    Name last = headNames.isEmpty() ? null : headNames.getLast();
    boolean endsWithName =
        last != null && last.span().end() >= head.end() && last.span().start() <= head.start();
    if (endsWithName && last != null) {
      return new Who(SourceKind.ORGANIZATION, last.name());
    }
    Sort sort = Nouns.sort(head.norm());
    String words = words(core);
    if (sort == null || isTitle(core)) {
      return unsorted(core, head, words);
    }
    return switch (sort) {
      case DOCUMENT -> papers.who(new Span(core.getFirst().start(), head.end()));
      case DOCUMENTS -> new Who(SourceKind.DOCUMENT, words);
      case ANONYMOUS, ANONYMOUS_GROUP -> new Who(SourceKind.ANONYMOUS, words);
      case GROUP -> new Who(anonymity ? SourceKind.ANONYMOUS : SourceKind.GROUP, words);
      case PERSON -> onePerson(core, definite, anonymity, words);
      case ORGANIZATION, MEDIA -> organization(source, core, head, definite, words);
    };
  }

  /// "The Harbour and Mail" is a name, whatever its last word means elsewhere; "The report" is
  /// none.
  private boolean isTitle(List<Token> core) {
    List<Token> telling = core.stream().filter(t -> !LITTLE_WORDS.contains(t.norm())).toList();
    return telling.size() >= 2
        && telling.stream().allMatch(t -> t.isWord() && t.isCapitalized(text));
  }

  private Who unsorted(List<Token> core, Token head, String words) {
    // a letter or a number alone, as scans leave them, names nobody
    if (words.chars().filter(Character::isLetter).count() < 2) {
      return Who.UNKNOWN;
    }
    if (head.isCapitalized(text)) {
      return new Who(SourceKind.ORGANIZATION, names.organization(words));
    }
    boolean plural = head.norm().endsWith("s") && !head.norm().endsWith("ss");
    return plural
        ? new Who(SourceKind.GROUP, words)
        : new Who(SourceKind.UNKNOWN, core.isEmpty() ? null : words);
  }

  private Who onePerson(List<Token> core, boolean definite, boolean anonymity, String words) {
    if (anonymity) {
      return new Who(SourceKind.ANONYMOUS, words);
    }
    return definite
        ? new Who(
            SourceKind.PERSON,
            introductions.person(core.getLast().norm(), Introductions.capitalized(text, core)))
        : new Who(SourceKind.ANONYMOUS, words);
  }

  private Who organization(
      Span source, List<Token> core, Token head, boolean definite, String words) {
    if (head.isCapitalized(text)) {
      return new Who(SourceKind.ORGANIZATION, names.organization(words));
    }
    boolean bare = core.size() <= 2;
    if (!bare || !definite) {
      return new Who(SourceKind.ORGANIZATION, words);
    }
    String called = names.organizationCalled(head.norm(), source.start());
    if (called != null) {
      return new Who(SourceKind.ORGANIZATION, called);
    }
    boolean paper = Nouns.sort(head.norm()) == Sort.MEDIA;
    Who last = floor.organization(source.start());
    return paper && last != null && last.kind() == SourceKind.ORGANIZATION
        ? last
        : new Who(SourceKind.ORGANIZATION, null);
  }

  private String words(List<Token> core) {
    int first =
        core.size() > 1 && Set.of("the", "a", "an").contains(core.getFirst().norm()) ? 1 : 0;
    return text.substring(core.get(first).start(), core.getLast().end()).replaceAll("\\s+", " ");
  }

  /// Remembers what the people named up to `end` were introduced as.
  void introduce(int end) {
    introductions.read(end);
  }
}
