package whence.read;

import java.util.List;
import java.util.Set;

/// The tokens of one sentence, for the time grammars to look around in.
record TimeTokens(String text, List<Token> tokens) {
  int size() {
    return tokens.size();
  }

  /// The word at `i`, empty outside the sentence.
  String at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).norm() : "";
  }

  boolean is(int i, Set<String> words) {
    return words.contains(at(i));
  }

  boolean isCapitalized(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isCapitalized(text);
  }

  /// Whether something is stuck to the front of token `i`: part of a number, a path, an identifier.
  boolean isStuck(int i) {
    int start = tokens.get(i).start();
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    boolean money = "#$£€".indexOf(before) >= 0;
    boolean joined =
        "-/._\u2013".indexOf(before) >= 0
            && !Line.isSpace(text.charAt(start - 2 < 0 ? 0 : start - 2));
    return money || joined;
  }

  boolean isPlainNumber(int i) {
    String norm = at(i);
    return !norm.isEmpty()
        && norm.length() <= 5
        && norm.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// A day of the month at `i` ("10", "10th"), 0 for none.
  int day(int i) {
    String norm = at(i);
    int digits = 0;
    while (digits < norm.length() && Token.isDigit(norm.charAt(digits))) {
      digits++;
    }
    String rest = norm.substring(digits);
    boolean plain =
        rest.isEmpty()
            || rest.equals("st")
            || rest.equals("nd")
            || rest.equals("rd")
            || rest.equals("th");
    if (digits == 0 || digits > 2 || !plain) {
      return 0;
    }
    int day = Integer.parseInt(norm.substring(0, digits));
    return day <= 31 ? day : 0;
  }

  /// A year of four digits at `i`, 0 for none.
  int year(int i) {
    if (!isPlainNumber(i) || at(i).length() != 4) {
      return 0;
    }
    int year = Integer.parseInt(at(i));
    return year >= 1000 && year <= 2100 ? year : 0;
  }

  /// A month at `i`, written with a capital; 0 for none.
  int month(int i) {
    return isCapitalized(i) ? TimeWords.month(at(i)) : 0;
  }
}
