package whence.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// A grammar of phrases over tokens, read from a resource file of lines `phrase <tab> value`.
///
/// A phrase is made of elements parted by spaces: `word`, `one/other`, `{class}` (defined by a line
/// `@class = one/other`), `#` for a number, `_2` for up to two words of any kind; a `?` behind an
/// element makes it optional. At each place the longest phrase wins, the earlier line among equals;
/// found phrases never overlap. A phrase of value `-` is found and dropped, which keeps shorter
/// ones from being found in it. Lines that start with `;` are remarks.
///
/// Cost: tokens times the phrases that can start with the token, each bounded by its own length.
final class Phrases {
  /// What was found: the tokens from `first` to before `last`, and the phrase's value.
  record Found(int first, int last, Span span, String value) {}

  private record Element(Set<String> words, int gap, boolean optional) {}

  private record Phrase(List<Element> elements, String value) {}

  private static final String NUMBER = "#";
  private static final String DROPPED = "-";

  private final Map<String, List<Phrase>> byFirst = new HashMap<>();

  private Phrases(List<String> lines) {
    Map<String, String> classes = new HashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("@")) {
        int equals = line.indexOf('=');
        String name = line.substring(1, equals).strip();
        classes.put(name, expand(line.substring(equals + 1).strip(), classes));
        continue;
      }
      int tab = line.indexOf('\t');
      add(
          expand(tab < 0 ? line : line.substring(0, tab), classes),
          tab < 0 ? "" : line.substring(tab + 1).strip());
    }
  }

  static Phrases read(String resource) {
    return new Phrases(lines(resource));
  }

  static Phrases of(String... lines) {
    return new Phrases(List.of(lines));
  }

  /// The lines of a resource of this package.
  static List<String> lines(String resource) {
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no resource " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All phrases found, in order.
  List<Found> in(List<Token> tokens) {
    List<Found> all = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Found found = at(tokens, i);
      if (found == null) {
        i++;
        continue;
      }
      if (!found.value().equals(DROPPED)) {
        all.add(found);
      }
      i = found.last();
    }
    return all;
  }

  private @Nullable Found at(List<Token> tokens, int i) {
    Token first = tokens.get(i);
    List<Phrase> candidates = byFirst.getOrDefault(first.norm(), List.of());
    if (first.isNumber() && candidates.isEmpty()) {
      candidates = byFirst.getOrDefault(NUMBER, List.of());
    }
    int longest = -1;
    String value = "";
    for (Phrase phrase : candidates) {
      int end = match(phrase.elements(), 0, tokens, i);
      if (end > longest) {
        longest = end;
        value = phrase.value();
      }
    }
    return longest <= i
        ? null
        : new Found(i, longest, new Span(first.start(), tokens.get(longest - 1).end()), value);
  }

  /// The furthest token at which the rest of a phrase can end, -1 where it does not match.
  private static int match(List<Element> elements, int e, List<Token> tokens, int i) {
    if (e == elements.size()) {
      return i;
    }
    Element element = elements.get(e);
    int best = element.optional() ? match(elements, e + 1, tokens, i) : -1;
    if (element.gap() > 0) {
      for (int skip = 0; skip <= element.gap() && i + skip <= tokens.size(); skip++) {
        if (skip > 0 && tokens.get(i + skip - 1).isMark()) {
          break;
        }
        best = Math.max(best, match(elements, e + 1, tokens, i + skip));
      }
      return best;
    }
    if (i < tokens.size()) {
      Token token = tokens.get(i);
      if (element.words().contains(token.isNumber() ? NUMBER : token.norm())
          || element.words().contains(token.norm())) {
        best = Math.max(best, match(elements, e + 1, tokens, i + 1));
      }
    }
    return best;
  }

  private void add(String phrase, String value) {
    List<Element> elements = new ArrayList<>();
    for (String part : phrase.strip().split(" +")) {
      boolean optional = part.endsWith("?") && part.length() > 1;
      String word = optional ? part.substring(0, part.length() - 1) : part;
      if (word.startsWith("_") && word.length() == 2) {
        elements.add(new Element(Set.of(), word.charAt(1) - '0', false));
      } else {
        elements.add(new Element(new LinkedHashSet<>(Arrays.asList(word.split("/"))), 0, optional));
      }
    }
    Phrase made = new Phrase(List.copyOf(elements), value);
    Set<String> firsts = new LinkedHashSet<>();
    for (Element element : elements) {
      if (element.gap() > 0) {
        throw new IllegalStateException("a phrase cannot start with a gap: " + phrase);
      }
      firsts.addAll(element.words());
      if (!element.optional()) {
        break;
      }
    }
    for (String first : firsts) {
      byFirst.computeIfAbsent(first, k -> new ArrayList<>()).add(made);
    }
  }

  private static String expand(String phrase, Map<String, String> classes) {
    String expanded = phrase;
    int open;
    while ((open = expanded.indexOf('{')) >= 0) {
      int close = expanded.indexOf('}', open);
      String name = expanded.substring(open + 1, close);
      String words = classes.get(name);
      if (words == null) {
        throw new IllegalStateException("no class " + name + " for the phrase " + phrase);
      }
      expanded = expanded.substring(0, open) + words + expanded.substring(close + 1);
    }
    return expanded;
  }
}
