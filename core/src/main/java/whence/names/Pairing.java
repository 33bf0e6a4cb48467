package whence.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Which word of one name answers to which of the other: the nearest first, each word once.
///
/// @param pairs in the order of the first name's words
/// @param alone words of either name that nothing in the other answers to
/// @param joined how many words are written apart in one and together in the other
record Pairing(List<Pair> pairs, List<Word> alone, int joined) {

  /// How a pair was found to be one.
  enum Tie {
    LETTERS,
    /// Two forms of one given name.
    GIVEN,
    INITIAL,
    /// Two numbers.
    NUMBERS
  }

  /// @param onePlace which word of its name, from 0
  /// @param cost in letters, near sounds counting in part
  record Pair(Word one, int onePlace, Word other, int otherPlace, double cost, Tie tie) {
    int length() {
      return Math.max(one.length(), other.length());
    }

    /// Whether neither is an initial.
    boolean isOfWords() {
      return Math.min(one.length(), other.length()) > 1;
    }

    /// 0 for the same word, 1 for nothing in common.
    double ratio() {
      return cost / Math.max(length(), 1);
    }
  }

  private static final int LONGEST_RUN = 5;

  static Pairing of(ReadName one, ReadName other, NameKind kind) {
    List<Word> left = new ArrayList<>(one.words());
    List<Word> right = new ArrayList<>(other.words());
    boolean scripts = one.other() != other.other();
    parted(left, right, other.forms());
    parted(right, left, one.forms());
    int joined = join(left, right, scripts) + join(right, left, scripts);
    small(left, right);
    small(right, left);
    abbreviate(left, right);
    abbreviate(right, left);
    left = telling(left, kind);
    right = telling(right, kind);
    List<Pair> pairs = pair(left, right, kind, scripts);
    List<Word> alone = new ArrayList<>(others(left, pairs.stream().map(Pair::onePlace).toList()));
    alone.addAll(others(right, pairs.stream().map(Pair::otherPlace).toList()));
    return new Pairing(pairs, List.copyOf(alone), joined);
  }

  /// Parts a word of `words` from the legal form that stuck to it, where the other name has both.
  private static void parted(List<Word> words, List<Word> others, Set<String> forms) {
    words.replaceAll(word ->
        others.stream()
            .filter(each -> forms.stream().anyMatch(form -> word.text().equals(each.text() + form)))
            .findFirst()
            .orElse(word));
  }

  /// A particle put last is a particle where the other name has it as one.
  private static void small(List<Word> words, List<Word> others) {
    words.replaceAll(word ->
        others.stream()
            .filter(each -> each.role() == Word.Role.SMALL && each.text().equals(word.text()))
            .findFirst()
            .orElse(word));
  }

  /// Puts words of `apart` together where `whole` has them as one.
  private static int join(List<Word> apart, List<Word> whole, boolean scripts) {
    int joined = 0;
    for (Word word : whole) {
      if (word.length() < 4
          || apart.stream().anyMatch(each -> Edits.between(each.text(), word.text()) <= 1)) {
        continue;
      }
      int[] best = bestRun(apart, word, scripts);
      if (best[1] > 0) {
        Word together = apart.get(best[0]);
        for (int i = 1; i < best[1]; i++) {
          together = together.joined(apart.get(best[0] + i));
        }
        apart.subList(best[0], best[0] + best[1]).clear();
        apart.add(best[0], together);
        joined++;
      }
    }
    return joined;
  }

  /// Where the run nearest to `word` begins, and how many words it has; 0 for none near enough.
  private static int[] bestRun(List<Word> apart, Word word, boolean scripts) {
    int[] best = {0, 0};
    double least = Double.MAX_VALUE;
    for (int at = 0; at < apart.size(); at++) {
      Word together = apart.get(at);
      for (int length = 2; length <= LONGEST_RUN && at + length <= apart.size(); length++) {
        together = together.joined(apart.get(at + length - 1));
        if (together.length() > word.length() + 4) {
          break;
        }
        double cost =
            scripts
                ? Sound.between(together.sound(), word.sound())
                : Edits.between(together.text(), word.text());
        double most = scripts ? word.length() * 0.25 : word.length() >= 8 ? 1 : 0;
        if (cost > most && word.length() >= 6) {
          cost = Sound.between(together.sound(), word.sound());
          most = word.length() * 0.2;
        }
        if (cost <= most && cost < least) {
          least = cost;
          best = new int[] {at, length};
        }
      }
    }
    return best;
  }

