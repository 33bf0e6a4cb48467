package whence.ask.check;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// A text's letters and digits alone, in small letters, each with its place: what two settings of
/// the same words have in common.
///
/// @param places of the letters in the text
record Letters(String letters, Places places) {
  /// Offsets, one a letter.
  static final class Places {
    private final int[] offsets;

    Places(int[] offsets) {
      this.offsets = offsets;
    }

    int of(int letter) {
      return offsets[letter];
    }
  }

  static Letters of(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    int[] offsets = new int[text.length() * 2 + 1];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (Character.isLetterOrDigit(c)) {
          offsets[letters.length()] = i;
          letters.append(Character.toLowerCase(c));
        }
      } else if (Character.isLetterOrDigit(c)) {
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        for (int k = 0; k < plain.length() && letters.length() + 1 < offsets.length; k++) {
          if (Character.isLetterOrDigit(plain.charAt(k))) {
            offsets[letters.length()] = i;
            letters.append(Character.toLowerCase(plain.charAt(k)));
          }
        }
      }
    }
    return new Letters(letters.toString(), new Places(offsets));
  }

  /// The stretch of the text that `sought` makes up, null where it does not stand there.
  @Nullable Span find(String sought) {
    int at = sought.isEmpty() ? -1 : letters.indexOf(sought);
    return at < 0 ? null : new Span(places.of(at), places.of(at + sought.length() - 1) + 1);
  }
}
