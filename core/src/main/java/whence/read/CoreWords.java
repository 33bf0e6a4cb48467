package whence.read;

import java.util.List;
import java.util.Set;

/// The words for somebody up to the head noun: what comes before a comma, a relative clause, a
/// preposition or a participle.
final class CoreWords {
  private static final Set<String> PARTS =
      Set.of(
          "some", "many", "most", "several", "all", "both", "one", "none", "much", "two", "part");

  private CoreWords() {}

  static List<Token> of(String text, List<Token> tokens) {
    int start = isPartOf(tokens) ? 2 : 0;
    int end = start + 1;
    while (end < tokens.size()) {
      Token before = tokens.get(end - 1);
      Token token = tokens.get(end);
      boolean comma = text.substring(before.end(), token.start()).indexOf(',') >= 0;
      boolean inDate = before.isNumber() && token.isNumber();
      boolean participle =
          Nouns.sort(before.norm()) != null
              && !token.isCapitalized(text)
              && (token.norm().endsWith("ed")
                  || token.norm().endsWith("ing")
                  || token.norm().endsWith("ly"));
      if ((comma && !inDate)
          || participle
          || HeadNames.PREPOSITIONS.contains(token.norm())
          || HeadNames.ENDS_OF_HEAD.contains(token.norm())) {
        break;
      }
      end++;
    }
    return tokens.subList(start, end);
  }

  /// "Some of the records": what is spoken of is the records.
  private static boolean isPartOf(List<Token> tokens) {
    return tokens.size() > 2
        && PARTS.contains(tokens.getFirst().norm())
        && tokens.get(1).norm().equals("of");
  }
}
