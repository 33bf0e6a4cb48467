package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Statement;
import whence.names.NameKind;
import whence.names.SameName;

/// Somebody or something that a content names.
///
/// @param kind as read; [Mention.Kind#OTHER] where nothing but a capital shows it
/// @param plain as [Names#plain] makes it
record Named(Mention.Kind kind, String plain) {
  /// A word and what is derived from it share so many letters: *India*, *Indian*.
  private static final int LEAST_STEM = 4;

  private static final Set<String> PEOPLE_ENDINGS =
      Set.of("n", "an", "ian", "ean", "ese", "i", "ish", "s", "ns", "ians", "is", "ic");

  /// Who and what is named in a content, in the order of the text, each once.
  static List<Named> in(Statement statement, Gist gist) {
    List<Named> found = new ArrayList<>();
    List<Mention> mentions =
        statement.mentions().stream()
            .filter(mention ->
                statement.content().stream()
                    .anyMatch(
                        piece -> piece.start() <= mention.start() && mention.end() <= piece.end()))
            .sorted(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end))
            .toList();
    StringBuilder covered = new StringBuilder(" ");
    for (Mention mention : mentions) {
      covered.append(Names.plain(words(statement, mention))).append(' ');
      Named named = new Named(mention.kind(), Names.plain(mention.name()));
      covered.append(named.plain).append(' ');
      if (!named.plain.isEmpty() && !found.contains(named)) {
        found.add(named);
      }
    }
    for (String name : gist.names()) {
      if (covered.indexOf(" " + name + " ") < 0 && !isTitle(name)) {
        found.add(new Named(Mention.Kind.OTHER, name));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isTitle(String word) {
    return !Names.plain(word + " x").startsWith(word);
  }

  private static String words(Statement statement, Mention mention) {
    for (Passage piece : statement.content()) {
      if (piece.start() <= mention.start() && mention.end() <= piece.end()) {
        return piece
            .text()
            .substring(mention.start() - piece.start(), mention.end() - piece.start())
            .toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /// Whether both may name one: spelled alike, the one part of the other, initials, a land and its
  /// people.
  boolean mayBe(Named other) {
    return plain.equals(other.plain)
        || Names.partOf(plain, other.plain)
        || Names.partOf(other.plain, plain)
        || Names.initials(plain, other.plain)
        || Names.initials(other.plain, plain)
        || ((isOneWord() || other.isOneWord()) && derived(plain, other.plain))
        || (mayBeOfOneKind(other)
            && plain.contains(" ")
            && other.plain.contains(" ")
            && SameName.of(plain, other.plain, kindOfName()).same());
  }

  /// Whether all its words stand in a content, a person's surname at least: in a headline capitals
  /// show no names.
  boolean standsIn(Gist gist) {
    String[] words = plain.split(" ");
    int from = kind == Mention.Kind.PERSON ? words.length - 1 : 0;
    for (int i = from; i < words.length; i++) {
      if (!gist.words().contains(Stems.stem(words[i]))
          && (kind == Mention.Kind.PERSON || !gist.names().contains(words[i]))) {
        return false;
      }
    }
    return true;
  }

  /// Whether one cannot stand where the other does without saying something else.
  boolean mayBeOfOneKind(Named other) {
    return kind == other.kind || kind == Mention.Kind.OTHER || other.kind == Mention.Kind.OTHER;
  }

  /// Whether it can be who does or suffers something, and not only where that is done.
  boolean mayAct() {
    return kind != Mention.Kind.PLACE && kind != Mention.Kind.EVENT;
  }

  private boolean isOneWord() {
    return plain.indexOf(' ') < 0;
  }

  private NameKind kindOfName() {
    return switch (kind) {
      case PERSON -> NameKind.PERSON;
      case ORGANIZATION -> NameKind.ORGANIZATION;
      case PLACE, DOCUMENT, EVENT, OTHER -> NameKind.EITHER;
    };
  }

  private static boolean derived(String left, String right) {
    String one = left.substring(0, end(left));
    String other = right.substring(0, end(right));
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    int shared = 0;
    while (shared < shorter.length() && shorter.charAt(shared) == longer.charAt(shared)) {
      shared++;
    }
    return shared >= LEAST_STEM
        && shorter.length() - shared <= 1
        && (longer.length() == shared || PEOPLE_ENDINGS.contains(longer.substring(shared)));
  }

  private static int end(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name.length() : space;
  }
}
