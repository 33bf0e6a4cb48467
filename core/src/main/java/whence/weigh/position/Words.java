package whence.weigh.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.weigh.Stems;

/// A stretch of text as words with their places.
record Words(List<Word> all) {
  /// @param start UTF-16 offset in the text, as `end`, which is exclusive
  /// @param stem the common form that words are compared by
  record Word(int start, int end, String lower, String stem, boolean capital, boolean number) {
    boolean empty() {
      return Stems.isEmpty(lower) || (lower.length() == 1 && !number);
    }
  }

  private static final int LONGEST_WORD = 60;

  Words {
    all = List.copyOf(all);
  }

  static Words of(String text, int from, int to) {
    List<Word> words = new ArrayList<>();
    int i = from;
    while (i < to) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < to && (Character.isLetterOrDigit(text.charAt(i)) || joins(text, i, to))) {
        i++;
      }
      words.add(word(text, start, i));
    }
    return new Words(words);
  }

  /// An apostrophe in a word, a point or comma in a number.
  private static boolean joins(String text, int i, int to) {
    char c = text.charAt(i);
    if (i + 1 >= to) {
      return false;
    }
    char next = text.charAt(i + 1);
    return ((c == '\'' || c == '’') && Character.isLetter(next))
        || ((c == '.' || c == ',')
            && Character.isDigit(next)
            && Character.isDigit(text.charAt(i - 1)));
  }

  private static Word word(String text, int start, int end) {
    String lower =
        text.substring(start, Math.min(end, start + LONGEST_WORD))
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    String digits = Stems.digits(bare);
    boolean number = Character.isDigit(digits.charAt(0));
    return new Word(
        start,
        end,
        lower,
        number ? digits.replace(",", "") : Stems.stem(bare),
        Character.isUpperCase(text.charAt(start)),
        number);
  }
}
