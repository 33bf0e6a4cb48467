package whence.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Mention;
import whence.model.SourceKind;
import whence.model.Span;
import whence.read.Names.Name;
import whence.read.Nouns.Sort;

/// Says who the words for a source name: going through a document once from front to back, it
/// remembers who spoke, who was introduced as what, and which documents were spoken of. What it
/// cannot tell is left unknown.
final class Sources {
  /// @param name null when unresolved
  record Who(SourceKind kind, @Nullable String name) {
    static final Who UNKNOWN = new Who(SourceKind.UNKNOWN, null);
  }

  private static final Set<String> HE_OR_SHE =
      Set.of("he", "she", "him", "her", "himself", "herself");
  private static final Set<String> IT = Set.of("it", "this", "that", "itself");
  private static final Set<String> THEY = Set.of("they", "them", "these", "those");
  private static final Set<String> FIRST_PERSON = Set.of("i", "we", "me", "us", "my", "our");
  private static final Set<String> RELATIVE = Set.of("who", "which", "whom", "that");
  private static final Set<String> NOBODY_NAMED =
      Set.of("you", "one", "someone", "somebody", "anyone", "what", "there");
  private static final Set<String> PREPOSITIONS =
      Set.of(
          ("of for to from with by at in on under about within inside against among between behind near per via over into"
                  + " after before like around across")
              .split(" "));
  private static final Set<String> ENDS_OF_HEAD =
      Set.of(
          ("who whom which that whose reviewed seen obtained viewed briefed familiar close involved speaking citing quoting"
                  + " dated titled entitled marked called named published released leaked written prepared based asked"
                  + " working having being responsible present knowledgeable")
              .split(" "));
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

  /// How far back, in characters, a pronoun or a description may reach.
  private static final int REACH = 1200;

  private final String text;
  private final Names names;
  private final Papers papers;
  private final Map<String, Set<String>> introducedAs = new HashMap<>();
  private int introducedUpTo = 0;
  private @Nullable Who lastSpeaker;
  private int lastSpeakerAt = Integer.MIN_VALUE / 2;
  private @Nullable Who lastOrganization;
  private int lastOrganizationAt = Integer.MIN_VALUE / 2;

  Sources(String text, Names names) {
    this.text = text;
    this.names = names;
    this.papers = new Papers(text);
  }

  /// Who goes on speaking in a quotation without a cue: the one who spoke last, if nothing else is
  /// said in between.
  Who continuing(int at) {
    Who last = lastSpeaker(at);
    boolean adjacent =
        lastSpeakerAt <= at
            && last.name() != null
            && text.substring(lastSpeakerAt, at).chars().noneMatch(Character::isLetterOrDigit);
    return adjacent ? last : Who.UNKNOWN;
  }

  private Who lastSpeaker(int at) {
    return lastSpeaker != null && at - lastSpeakerAt <= REACH ? lastSpeaker : Who.UNKNOWN;
  }

  /// What has been written since the last speaker's words ended; empty where `at` is still among
  /// them.
  private Span since(int at) {
    return new Span(Math.clamp(lastSpeakerAt, 0, at), at);
  }

  void spoke(Who who, int at) {
    if (who.name() != null) {
      lastSpeaker = who;
      lastSpeakerAt = at;
      if (who.kind() == SourceKind.ORGANIZATION || who.kind() == SourceKind.DOCUMENT) {
        lastOrganization = who;
        lastOrganizationAt = at;
      }
    }
  }

  /// Who `source` names.
  ///
  /// @param speaker who says the words that `source` stands in, null at the outermost level: their
  ///   "I" and "we"
  Who resolve(Span source, @Nullable Who speaker) {
    introduce(source.end());
    List<Token> tokens = Token.of(text, source).stream().filter(token -> !token.isMark()).toList();
    if (tokens.isEmpty()) {
      return Who.UNKNOWN;
    }
    if (tokens.size() == 1) {
      Who pronoun = pronoun(tokens.getFirst(), source, speaker);
      if (pronoun != null) {
        return pronoun;
      }
    }
    List<Name> headNames = headNames(source);
    List<Name> people =
        headNames.stream().filter(name -> name.kind() == Mention.Kind.PERSON).toList();
    if (!people.isEmpty()) {
      return people(source, people);
    }
    return description(source, tokens, headNames);
  }

