package whence.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.SourceKind;
import whence.model.Span;

/// The documents that a text speaks of, and which of its words mean the same one: "a nine-page memo
/// dated 4 May", "the May memo", "the document". Two descriptions part where both carry a detail (a
/// year, a name, a number) and the details differ.
final class Papers {
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "the", "a", "an", "this", "that", "its", "his", "her", "their", "same", "other", "said",
          "another");
  private static final Set<String> NEW_ONES =
      Set.of("another", "second", "third", "different", "separate", "previous");

  private final String text;
  private final List<Paper> papers = new ArrayList<>();

  /// `details` are its telling words in lower case: everything but articles and the head noun.
  private static final class Paper {
    String name;
    final Set<String> details;
    final Set<String> heads = new HashSet<>();

    Paper(String name, Set<String> details, String head) {
      this.name = name;
      this.details = new HashSet<>(details);
      heads.add(head);
    }
  }

  Papers(String text) {
    this.text = text;
  }

  /// The document that `words` mean: one spoken of before, or a new one.
  Who who(Span words) {
    List<Token> tokens = Token.of(text, words);
    String head = tokens.getLast().norm();
    Set<String> details = new HashSet<>();
    for (Token token : tokens.subList(0, tokens.size() - 1)) {
      if (!EMPTY_WORDS.contains(token.norm()) && !token.isMark()) {
        details.add(token.norm());
      }
    }
    boolean definite = !Set.of("a", "an", "another").contains(tokens.getFirst().norm());
    Paper known =
        definite && details.stream().noneMatch(NEW_ONES::contains) ? known(details, head) : null;
    String name = name(tokens);
    if (known == null) {
      known = new Paper(name, details, head);
      papers.add(known);
    } else {
      known.details.addAll(details);
      known.heads.add(head);
      if (telling(name) > telling(known.name)) {
        known.name = name;
      }
      papers.remove(known);
      papers.add(known);
    }
    return new Who(
        SourceKind.DOCUMENT,
        details.isEmpty() && papers.size() == 1 && telling(known.name) == 0 ? null : known.name);
  }

  /// The last one spoken of that the words can mean.
  private @Nullable Paper known(Set<String> details, String head) {
    for (int i = papers.size() - 1; i >= 0; i--) {
      Paper paper = papers.get(i);
      boolean alike = details.isEmpty() || details.stream().anyMatch(paper.details::contains);
      boolean sameWord =
          details.isEmpty()
              || paper.heads.contains(head)
              || head.equals("document")
              || paper.heads.contains("document");
      if (alike && sameWord && !conflict(details, paper.details)) {
        return paper;
      }
    }
    return null;
  }

  private static boolean conflict(Set<String> one, Set<String> other) {
    return differ(one, other, "\\d{4}")
        || differ(
            one,
            other,
            "january|february|march|april|may|june|july|august|september|october|november|december");
  }

  private static boolean differ(Set<String> one, Set<String> other, String pattern) {
    List<String> ones = one.stream().filter(word -> word.matches(pattern)).toList();
    List<String> others = other.stream().filter(word -> word.matches(pattern)).toList();
    return !ones.isEmpty() && !others.isEmpty() && ones.stream().noneMatch(others::contains);
  }

  private String name(List<Token> tokens) {
    int first = tokens.size() > 1 && EMPTY_WORDS.contains(tokens.getFirst().norm()) ? 1 : 0;
    return text.substring(tokens.get(first).start(), tokens.getLast().end())
        .replaceAll("(?U)\\s+", " ");
  }

  /// "another paper — the auditor's March 2022 report — ": what is added says which, if it is a How
  /// much a name tells: its capitalized words and numbers.
  private static long telling(String name) {
    return List.of(name.split(" ")).stream()
        .filter(word ->
            !word.isEmpty()
                && (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0))))
        .count();
  }
}
