package whence.weigh;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words that stand where a source's name would and name nobody: *intelligence*, *media reports*.
/// Whoever is meant may be any other source.
final class Nobody {
  private static final Set<String> WORDS =
      Set.of(
          "intelligence",
          "information",
          "evidence",
          "reporting",
          "reports",
          "report",
          "media",
          "press",
          "news",
          "sources",
          "source",
          "documents",
          "document",
          "records",
          "record",
          "papers",
          "files",
          "data",
          "rumours",
          "rumors",
          "assessment",
          "assessments",
          "analysis",
          "analyses",
          "investigation",
          "investigations",
          "research",
          "studies",
          "study",
          "surveys",
          "survey",
          "statement",
          "statements",
          "accounts",
          "account",
          "internal",
          "leaked",
          "official",
          "local",
          "recent",
          "several",
          "some",
          "other",
          "various",
          "multiple",
          "unnamed",
          "classified",
          "secret",
          "new",
          "early",
          "initial",
          "available",
          "it",
          "this",
          "they",
          "article",
          "articles",
          "story",
          "stories");

  private Nobody() {}

  static boolean isMeantBy(@Nullable String name) {
    String plain = Names.plain(name);
    if (plain.isEmpty()) {
      return false;
    }
    for (String word : plain.split(" ")) {
      if (!WORDS.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
