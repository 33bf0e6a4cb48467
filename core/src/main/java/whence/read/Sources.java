package whence.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
                  + " after before like around across including such than as led headed")
              .split(" "));
  private static final Set<String> ENDS_OF_HEAD =
      Set.of(
          ("who whom which that whose reviewed seen obtained viewed briefed familiar close involved speaking citing quoting"
                  + " dated titled entitled marked called named published released leaked written prepared based asked"
                  + " working having being responsible present knowledgeable collected cited")
              .split(" "));
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

  static boolean isPersonalPronoun(String word) {
    return HE_OR_SHE.contains(word)
        || word.equals("i")
        || word.equals("we")
        || word.equals("they")
        || word.equals("it");
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
  /// @param saying the start of the whole saying, so that names within it are not taken for
  ///   somebody brought up before it
  /// @param speaker who says the words that `source` stands in, null at the outermost level: their
  ///   "I" and "we"
  Who resolve(Span source, int saying, @Nullable Who speaker) {
    introduce(source.end());
    List<Token> tokens =
        Token.of(text, source).stream().filter(t -> t.isWord() || t.isNumber()).toList();
    if (tokens.isEmpty()) {
      return Who.UNKNOWN;
    }
    if (tokens.size() == 1) {
      Who pronoun = pronoun(tokens.getFirst(), source, saying, speaker);
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

  private @Nullable Who pronoun(Token token, Span source, int saying, @Nullable Who speaker) {
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
          : person(Math.min(saying, source.start()), source.start());
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

  /// The person a *he* or *she* can only mean: the one who spoke last, if nobody else has been
  /// named since; one who begins the last sentence before; failing that the only one named shortly
  /// before.
  ///
  /// @param saying the start of the saying in which the pronoun speaks
  private Who person(int saying, int at) {
    Who last = lastSpeaker(at);
    boolean known = last.kind() == SourceKind.PERSON && last.name() != null;
    int from = known ? Math.clamp(lastSpeakerAt, 0, saying) : Math.max(0, saying - REACH / 3);
    List<Name> people =
        names.within(new Span(from, saying)).stream()
            .filter(
                name -> name.kind() == Mention.Kind.PERSON && !Quotes.encloses(text, name.span()))
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

  private Who description(Span source, List<Token> tokens, List<Name> headNames) {
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
    boolean spokeLast =
        lastOrganization != null
            && lastOrganization.kind() == SourceKind.ORGANIZATION
            && source.start() - lastOrganizationAt <= REACH;
    return paper && spokeLast && lastOrganization != null
        ? lastOrganization
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
          || PREPOSITIONS.contains(token.norm())
          || ENDS_OF_HEAD.contains(token.norm())) {
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
