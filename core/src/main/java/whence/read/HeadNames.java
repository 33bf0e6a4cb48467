package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import whence.model.Span;
import whence.read.Names.Name;

/// The names that can head the words for a source.
final class HeadNames {
  static final Set<String> PREPOSITIONS =
      Set.of(
          ("of for to from with by at in on under about within inside against among between behind near per via over into"
                  + " after before like around across including such than as led headed")
              .split(" "));

  static final Set<String> ENDS_OF_HEAD =
      Set.of(
          ("who whom which that whose reviewed seen obtained viewed briefed familiar close involved speaking citing quoting"
                  + " dated titled entitled marked called named published released leaked written prepared based asked"
                  + " working having being responsible present knowledgeable collected cited")
              .split(" "));

  private final String text;
  private final Names names;

  HeadNames(String text, Names names) {
    this.text = text;
    this.names = names;
  }

  /// The names that can head the source: not a possessor's ("Lee's lawyer"), not behind a
  /// preposition ("a friend of Lee").
  List<Name> in(Span source) {
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
}
