package whence.ask.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Cuts text into words, with numbers, clock times and days recognised however they are written.
final class Words {
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>"
              + MONTH
              + ")\\b\\.?"
              + "|\\b(?<month2>"
              + MONTH
              + ")\\.?\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)"
              + "|(?<=\\b(?:in|since|until|by|of|last|next|this|early|late) )(?<month3>"
              + MONTH
              + ")\\b(?![’'\\p{L}])"
              + "|\\b(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)\\b"
              + "|\\b(?<clock>(?:[01]?\\d|2[0-3])(?::[0-5]\\d(?!\\d|:\\d)|\\.[0-5]\\d(?![.,]?\\d)))"
              + "|\\b(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?)"
              + "|(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:[’'‑-]\\p{L}[\\p{L}\\p{M}\\p{N}]*)*)");

  private static final Set<String> WEEK =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("thirteen", "13"),
          Map.entry("fourteen", "14"),
          Map.entry("fifteen", "15"),
          Map.entry("sixteen", "16"),
          Map.entry("seventeen", "17"),
          Map.entry("eighteen", "18"),
          Map.entry("nineteen", "19"),
          Map.entry("twenty", "20"),
          Map.entry("thirty", "30"),
          Map.entry("forty", "40"),
          Map.entry("fifty", "50"),
          Map.entry("sixty", "60"),
          Map.entry("seventy", "70"),
          Map.entry("eighty", "80"),
          Map.entry("ninety", "90"),
          Map.entry("hundred", "100"),
          Map.entry("thousand", "1000"),
          Map.entry("million", "1000000"));

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Set<String> COMMON =
      Set.of(
          "a",
          "about",
          "above",
          "after",
          "again",
          "all",
          "also",
          "an",
          "and",
          "any",
          "are",
          "as",
          "at",
          "be",
          "because",
          "been",
          "before",
          "being",
          "but",
          "by",
          "can",
          "could",
          "did",
          "do",
          "does",
          "for",
          "from",
          "had",
          "has",
          "have",
          "he",
          "her",
          "here",
          "him",
          "his",
          "how",
          "i",
          "if",
          "in",
          "into",
          "is",
          "it",
          "its",
          "itself",
          "me",
          "my",
          "no",
          "nor",
          "not",
          "of",
          "off",
          "on",
          "once",
          "one",
          "or",
          "our",
          "out",
          "over",
          "said",
          "say",
          "says",
          "she",
          "so",
          "some",
          "such",
          "than",
          "that",
          "the",
          "their",
          "them",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "to",
          "told",
          "too",
          "under",
          "up",
          "was",
          "we",
          "were",
          "what",
          "when",
          "where",
          "which",
          "while",
          "who",
          "whom",
          "will",
          "with",
          "would",
          "wrote",
          "you",
          "your",
          "mr",
          "ms",
          "mrs",
          "dr",
          "according",
          "asked",
          "added");

  private Words() {}

  static List<Word> of(String text, Span span) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text).region(span.start(), span.end());
    while (matcher.find()) {
      words.add(word(matcher));
    }
    return words;
  }

  private static Word word(Matcher found) {
    Span place = new Span(found.start(), found.end());
    String written = found.group();
    if (found.group("word") != null) {
      return ofLetters(written, place);
    }
    if (found.group("day") != null) {
      return new Word(
          Word.Kind.DAY, day(found.group("month"), found.group("day")), written, place, false);
    }
    if (found.group("month2") != null) {
      return new Word(
          Word.Kind.DAY, day(found.group("month2"), found.group("day2")), written, place, false);
    }
    String month = found.group("month3");
    if (month != null) {
      return new Word(Word.Kind.MONTH, day(month, "0"), written, place, false);
    }
    if (found.group("iso") != null) {
      return new Word(Word.Kind.DAY, written.substring(5), written, place, false);
    }
    if (found.group("clock") != null) {
      String clock = written.replace('.', ':');
      return new Word(
          Word.Kind.CLOCK, clock.length() == 4 ? "0" + clock : clock, written, place, false);
    }
    String digits = written.replace(",", "");
    boolean year = digits.matches("(?:19|20)\\d\\d") && !written.contains(",");
    return new Word(year ? Word.Kind.YEAR : Word.Kind.NUMBER, digits, written, place, false);
  }

  private static Word ofLetters(String written, Span place) {
    String folded = fold(written);
    String number = NUMBERS.get(folded);
    if (number != null) {
      return new Word(Word.Kind.NUMBER, number, written, place, false);
    }
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    if (capital && WEEK.contains(folded)) {
      return new Word(Word.Kind.WEEKDAY, folded.substring(0, 3), written, place, false);
    }
    return COMMON.contains(folded)
        ? new Word(Word.Kind.COMMON, folded, written, place, capital)
        : new Word(Word.Kind.WORD, stem(folded), written, place, capital);
  }

  private static String day(String month, String day) {
    int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    return String.format(Locale.ROOT, "%02d-%02d", number, Integer.parseInt(day));
  }

  /// In small letters, without accents, marks of the genitive and signs.
  static String fold(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replace('‑', '-');
    return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
  }

  /// A word without the commonest endings of English, so that *warned* meets *warns*.
  static String stem(String folded) {
    @Nullable String stem = null;
    for (String ending : List.of("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")) {
      if (folded.length() - ending.length() >= 3 && folded.endsWith(ending)) {
        stem = folded.substring(0, folded.length() - ending.length());
        break;
      }
    }
    if (stem == null) {
      stem = folded;
    }
    boolean doubled =
        stem.length() > 3
            && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
            && !stem.equals(folded);
    if (doubled) {
      stem = stem.substring(0, stem.length() - 1);
    }
    // *satisfied* meets *satisfy*
    return stem.length() > 3 && (stem.endsWith("e") || stem.endsWith("y") || stem.endsWith("i"))
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }
}
