package whence.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Mention;
import whence.model.Span;
import whence.read.Names.Name;
import whence.read.Nouns.Sort;

/// What the people named in a document are introduced as, going through it from front to back: "CSO
/// spokesman Ed Lin", "Sen. Ann Lee", "Ann Lee, a former envoy, …".
final class Introductions {
  /// How far before a name, in characters, what somebody is stands.
  private static final int BEFORE = 60;

  private static final int APPOSITION = 120;

  private static final Map<String, String> ABBREVIATED =
      Map.ofEntries(
          Map.entry("sen", "senator"),
          Map.entry("rep", "representative"),
          Map.entry("gov", "governor"),
          Map.entry("gen", "general"),
          Map.entry("col", "colonel"),
          Map.entry("capt", "captain"),
          Map.entry("sgt", "sergeant"),
          Map.entry("dr", "doctor"),
          Map.entry("prof", "professor"));

  private final String text;
  private final Names names;

  /// By noun, then by name: the words with a capital that went with the noun ("Vermont").
  private final Map<String, Map<String, Set<String>>> introduced = new HashMap<>();

  private int upTo = 0;

  Introductions(String text, Names names) {
    this.text = text;
    this.names = names;
  }

  /// Remembers who is introduced up to `end`.
  void read(int end) {
    if (end <= upTo) {
      return;
    }
    for (Name name : names.within(new Span(upTo, end))) {
      if (name.kind() == Mention.Kind.PERSON && name.name() != null) {
        titles(name, name.name());
        apposition(name.span().end(), name.name());
      }
    }
    upTo = end;
  }

  /// The one person introduced as such, null where none is or two may be meant: of several the one
  /// whose introduction shares a word with a capital, and nobody introduced with other such words
  /// only.
  ///
  /// @param with words with a capital in the description, in lower case
  @Nullable String person(String noun, Set<String> with) {
    List<String> may = new ArrayList<>();
    List<String> sure = new ArrayList<>();
    introduced
        .getOrDefault(noun, Map.of())
        .forEach((name, words) -> {
          if (words.stream().anyMatch(with::contains)) {
            sure.add(name);
          } else if (words.isEmpty() || with.isEmpty()) {
            may.add(name);
          }
        });
    List<String> meant = sure.isEmpty() ? may : sure;
    return meant.size() == 1 ? meant.getFirst() : null;
  }

  /// Words with a capital among `tokens`, in lower case.
  static Set<String> capitalized(String text, List<Token> tokens) {
    Set<String> words = new HashSet<>();
    for (Token token : tokens) {
      if (token.isWord()
          && token.isCapitalized(text)
          && !token.norm().equals("the")
          && Nouns.sort(token.norm()) != Sort.PERSON) {
        words.add(token.norm());
      }
    }
    return words;
  }

  /// What stands right before a name, and the titles that are part of it.
  private void titles(Name name, String person) {
    int start = name.span().start();
    List<Token> before = Token.of(text, new Span(Math.max(0, start - BEFORE), start));
    int from = before.size();
    while (from > 0 && !before.get(from - 1).isMark()) {
      from--;
    }
    List<Token> phrase = new ArrayList<>(before.subList(from, before.size()));
    int words = phrase.size();
    phrase.addAll(Token.of(text, name.span()));
    for (int i = Math.max(0, words - 3); i < phrase.size(); i++) {
      String word = phrase.get(i).norm();
      String noun = ABBREVIATED.getOrDefault(word, word);
      if (Nouns.sort(noun) == Sort.PERSON) {
        add(
            noun,
            person,
            capitalized(text, phrase.subList(Math.max(0, i - 3), Math.min(i, words))));
      } else if (i >= words && !phrase.get(i).isMark()) {
        return; // the name itself begins
      }
    }
  }

  private void apposition(int at, String person) {
    if (at + 1 >= text.length() || text.charAt(at) != ',') {
      return;
    }
    int stop = at + 1;
    while (stop < text.length()
        && stop < at + APPOSITION
        && ",.;\n\u201C\"".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    List<Token> tokens = Token.of(text, new Span(at + 1, stop));
    if (tokens.isEmpty()) {
      return;
    }
    for (Token token : CoreWords.of(text, tokens)) {
      if (Nouns.sort(token.norm()) == Sort.PERSON) {
        add(token.norm(), person, capitalized(text, tokens));
      }
    }
  }

  private void add(String noun, String person, Set<String> with) {
    introduced
        .computeIfAbsent(noun, _ -> new LinkedHashMap<>())
        .computeIfAbsent(person, _ -> new HashSet<>())
        .addAll(with);
  }
}
