package whence.bench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a link of a chain says who the marker says it is.
enum Naming {
  /// The same name, or the same words where the document gives none.
  RIGHT,
  /// Somebody else's name, or a name where the document gives none.
  WRONG,
  /// No name where there is one.
  OPEN;

  private static final Set<String> LITTLE =
      Set.of(
          ("the a an of and for mr mrs ms miss dr sir president senator sen rep secretary gov governor minister"
                  + " professor his her its their this that these those some one")
              .split(" "));

  /// @param text of the document
  static Naming of(Listed.Link found, Gold.Link marked, String text) {
    if (marked.at() == null) {
      return found.name() == null || found.kind().equals("unknown") ? RIGHT : WRONG;
    }
    Set<String> there = words(marked.at().of(text));
    if (marked.named()) {
      return found.name() == null ? OPEN : agree(words(found.name()), there) ? RIGHT : WRONG;
    }
    // "Registrar" for "Registrar, Port Office": the document's own words, and nobody else's name
    boolean within = !words(found.name()).isEmpty() && there.containsAll(words(found.name()));
    boolean sameWords = share(words(found.name()), there) || share(words(found.as()), there);
    boolean nameless = found.name() == null || !found.kind().equals("person");
    return within || (sameWords && nameless) ? RIGHT : found.name() == null ? OPEN : WRONG;
  }

  /// One is the other with something left out: "Lee" and "Ann B. Lee".
  private static boolean agree(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && (one.containsAll(other) || other.containsAll(one));
  }

  /// At least half of the words of the shorter are the other's too.
  private static boolean share(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return !both.isEmpty() && 2 * both.size() >= Math.min(one.size(), other.size());
  }

  private static Set<String> words(@Nullable String name) {
    Set<String> words = new LinkedHashSet<>();
    if (name != null) {
      String plain = name.toLowerCase(Locale.ROOT).replaceAll("['\u2019]s?\\b", "");
      Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
          .filter(word -> !word.isEmpty() && !LITTLE.contains(word))
          .forEach(words::add);
    }
    return words;
  }
}
