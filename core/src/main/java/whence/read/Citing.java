package whence.read;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Finds whom a source cites for what it says: "the paper reported, citing two officials, that …".
final class Citing {
  private static final Set<String> CITING = Set.of("citing", "quoting");
  private static final Set<String> ENDS =
      Set.of(
          "that",
          "reported",
          "reports",
          "said",
          "says",
          "wrote",
          "writes",
          "has",
          "have",
          "had",
          "claimed",
          "claims");
  private static final int LONGEST = 14;

  private Citing() {}

  /// The words for who is cited, in the cue's sentence and outside the content; null where nobody
  /// is.
  static @Nullable Span in(String text, Saying saying, List<Span> sentences) {
    if (saying.cue().isEmpty() || saying.source().isEmpty()) {
      return null;
    }
    int at = saying.cue().getFirst().start();
    Span sentence = holding(sentences, at);
    if (sentence == null) {
      return null;
    }
    List<Token> tokens = Token.of(text, sentence);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean inside =
          saying.content().stream().anyMatch(c -> c.contains(new Span(token.start(), token.end())));
      boolean inCue =
          saying.cue().stream().anyMatch(c -> c.contains(new Span(token.start(), token.end())));
      if (CITING.contains(token.norm()) && !inside && !inCue) {
        Span cited = words(tokens, i + 1);
        boolean isOwnSource = cited == null || saying.source().stream().anyMatch(cited::overlaps);
        return isOwnSource ? null : cited;
      }
    }
    return null;
  }

  private static @Nullable Span words(List<Token> tokens, int first) {
    int past = first;
    while (past < tokens.size()
        && past - first < LONGEST
        && !tokens.get(past).isMark()
        && !ENDS.contains(tokens.get(past).norm())) {
      past++;
    }
    return past == first ? null : new Span(tokens.get(first).start(), tokens.get(past - 1).end());
  }

  private static @Nullable Span holding(List<Span> sentences, int offset) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span sentence = sentences.get(middle);
      if (sentence.end() <= offset) {
        low = middle + 1;
      } else if (sentence.start() > offset) {
        high = middle - 1;
      } else {
        return sentence;
      }
    }
    return null;
  }
}
