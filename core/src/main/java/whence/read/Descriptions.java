package whence.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.model.Mention;
import whence.model.SourceKind;
import whence.model.Span;
import whence.read.Names.Name;
import whence.read.Nouns.Sort;

/// Whom a description means ("the auditor", "two officials", "the May memo"): it remembers who was
/// introduced as what, and which documents were spoken of.
final class Descriptions {
  private static final Set<String> LITTLE_WORDS =
      Set.of("the", "a", "an", "and", "of", "for", "'s", "'");

  private static final Set<String> PARTS =
      Set.of(
          "some", "many", "most", "several", "all", "both", "one", "none", "much", "two", "part");

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

  private final Map<String, Set<String>> introducedAs = new HashMap<>();
  private int introducedUpTo = 0;

  Descriptions(String text, Names names, Floor floor) {
    this.text = text;
    this.names = names;
    this.floor = floor;
    this.papers = new Papers(text);
  }

  Who who(Span source, List<Token> tokens, List<Name> headNames) {
    List<Token> core = core(tokens);
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
      case PERSON -> onePerson(head, definite, anonymity, words);
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

  private Who onePerson(Token head, boolean definite, boolean anonymity, String words) {
    if (anonymity) {
      return new Who(SourceKind.ANONYMOUS, words);
    }
    Set<String> known = introducedAs.getOrDefault(head.norm(), Set.of());
    if (definite && known.size() == 1) {
      return new Who(SourceKind.PERSON, known.iterator().next());
    }
    return definite ? new Who(SourceKind.PERSON, null) : new Who(SourceKind.ANONYMOUS, words);
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

  /// The words up to the head noun: what comes before a comma, a relative clause, a preposition or
  /// a participle.
  private List<Token> core(List<Token> tokens) {
    int start = isPartOf(tokens) ? 2 : 0;
    int end = start + 1;
    while (end < tokens.size()) {
      Token before = tokens.get(end - 1);
      Token token = tokens.get(end);
      boolean comma = text.substring(before.end(), token.start()).indexOf(',') >= 0;
      boolean inDate = before.isNumber() && token.isNumber();
      boolean participle =
          Nouns.sort(before.norm()) != null
              && !token.isCapitalized(text)
              && (token.norm().endsWith("ed")
                  || token.norm().endsWith("ing")
                  || token.norm().endsWith("ly"));
      if ((comma && !inDate)
          || participle
          || HeadNames.PREPOSITIONS.contains(token.norm())
          || HeadNames.ENDS_OF_HEAD.contains(token.norm())) {
        break;
      }
      end++;
    }
    return tokens.subList(start, end);
  }

  /// "Some of the records": what is spoken of is the records.
  private static boolean isPartOf(List<Token> tokens) {
    return tokens.size() > 2
        && PARTS.contains(tokens.getFirst().norm())
        && tokens.get(1).norm().equals("of");
  }

  private String words(List<Token> core) {
    int first =
        core.size() > 1 && Set.of("the", "a", "an").contains(core.getFirst().norm()) ? 1 : 0;
    return text.substring(core.get(first).start(), core.getLast().end()).replaceAll("\\s+", " ");
  }

  /// Remembers what the people named up to `end` were introduced as: "CSO spokesman Ed Lin", "Ann
  /// Lee, a former envoy, …".
  void introduce(int end) {
    if (end <= introducedUpTo) {
      return;
    }
    for (Name name : names.within(new Span(introducedUpTo, end))) {
      if (name.kind() != Mention.Kind.PERSON || name.name() == null) {
        continue;
      }
      int start = name.span().start();
      List<Token> before = Token.of(text, new Span(Math.max(0, start - 60), start));
      for (int i = before.size() - 1; i >= 0 && !before.get(i).isMark(); i--) {
        Token token = before.get(i);
        if (Nouns.sort(token.norm()) == Sort.PERSON && i >= before.size() - 3) {
          introducedAs.computeIfAbsent(token.norm(), k -> new LinkedHashSet<>()).add(name.name());
        }
      }
      apposition(name.span().end(), name.name());
    }
    introducedUpTo = end;
  }

  private void apposition(int at, String name) {
    if (at + 1 >= text.length() || text.charAt(at) != ',') {
      return;
    }
    int stop = at + 1;
    while (stop < text.length()
        && stop < at + 120
        && ",.;\n\u201C\"".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    for (Token token :
        core(
            Token.of(text, new Span(at + 1, stop)).isEmpty()
                ? List.of(new Token(at, at, ""))
                : Token.of(text, new Span(at + 1, stop)))) {
      if (Nouns.sort(token.norm()) == Sort.PERSON) {
        introducedAs.computeIfAbsent(token.norm(), k -> new LinkedHashSet<>()).add(name);
      }
    }
  }
}
