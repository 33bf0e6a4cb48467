package whence.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import whence.model.WhenceException;

/// The language that most of a text is in.
///
/// A stretch of text in which English's own small words stand at their usual rate is English, which
/// holds through capitals, recognition errors and code names, where a detector trained on clean
/// prose does not. Only what has few of them is put to OpenNLP's detector.
final class Language {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int STRETCH = 800;
  private static final int MOST_STRETCHES = 40;
  private static final int LEAST_LETTERS = 100;
  private static final int LEAST_WORDS = 12;
  private static final double ENGLISH_RATE = 0.16;
  private static final double LEAST_CONFIDENCE = 0.5;
  private static final int SHORT = 400;
  private static final double LEAST_SHORT = 0.15;
  private static final double LEAST_AHEAD = 0.4;
  private static final double AHEAD = 5;
  private static final double MAJORITY = 0.5;
  private static final double LEAST_ENGLISH = 0.2;
  private static final double LEAST_BESIDES = 0.3;

  /// Frequent in English, and not among the most frequent words of another language.
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "that", "is", "was", "for", "it", "with", "as", "his", "he",
          "be", "by", "not", "are", "this", "from", "have", "has", "had", "were", "been", "which",
          "their", "they", "there", "would", "will", "who", "but", "you", "your", "she", "her",
          "its", "or", "an", "at", "we", "if", "my", "our", "when", "what", "can", "could",
          "should", "about", "said", "any", "these", "than", "into", "him", "them", "out", "did",
          "do");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private @Nullable LanguageDetectorME detector;

  /// @param main ISO 639-1 (639-3 where that has none), null where it cannot be told: too little
  ///   text, or text that is mostly figures, codes or noise
  /// @param besides another language in which a good part of an English text is, or null
  record Verdict(@Nullable String main, @Nullable String besides) {}

  /// English wherever a fair share of the text is; another language only where it is the majority.
  Verdict of(String text) {
    Map<String, Integer> letters = new TreeMap<>();
    List<String> rest = new ArrayList<>();
    int all = 0;
    int english = 0;
    for (String stretch : stretches(text)) {
      int count = letters(stretch);
      all += count;
      if (isEnglish(stretch)) {
        english += count;
      } else {
        rest.add(stretch);
      }
    }
    boolean mostlyEnglish = english > all * (1 - LEAST_BESIDES);
    if (all < LEAST_LETTERS || mostlyEnglish) {
      return new Verdict(mostlyEnglish && english > 0 ? "en" : null, null);
    }
    for (String stretch : rest) {
      String language = detect(stretch);
      if (language != null) {
        letters.merge(language, letters(stretch), Integer::sum);
      }
    }
    english += letters.getOrDefault("en", 0);
    letters.remove("en");
    String other = null;
    for (String each : letters.keySet()) {
      if (other == null || letters.getOrDefault(each, 0) > letters.getOrDefault(other, 0)) {
        other = each;
      }
    }
    int otherLetters = other == null ? 0 : letters.getOrDefault(other, 0);
    if (english > all * LEAST_ENGLISH) {
      return new Verdict("en", otherLetters > all * LEAST_BESIDES ? other : null);
    }
    return new Verdict(otherLetters > all * MAJORITY ? other : null, null);
  }

  /// Evenly spread over the text, cut at white space.
  private static List<String> stretches(String text) {
    List<String> stretches = new ArrayList<>();
    int count = Math.min(MOST_STRETCHES, Math.max(1, text.length() / STRETCH));
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) text.length() * i / count);
      int to = Math.min(text.length(), count == 1 ? text.length() : from + STRETCH);
      while (from > 0 && from < to && !Character.isWhitespace(text.charAt(from - 1))) {
        from++;
      }
      stretches.add(text.substring(from, Math.min(to, from + 2 * STRETCH)));
    }
    return stretches;
  }

  private static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetter).count();
  }

  private static boolean isEnglish(String stretch) {
    int words = 0;
    int english = 0;
    for (String word : words(stretch)) {
      if (!word.isEmpty()) {
        words++;
        english += ENGLISH.contains(word) ? 1 : 0;
      }
    }
    return english >= 4 && english >= words * ENGLISH_RATE;
  }

  private static String[] words(String stretch) {
    return stretch.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]++", -1);
  }

  private @Nullable String detect(String stretch) {
    if (letters(stretch) < LEAST_LETTERS
        || (words(stretch).length < LEAST_WORDS && isSpaced(stretch))) {
      return null;
    }
    var ranked = detector().predictLanguages(prose(stretch));
    double best = ranked[0].getConfidence();
    // The detector's confidence grows with the text, so being far ahead counts too.
    double least = letters(stretch) < SHORT ? LEAST_SHORT : LEAST_AHEAD;
    boolean farAhead = best >= least && best >= AHEAD * ranked[1].getConfidence();
    return best >= LEAST_CONFIDENCE || farAhead
        ? TWO_LETTERS.getOrDefault(ranked[0].getLang(), ranked[0].getLang())
        : null;
  }

  /// False for scripts that are written without spaces between words.
  private static boolean isSpaced(String text) {
    return text.codePoints()
        .noneMatch(c ->
            switch (Character.UnicodeScript.of(c)) {
              case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
              default -> false;
            });
  }

  /// Capitals and figures mislead a detector trained on prose.
  private static String prose(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}'’ ]++", " ");
  }

  private LanguageDetectorME detector() {
    LanguageDetectorME now = detector;
    if (now == null) {
      try (InputStream in = Language.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new WhenceException("the language detector's model is missing from the class path");
        }
        now = new LanguageDetectorME(new LanguageDetectorModel(in));
        detector = now;
      } catch (IOException e) {
        throw new WhenceException("the language detector's model cannot be read", e);
      }
    }
    return now;
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      String three = Locale.of(code).getISO3Language();
      if (code.length() == 2 && !three.isEmpty()) {
        codes.put(three, code);
      }
    }
    // The detector names some macrolanguages by their main member.
    codes.putAll(
        Map.of(
            "cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "nob", "no", "arb", "ar", "zlm",
            "ms", "swh", "sw", "plt", "mg", "khk", "mn"));
    return codes;
  }
}
