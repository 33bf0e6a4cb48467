package whence.weigh.position;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words that tell a position, by kind, from `cues.txt`.
final class Cues {
  enum Kind {
    REFUTE,
    DENY,
    DOUBT,
    NEGATE,
    HEDGE,
    CLAIM,
    REPORT,
    CONFIRM,
    ASK,
    STRONG,
    MEDIA,
    CONTRAST
  }

  private static final Map<String, Set<Kind>> KINDS = load();

  private Cues() {}

  static Set<Kind> of(Words.Word word) {
    return KINDS.getOrDefault(word.lower(), Set.of());
  }

  /// Whether a word says more of how a thing is told than of what it is about. What news is told
  /// through (*video*, *website*) may be what it is about.
  static boolean isCue(Words.Word word) {
    return of(word).stream().anyMatch(kind -> kind != Kind.MEDIA);
  }

  private static Map<String, Set<Kind>> load() {
    Map<String, Set<Kind>> kinds = new HashMap<>();
    Kind kind = Kind.REFUTE;
    for (String line : resource("cues.txt").lines().toList()) {
      if (line.startsWith("[")) {
        kind = Kind.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
      } else if (!line.startsWith("#")) {
        for (String word : List.of(line.strip().split(" "))) {
          kinds.computeIfAbsent(word.replace('’', '\''), _ -> EnumSet.noneOf(Kind.class)).add(kind);
        }
      }
    }
    return kinds;
  }

  static String resource(String name) {
    try (InputStream in = Cues.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
