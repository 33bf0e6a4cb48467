package whence.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Any script's letters as Latin letters without marks, in lower case; everything else stays.
final class Latin {
  /// Latin letters that no decomposition takes apart.
  private static final Map<Integer, String> WHOLE =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ŋ', "ng"),
          Map.entry((int) 'ə', "a"));

  /// In place of the vowel that the consonant before it carries.
  private static final char INSTEAD = '-';

  private static final Set<Character.UnicodeScript> QUIET =
      Set.of(
          Character.UnicodeScript.DEVANAGARI,
          Character.UnicodeScript.BENGALI,
          Character.UnicodeScript.GUJARATI,
          Character.UnicodeScript.GURMUKHI,
          Character.UnicodeScript.ORIYA,
          Character.UnicodeScript.KHMER);

  private static final Map<Integer, String> READINGS = readings();

  private Latin() {}

  private static Map<Integer, String> readings() {
    Map<Integer, String> readings = new HashMap<>(WHOLE);
    for (String line : Lines.of("readings.txt")) {
      int tab = line.indexOf('\t');
      String reading = line.substring(0, tab);
      line.substring(tab + 1).codePoints().forEach(letter -> readings.put(letter, reading));
    }
    return readings;
  }

  static String of(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder latin = new StringBuilder(text.length() + 8);
    int before = ' ';
    for (int letter : text.codePoints().toArray()) {
      if (!Character.isLetter(letter) && !isMark(letter)) {
        quiet(latin, before);
      }
      append(latin, letter);
      before = letter;
    }
    quiet(latin, before);
    return latin.toString();
  }

  /// Takes away the vowel of a word's last consonant in scripts that write it and do not speak it.
  private static void quiet(StringBuilder latin, int last) {
    int end = latin.length() - 1;
    if (Character.getType(last) == Character.OTHER_LETTER
        && QUIET.contains(Character.UnicodeScript.of(last))
        && end > 0
        && (latin.charAt(end) == 'a' || latin.charAt(end) == 'o')) {
      latin.setLength(end);
    }
  }

  /// Whether it is written in a script other than Latin.
  static boolean isOther(String name) {
    return name.codePoints()
        .anyMatch(letter ->
            Character.isLetter(letter)
                && switch (Character.UnicodeScript.of(letter)) {
                  case LATIN, COMMON, INHERITED -> false;
                  default -> true;
                });
  }

  private static void append(StringBuilder latin, int letter) {
    String reading = READINGS.get(letter);
    if (reading != null) {
      append(latin, reading);
      // a syllable of Han is a word of its own only in Latin letters, where names join them anyhow
      return;
    }
    if (letter < 0x80) {
      latin.appendCodePoint(letter);
      return;
    }
    String apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
    apart
        .codePoints()
        .forEach(part -> {
          String known = READINGS.get(part);
          if (known != null) {
            append(latin, known);
          } else if (!isMark(part)) {
            latin.appendCodePoint(part);
          }
        });
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          letter != '\t' && letter != '\n' && letter != '\r';
      default -> false;
    };
  }

  private static void append(StringBuilder latin, String reading) {
    int last = latin.length() - 1;
    if (reading.isEmpty() || reading.charAt(0) != INSTEAD) {
      latin.append(reading);
      return;
    }
    if (last >= 0 && (latin.charAt(last) == 'a' || latin.charAt(last) == 'o')) {
      latin.setLength(last);
    }
    latin.append(reading, 1, reading.length());
  }
}
