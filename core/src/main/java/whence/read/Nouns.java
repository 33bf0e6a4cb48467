package whence.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Common nouns that head the words for a source, and what kind of source each makes.
final class Nouns {
  enum Sort {
    DOCUMENT,
    DOCUMENTS,
    PERSON,
    ANONYMOUS,
    ANONYMOUS_GROUP,
    GROUP,
    ORGANIZATION,
    MEDIA
  }

  private static final Map<String, Sort> SORTS = sorts();

  private Nouns() {}

  /// Null for a word that is no such noun.
  static @Nullable Sort sort(String word) {
    return SORTS.get(word);
  }

  private static Map<String, Sort> sorts() {
    Map<String, Sort> sorts = new HashMap<>();
    for (String line : Phrases.lines("nouns.txt")) {
      if (line.isBlank() || line.startsWith(";")) {
        continue;
      }
      int tab = line.indexOf('\t');
      Sort sort =
          switch (line.substring(tab + 1).strip()) {
            case "document" -> Sort.DOCUMENT;
            case "documents" -> Sort.DOCUMENTS;
            case "person" -> Sort.PERSON;
            case "anonymous" -> Sort.ANONYMOUS;
            case "anonymous-group" -> Sort.ANONYMOUS_GROUP;
            case "group" -> Sort.GROUP;
            case "organization" -> Sort.ORGANIZATION;
            case "media" -> Sort.MEDIA;
            default -> throw new IllegalStateException("nouns.txt has no such sort: " + line);
          };
      for (String word : List.of(line.substring(0, tab).split("/"))) {
        sorts.putIfAbsent(word, sort);
      }
    }
    return sorts;
  }
}
