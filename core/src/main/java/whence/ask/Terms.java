package whence.ask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words that a question and its answer use for one thing: forms of telling somebody, of acting on
/// what was told; the names of a state, its people and its seat of government.
final class Terms {
  private static final String FILE = "terms.txt";
  private static final char ACT = '*';
  private static final char STATE = '@';

  private static final Map<String, String> ACTS = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Map<String, List<String>> WORDS = new HashMap<>();

  static {
    for (String line : lines()) {
      read(line, line.charAt(0) == ACT ? ACTS : NAMES);
    }
  }

  private Terms() {}

  /// Behind the form: single words, then names of two words, each behind a comma.
  private static void read(String line, Map<String, String> into) {
    String[] parts = line.toLowerCase(Locale.ROOT).split(",");
    String[] single = parts[0].strip().split(" ");
    List<String> all = new ArrayList<>(List.of(single).subList(1, single.length));
    for (int i = 1; i < parts.length; i++) {
      all.add(parts[i].strip());
    }
    all.forEach(word -> into.put(word, single[0]));
    WORDS.put(single[0], List.copyOf(all));
  }

  /// The form of a word for an act, null for any other word.
  static @Nullable String act(String lower) {
    return ACTS.get(lower);
  }

  /// The form of a state's name, null for any other name.
  static @Nullable String name(String lower) {
    return NAMES.get(lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower);
  }

  static boolean isTerm(String form) {
    return form.charAt(0) == ACT || form.charAt(0) == STATE;
  }

  static boolean isState(String form) {
    return form.charAt(0) == STATE;
  }

  /// All words of one form, none where it is no term's. Who is *told to* is ordered to, too.
  static List<String> words(String form) {
    List<String> words = WORDS.getOrDefault(form, List.of());
    return form.equals(Words.ORDERS)
        ? Stream.concat(words.stream(), Stream.of("told")).toList()
        : words;
  }

  private static List<String> lines() {
    try (InputStream in = Terms.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not among the program's resources");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith(";"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
