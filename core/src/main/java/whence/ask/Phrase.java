package whence.ask;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A noun phrase of a sentence, as far as its words show one.
///
/// @param from index of its first word
/// @param to index behind its last word
record Phrase(int from, int to) {
  private static final int LONGEST = 9;

  private static final Set<String> TIMES =
      Set.of("time", "times", "day", "week", "month", "year", "moment", "minute");

  /// A phrase behind one of these only tells more of another: "victims of the flood".
  private static final Set<String> LEADS = Set.of("of", "at", "in", "from", "with", "by", "on");

  String head(List<Word> words) {
    for (int i = from + 1; i < to; i++) {
      if (isLink(words.get(i))) {
        return words.get(i - 1).norm();
      }
    }
    return words.get(to - 1).norm();
  }

  boolean isPronoun(List<Word> words) {
    return to - from == 1 && TellingWords.PRONOUNS.contains(first(words));
  }

  String first(List<Word> words) {
    return bare(words.get(from).norm());
  }

  /// A pronoun without the verb that is drawn to it: "I'd", "they've".
  static String bare(String norm) {
    int apostrophe = norm.indexOf('\'');
    String stem = apostrophe > 0 ? norm.substring(0, apostrophe) : norm;
    return TellingWords.PRONOUNS.contains(stem) ? stem : norm;
  }

  boolean isPaper(List<Word> words) {
    String head = head(words);
    return TellingWords.PAPERS.contains(head.endsWith("'s") ? "" : head);
  }

  boolean isOne(List<Word> words) {
    return isNobody(words)
        || (to - from > 1 && words.get(from).norm().equals("no"))
        || (to - from > 1
            && words.get(from).norm().equals("none")
            && words.get(from + 1).norm().equals("of"));
  }

  boolean isNobody(List<Word> words) {
    return TellingWords.NOBODY.contains(first(words))
        || (first(words).equals("no")
            && to - from == 2
            && words.get(from + 1).norm().equals("one"));
  }

  /// The phrase that begins at a word; null where none does.
  static @Nullable Phrase at(List<Word> words, int from) {
    if (from >= words.size() || !words.get(from).isWord()) {
      return null;
    }
    Word first = words.get(from);
    String norm = bare(first.norm());
    if (TellingWords.PRONOUNS.contains(norm)
        && !(TellingWords.DETERMINERS.contains(norm) && nounFollows(words, from))) {
      return new Phrase(from, from + 1);
    }
    if ((norm.equals("all") || norm.equals("both"))
        && from + 1 < words.size()
        && TellingWords.DETERMINERS.contains(words.get(from + 1).norm())) {
      Phrase inner = at(words, from + 1);
      return inner == null ? null : new Phrase(from, inner.to);
    }
    boolean determined = TellingWords.DETERMINERS.contains(norm);
    if (!determined && TellingWords.ENDS.contains(norm) && !first.isCapital()) {
      return null;
    }
    int i = from + 1;
    while (i < words.size() && i < from + LONGEST) {
      Word word = words.get(i);
      if (isLink(word) && i + 1 < words.size() && isNamed(words, i + 1)) {
        i += 2;
        continue;
      }
      boolean title = word.text().equals(".") && isTitle(words.get(i - 1));
      if (!title
          && (!word.isWord()
              || TellingWords.ENDS.contains(bare(word.norm()))
              || isLink(word)
              || TellingWords.DETERMINERS.contains(word.norm()))) {
        break;
      }
      if (!determined && first.isCapital() && !word.isCapital() && !title) {
        break;
      }
      i++;
    }
    return new Phrase(from, i);
  }

  /// The phrase that ends before a word; null where none is sure to.
  static @Nullable Phrase before(List<Word> words, int end) {
    int last = end - 1;
    if (last < 0 || !words.get(last).isWord()) {
      return null;
    }
    if (TellingWords.PRONOUNS.contains(bare(words.get(last).norm()))) {
      boolean noOne =
          words.get(last).norm().equals("one")
              && last > 0
              && words.get(last - 1).norm().equals("no");
      return new Phrase(noOne ? last - 1 : last, end);
    }
    int capitals = last;
    while (capitals >= 0
        && last - capitals < LONGEST
        && (isNamed(words, capitals)
            || (capitals < last && isLink(words.get(capitals)) && isNamed(words, capitals + 1))
            || (words.get(capitals).text().equals(".")
                && capitals > 0
                && isTitle(words.get(capitals - 1))))) {
      capitals--;
    }
    int from = capitals + 1;
    for (int i = last; i >= 0 && last - i < LONGEST; i--) {
      Word word = words.get(i);
      if (TellingWords.DETERMINERS.contains(word.norm()) && !word.norm().equals("that")) {
        if (i > 0 && LEADS.contains(words.get(i - 1).norm())) {
          return null;
        }
        if (from > i && from <= last && TIMES.contains(words.get(from - 1).norm())) {
          // "the first time Mr Lund"
          return new Phrase(from, end);
        }
        Phrase whole = at(words, i);
        if (whole != null && (whole.to >= end || i >= from - 1)) {
          return new Phrase(i, end);
        }
        break;
      }
      if (!word.isWord() && !word.text().equals(".")) {
        break;
      }
    }
    while (from < last && TellingWords.MONTHS.contains(words.get(from).norm())) {
      from++;
    }
    while (from <= last && !isNamed(words, from)) {
      from++;
    }
    boolean led = from > 0 && LEADS.contains(words.get(from - 1).norm());
    return from <= last && !led ? new Phrase(from, end) : null;
  }

  private static boolean nounFollows(List<Word> words, int i) {
    return i + 1 < words.size()
        && words.get(i + 1).isWord()
        && !TellingWords.ENDS.contains(bare(words.get(i + 1).norm()))
        && !TellingWords.DETERMINERS.contains(words.get(i + 1).norm());
  }

  private static boolean isTitle(Word word) {
    return word.isCapital() && word.text().length() <= 3;
  }

  private static boolean isNamed(List<Word> words, int i) {
    return words.get(i).isWord()
        && words.get(i).isCapital()
        && !TellingWords.ENDS.contains(bare(words.get(i).norm()));
  }

  private static boolean isLink(Word word) {
    return word.norm().equals("of") || word.norm().equals("for") || word.norm().equals("de");
  }
}