  private Who people(Span source, List<Name> people) {
    boolean several =
        people.size() > 1
            && text.substring(people.getFirst().span().end(), people.get(1).span().start())
                .matches("(?s),?\\s+(and|&)\\s+");
    if (several) {
      return new Who(SourceKind.GROUP, source.of(text).strip().replaceAll("\\s+", " "));
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

  /// A surname that two people here bear is the last speaker's, as long as nobody else who bears it
  /// has been named in full since; else it is left open.
  private @Nullable String sameSpeaker(Name surname) {
    Who last = lastSpeaker(surname.span().start());
    String written = surname.span().of(text);
    String part = written.substring(written.lastIndexOf(' ') + 1);
    if (last.kind() != SourceKind.PERSON || last.name() == null || !last.name().endsWith(part)) {
      return null;
    }
    for (Name since : names.within(since(surname.span().start()))) {
      if (since.name() != null
          && since.name().endsWith(part)
          && !since.name().equals(last.name())) {
        return null;
      }
    }
    return last.name();
  }

  /// The names that can head the source: not a possessor's ("Lee's lawyer"), not behind a
  /// preposition ("a friend of Lee").
  private List<Name> headNames(Span source) {
    List<Name> heads = new ArrayList<>();
    for (Name name : names.within(source)) {
      if (!isPossessor(name, source) && !isGoverned(name, source) && !isModifier(name, source)) {
        heads.add(name);
      }
    }
    return heads;
  }

  /// "the Lee campaign", "Harbour Fund lawyers": a name before a common noun that heads the words.
  private boolean isModifier(Name name, Span source) {
    List<Token> behind = Token.of(text, new Span(name.span().end(), source.end()));
    if (behind.isEmpty()) {
      return false;
    }
    Token next = behind.getFirst();
    return next.isWord()
        && !next.isCapitalized(text)
        && !next.norm().equals("and")
        && !PREPOSITIONS.contains(next.norm())
        && !ENDS_OF_HEAD.contains(next.norm());
  }

  private boolean isPossessor(Name name, Span source) {
    String written = name.span().of(text);
    if (written.endsWith("'s") || written.endsWith("\u2019s")) {
      return name.span().end() < source.end();
    }
    int end = name.span().end();
    return end + 1 < source.end()
        && Token.isApostrophe(text.charAt(end))
        && (text.charAt(end + 1) == 's' || text.charAt(end + 1) == ' ');
  }

  private boolean isGoverned(Name name, Span source) {
    List<Token> before = Token.of(text, new Span(source.start(), name.span().start()));
    for (int i = before.size() - 1; i >= 0; i--) {
      Token token = before.get(i);
      if (token.norm().equals("the")
          || (token.isCapitalized(text) && !PREPOSITIONS.contains(token.norm()))) {
        continue;
      }
      return PREPOSITIONS.contains(token.norm());
    }
    return false;
  }

  private @Nullable Who pronoun(Token token, Span source, @Nullable Who speaker) {
    String word = token.norm();
    if (FIRST_PERSON.contains(word)) {
      return speaker == null ? Who.UNKNOWN : speaker;
    }
    if (HE_OR_SHE.contains(word)) {
      // "Lee said she thought": told indirectly, the pronoun is the speaker's own
      return speaker != null
              && speaker.kind() == SourceKind.PERSON
              && !Quotes.encloses(text, source)
          ? speaker
          : person(source.start());
    }
    if (RELATIVE.contains(word) && !IT.contains(word)) {
      return antecedent(source.start());
    }
    if (IT.contains(word)) {
      return lastOrganization != null && source.start() - lastOrganizationAt <= REACH
          ? lastOrganization
          : Who.UNKNOWN;
    }
    if (NOBODY_NAMED.contains(word)) {
      return Who.UNKNOWN;
    }
    return THEY.contains(word) ? lastGroup(source.start()) : null;
  }

  private Who lastGroup(int at) {
    Who who = lastSpeaker(at);
    return who.kind() == SourceKind.PERSON ? Who.UNKNOWN : who;
  }

  /// The person a *he* or *she* can only mean: the one who spoke last, unless somebody else has
  /// been named since; failing that the only one named in the two sentences before.
  private Who person(int at) {
    Set<String> since = new LinkedHashSet<>();
    Who last = lastSpeaker(at);
    boolean speakerIsPerson = last.kind() == SourceKind.PERSON;
    int from = speakerIsPerson ? Math.max(lastSpeakerAt, 0) : Math.max(0, at - REACH / 3);
    for (Name name : names.within(new Span(Math.min(from, at), at))) {
      if (name.kind() == Mention.Kind.PERSON) {
        since.add(name.name() == null ? "?" + name.span() : name.name());
      }
    }
    if (speakerIsPerson && last.name() != null) {
      boolean sameSentence = text.substring(Math.min(from, at), at).indexOf('\n') < 0;
      since.remove(last.name());
      return since.isEmpty() || !sameSentence || onlyQuoted(since, at) ? last : Who.UNKNOWN;
    }
    return since.size() == 1 && !since.iterator().next().startsWith("?")
        ? new Who(SourceKind.PERSON, since.iterator().next())
        : Who.UNKNOWN;
  }

  private boolean onlyQuoted(Set<String> since, int at) {
    return since.size() == 1 && Quotes.isClosing(text.charAt(Math.max(0, at - 2)));
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

  private Who description(Span source, List<Token> tokens, List<Name> headNames) {
    List<Token> core = core(tokens);
    Token head = core.getLast();
    boolean anonymity = tokens.stream().anyMatch(token -> ANONYMITY.contains(token.norm()));
    boolean definite = !INDEFINITE.contains(core.getFirst().norm());
    Name last = headNames.isEmpty() ? null : headNames.getLast();
    boolean endsWithName =
        last != null && last.span().end() >= head.end() && last.span().start() <= head.start();
    if (endsWithName && last != null) {
      Sort sort = Nouns.sort(head.norm());
      return sort == Sort.DOCUMENT
          ? papers.who(new Span(core.getFirst().start(), head.end()))
          : new Who(SourceKind.ORGANIZATION, last.name());
    }
    Sort sort = Nouns.sort(head.norm());
    String words = words(core);
    if (sort == null) {
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

  private Who unsorted(List<Token> core, Token head, String words) {
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
    if (definite
        && bare
        && lastOrganization != null
        && source.start() - lastOrganizationAt <= REACH
        && lastOrganization.kind() == SourceKind.ORGANIZATION) {
      return lastOrganization;
    }
    return new Who(SourceKind.ORGANIZATION, bare && definite ? null : words);
  }

  /// The words up to the head noun: what comes before a comma, a relative clause, a preposition or
  /// a participle.
  private List<Token> core(List<Token> tokens) {
    int end = 1;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      boolean comma = text.substring(tokens.get(end - 1).end(), token.start()).indexOf(',') >= 0;
      if (comma || PREPOSITIONS.contains(token.norm()) || ENDS_OF_HEAD.contains(token.norm())) {
        break;
      }
      end++;
    }
    return tokens.subList(0, end);
  }

  private String words(List<Token> core) {
    int first =
        core.size() > 1 && Set.of("the", "a", "an").contains(core.getFirst().norm()) ? 1 : 0;
    return text.substring(core.get(first).start(), core.getLast().end()).replaceAll("\\s+", " ");
  }

  /// Remembers what the people named up to `end` were introduced as: "CSO spokesman Ed Lin", "Ann
  /// Lee, a former envoy, …".
  private void introduce(int end) {
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