  /// Puts the words that a word of the other name abbreviates in its place: `people s liberation
  /// army` for `pla`.
  private static void abbreviate(List<Word> full, List<Word> with) {
    for (Word word : with) {
      if (word.length() < 2
          || word.length() > 6
          || word.role() != Word.Role.NAME
          || full.stream().anyMatch(each -> each.text().equals(word.text()))) {
        continue;
      }
      for (int at = 0; at + 1 < full.size(); at++) {
        int end = spelled(word.text(), full, at);
        if (end > 0) {
          full.subList(at, end).clear();
          full.add(at, word);
          break;
        }
      }
    }
  }

  /// Where the words whose initials are `letters` end, linking words skipped; 0 where they are not.
  private static int spelled(String letters, List<Word> full, int from) {
    int at = from;
    for (int i = 0; i < letters.length(); i++) {
      while (i > 0
          && at < full.size()
          && full.get(at).role() == Word.Role.SMALL
          && full.get(at).text().charAt(0) != letters.charAt(i)) {
        at++;
      }
      if (at >= full.size()
          || full.get(at).length() < 2
          || full.get(at).text().charAt(0) != letters.charAt(i)) {
        return 0;
      }
      at++;
    }
    return at;
  }

  /// The words without the small ones, where enough are left to compare.
  private static List<Word> telling(List<Word> words, NameKind kind) {
    List<Word> telling = words.stream().filter(word -> word.role() != Word.Role.SMALL).toList();
    return telling.size() >= (kind == NameKind.PERSON ? 2 : 1) ? telling : List.copyOf(words);
  }

  private static List<Pair> pair(
      List<Word> left, List<Word> right, NameKind kind, boolean scripts) {
    List<Pair> possible = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        possible.add(compare(left.get(i), i, right.get(j), j, kind, scripts));
      }
    }
    // longer words first among equally near ones: an initial is met by whoever is left
    possible.sort(
        Comparator.comparingDouble((Pair pair) -> pair.tie() == Tie.INITIAL ? 0.5 : pair.ratio())
            .thenComparingInt(pair -> -pair.length())
            .thenComparingInt(pair -> Math.abs(pair.onePlace() - pair.otherPlace()))
            .thenComparing(pair -> pair.one().text())
            .thenComparing(pair -> pair.other().text())
            .thenComparingInt(pair -> pair.onePlace() + pair.otherPlace()));
    boolean[] leftTaken = new boolean[left.size()];
    boolean[] rightTaken = new boolean[right.size()];
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : possible) {
      if (!leftTaken[pair.onePlace()] && !rightTaken[pair.otherPlace()]) {
        leftTaken[pair.onePlace()] = true;
        rightTaken[pair.otherPlace()] = true;
        pairs.add(pair);
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::onePlace));
    return List.copyOf(pairs);
  }

  private static Pair compare(Word one, int i, Word other, int j, NameKind kind, boolean scripts) {
    int longer = Math.max(one.length(), other.length());
    boolean number = one.role() == Word.Role.NUMBER;
    if (one.text().equals(other.text())) {
      return new Pair(one, i, other, j, 0, number ? Tie.NUMBERS : Tie.LETTERS);
    }
    if (number || other.role() == Word.Role.NUMBER) {
      boolean both = number && other.role() == Word.Role.NUMBER;
      return new Pair(
          one, i, other, j, both ? longer / 2.0 : longer, both ? Tie.NUMBERS : Tie.LETTERS);
    }
    if (kind != NameKind.ORGANIZATION) {
      if (NameWords.isOneGivenName(one.text(), other.text())) {
        return new Pair(one, i, other, j, 0.5, Tie.GIVEN);
      }
      if (Math.min(one.length(), other.length()) == 1
          && one.text().charAt(0) == other.text().charAt(0)) {
        return new Pair(one, i, other, j, 0.5, Tie.INITIAL);
      }
    }
    double letters = Edits.between(one.text(), other.text());
    double sound = Sound.between(one.sound(), other.sound());
    double cost = scripts ? sound : (letters + 2 * sound) / 3;
    return new Pair(one, i, other, j, Math.min(letters, cost), Tie.LETTERS);
  }

  private static List<Word> others(List<Word> words, List<Integer> taken) {
    List<Word> others = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!taken.contains(i)) {
        others.add(words.get(i));
      }
    }
    return List.copyOf(others);
  }
}
