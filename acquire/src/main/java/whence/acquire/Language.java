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
  private static final int MOST_STRETCHES = 60;
  private static final int LEAST_LETTERS = 100;
  private static final int LEAST_WORDS = 12;
  private static final double ENGLISH_RATE = 0.16;
  private static final double LEAST_CONFIDENCE = 0.5;
  private static final double LEAST_OF_TEXT = 0.5;

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

  /// ISO 639-1 (639-3 where that has none), null where it cannot be told: too little text, or text
  /// that is mostly figures, codes or noise.
  @Nullable String of(String text) {
    List<String> stretches = stretches(text);
    Map<String, Integer> letters = new TreeMap<>();
    int all = 0;
    for (String stretch : stretches) {
      int count = letters(stretch);
      all += count;
      String language = ofStretch(stretch, count);
      if (language != null) {
        letters.merge(language, count, Integer::sum);
      }
    }
    if (all < LEAST_LETTERS) {
      return null;
    }
    String most = null;
    for (Map.Entry<String, Integer> each : letters.entrySet()) {
      if (most == null || each.getValue() > letters.getOrDefault(most, 0)) {
        most = each.getKey();
      }
    }
    int english = letters.getOrDefault("en", 0);
    if (most == null || most.equals("en") || letters.getOrDefault(most, 0) < all * LEAST_OF_TEXT) {
      // English counts wherever there is a fair share of it; another language only as the majority.
      return english > all / 4 ? "en" : null;
    }
    return most;
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

  private @Nullable String ofStretch(String stretch, int letters) {
    int words = 0;
    int english = 0;
    for (String word : stretch.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]++", -1)) {
      if (!word.isEmpty()) {
        words++;
        english += ENGLISH.contains(word) ? 1 : 0;
      }
    }
    if (english >= 4 && english >= words * ENGLISH_RATE) {
      return "en";
    }
    if (letters < LEAST_LETTERS || (words < LEAST_WORDS && isSpaced(stretch))) {
      return null;
    }
    var best = detector().predictLanguages(prose(stretch))[0];
    if (best.getConfidence() < LEAST_CONFIDENCE) {
      return null;
    }
    return TWO_LETTERS.getOrDefault(best.getLang(), best.getLang());
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
