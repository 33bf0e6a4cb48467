package whence.names;

import java.util.List;
import java.util.Map;

/// How a name sounds, as far as its Latin letters tell, so that the ways it is written in Latin
/// letters (Wolodymyr, Volodymyr; Usama, Osama; Hsi, Xi) come near each other.
final class Sound {
  private record Spelling(String letters, String sound) {}

  /// The longer first; what is not here sounds as written.
  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling("shch", "S"),
          new Spelling("tsch", "C"),
          new Spelling("sch", "S"),
          new Spelling("dzh", "J"),
          new Spelling("tch", "C"),
          new Spelling("sh", "S"),
          new Spelling("ch", "C"),
          new Spelling("zh", "J"),
          new Spelling("dj", "J"),
          new Spelling("hs", "S"),
          new Spelling("kh", "h"),
          new Spelling("gh", "g"),
          new Spelling("ph", "f"),
          new Spelling("th", "t"),
          new Spelling("dh", "d"),
          new Spelling("tz", "Z"),
          new Spelling("ts", "Z"),
          new Spelling("ck", "k"),
          new Spelling("qu", "kv"),
          new Spelling("ks", "ks"),
          new Spelling("ae", "e"),
          new Spelling("oe", "o"),
          new Spelling("ue", "u"),
          new Spelling("ou", "u"),
          new Spelling("oo", "u"),
          new Spelling("ee", "i"),
          new Spelling("q", "k"),
          new Spelling("x", "S"),
          new Spelling("w", "v"),
          new Spelling("y", "i"),
          new Spelling("j", "J"));

  private static final String VOWELS = "aeiou";

  /// Sounds that one language's letters keep apart and another's do not.
  private static final Map<Character, String> NEAR =
      Map.ofEntries(
          Map.entry('b', "pv"),
          Map.entry('p', "bf"),
          Map.entry('d', "t"),
          Map.entry('t', "dZ"),
          Map.entry('g', "khJ"),
          Map.entry('k', "gCh"),
          Map.entry('s', "zSZ"),
          Map.entry('z', "sJZ"),
          Map.entry('S', "sCJ"),
          Map.entry('C', "SJkZ"),
          Map.entry('J', "CSzgi"),
          Map.entry('Z', "szCtJ"),
          Map.entry('h', "gk"),
          Map.entry('v', "bfu"),
          Map.entry('f', "vp"),
          Map.entry('c', "ksZC"),
          Map.entry('i', "J"),
          Map.entry('u', "v"),
          Map.entry('m', "n"),
          Map.entry('n', "m"),
          Map.entry('l', "r"),
          Map.entry('r', "l"));

  private Sound() {}

  static String of(String word) {
    StringBuilder sound = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      String next = null;
      for (Spelling spelling : SPELLINGS) {
        if (word.startsWith(spelling.letters(), at)) {
          next = spelling.sound();
          at += spelling.letters().length();
          break;
        }
      }
      if (next == null) {
        char letter = word.charAt(at++);
        boolean soft = letter == 'c' && at < word.length() && "eiy".indexOf(word.charAt(at)) >= 0;
        next = letter != 'c' ? String.valueOf(letter) : soft ? "s" : "k";
      }
      for (int i = 0; i < next.length(); i++) {
        if (sound.isEmpty() || sound.charAt(sound.length() - 1) != next.charAt(i)) {
          sound.append(next.charAt(i));
        }
      }
    }
    return sound.toString();
  }

  /// How far two sounds are apart, in letters: vowels and near sounds count in part.
  static double between(String one, String other) {
    double[] last = new double[other.length() + 1];
    double[] row = new double[other.length() + 1];
    for (int j = 1; j <= other.length(); j++) {
      last[j] = last[j - 1] + alone(other, j - 1);
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = last[0] + alone(one, i - 1);
      for (int j = 1; j <= other.length(); j++) {
        row[j] =
            Math.min(
                last[j - 1] + apart(one.charAt(i - 1), other.charAt(j - 1)),
                Math.min(last[j] + alone(one, i - 1), row[j - 1] + alone(other, j - 1)));
      }
      double[] free = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }

  private static double alone(String sound, int at) {
    char letter = sound.charAt(at);
    return isVowel(letter) ? 0.4 : letter == 'h' ? 0.3 : 1;
  }

  private static double apart(char one, char other) {
    if (one == other) {
      return 0;
    }
    if (isVowel(one) && isVowel(other)) {
      return 0.3;
    }
    return NEAR.getOrDefault(one, "").indexOf(other) >= 0
            || NEAR.getOrDefault(other, "").indexOf(one) >= 0
        ? 0.4
        : 1;
  }

  private static boolean isVowel(char letter) {
    return VOWELS.indexOf(letter) >= 0;
  }
}
