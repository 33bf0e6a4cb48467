package whence.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.model.Span;

/// BERT's basic tokens, with their place in the text: runs of other characters between white space,
/// every punctuation mark and every CJK ideograph by itself; invisible characters vanish without
/// ending a token.
///
/// After `BasicTokenizer` of Devlin et al., BERT (2019), uncased. The training does exactly the
/// same (`training/text.py`).
final class BasicTokens {
  private BasicTokens() {}

  /// @param span from the first to the last character kept
  /// @param kept the token without invisible characters
  record BasicToken(Span span, String kept) {
    /// As the vocabulary knows it: without accents, lower case.
    String normal() {
      StringBuilder plain = new StringBuilder(kept.length());
      Normalizer.normalize(kept, Normalizer.Form.NFD)
          .codePoints()
          .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
          .forEach(plain::appendCodePoint);
      return plain.toString().toLowerCase(Locale.ROOT);
    }
  }

  private enum Role {
    SPACE,
    INVISIBLE,
    ALONE,
    WORD
  }

  static List<BasicToken> of(String text, Span within) {
    List<BasicToken> tokens = new ArrayList<>();
    StringBuilder kept = new StringBuilder();
    int start = -1;
    int end = -1;
    int i = within.start();
    while (i < within.end()) {
      int c = text.codePointAt(i);
      int next = Math.min(i + Character.charCount(c), within.end());
      Role role = role(c);
      if (role == Role.WORD) {
        if (start < 0) {
          start = i;
          kept.setLength(0);
        }
        kept.appendCodePoint(c);
        end = next;
      } else if (role != Role.INVISIBLE) {
        if (start >= 0) {
          tokens.add(new BasicToken(new Span(start, end), kept.toString()));
          start = -1;
        }
        if (role == Role.ALONE) {
          tokens.add(new BasicToken(new Span(i, next), Character.toString(c)));
        }
      }
      i = next;
    }
    if (start >= 0) {
      tokens.add(new BasicToken(new Span(start, end), kept.toString()));
    }
    return tokens;
  }

  private static Role role(int c) {
    if (between(c, 0x09, 0x0D) || c == 0x85) {
      return Role.SPACE;
    }
    if (between(c, 33, 47) || between(c, 58, 64) || between(c, 91, 96) || between(c, 123, 126)) {
      return Role.ALONE;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Role.SPACE;
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> Role.INVISIBLE;
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          Role.ALONE;
      default -> c == 0xFFFD ? Role.INVISIBLE : isIdeograph(c) ? Role.ALONE : Role.WORD;
    };
  }

  private static boolean isIdeograph(int c) {
    return between(c, 0x4E00, 0x9FFF)
        || between(c, 0x3400, 0x4DBF)
        || between(c, 0x20000, 0x2A6DF)
        || between(c, 0x2A700, 0x2B73F)
        || between(c, 0x2B740, 0x2B81F)
        || between(c, 0x2B820, 0x2CEAF)
        || between(c, 0xF900, 0xFAFF)
        || between(c, 0x2F800, 0x2FA1F);
  }

  private static boolean between(int c, int first, int last) {
    return first <= c && c <= last;
  }
}
