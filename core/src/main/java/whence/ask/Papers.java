package whence.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.TimeExpression;

/// Which documents of the case "the note of 4 May from Dr Lund" may be: by reference, date, author
/// and words.
final class Papers {
  private static final int HEAD = 400;
  private static final int ENOUGH = 3;
  private static final int CROWD = 200;

  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,10}[/-][A-Z0-9/-]{2,20}\\d\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,30}");
  private static final Set<String> COMMON =
      TellingWords.words("that this with from have been were they their there which about would");

  /// What is known of a document as a paper.
  private record Sheet(Document document, Set<String> words, Set<String> days, Set<String> codes) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, List<Integer>> byKey = new HashMap<>();

  void add(Reading reading) {
    Document document = reading.document();
    String text = reading.text().characters();
    String head =
        Objects.requireNonNullElse(document.title(), "")
            + "\n"
            + text.substring(0, Math.min(HEAD, text.length()));
    Set<String> days = new HashSet<>();
    if (document.date() != null && document.date().value() != null) {
      days.add(day(document.date().value()));
    }
    for (TimeExpression time : reading.times()) {
      if (time.time().start() != null
          && time.time().start() < HEAD
          && time.time().value() != null) {
        days.add(day(time.time().value()));
      }
    }
    days.removeIf(day -> day.length() != 10);
    Sheet sheet = new Sheet(document, words(head), days, codes(head));
    int number = sheets.size();
    sheets.add(sheet);
    Set<String> keys = new HashSet<>(sheet.codes());
    for (String day : days) {
      keys.add(day);
      keys.add(day.substring(0, 7));
    }
    keys.addAll(words(Objects.requireNonNullElse(document.title(), "")));
    keys.forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(number));
  }

  /// The one document that a description fits best, well enough and better than any other; empty
  /// where there is none.
  ///
  /// @param words the phrase for the paper
  /// @param around the sentences that speak of it
  /// @param times ISO 8601, of those sentences
  /// @param from the document that speaks of it
  List<Document> find(String words, String around, Set<String> times, Sha256 from) {
    Set<String> keys = new HashSet<>(codes(around));
    for (String time : times) {
      String day = day(time);
      if (day.length() >= 7) {
        keys.add(day);
      }
    }
    Set<String> phrase = words(words);
    Set<String> wanted = new HashSet<>(keys);
    wanted.addAll(phrase);
    Map<Integer, Integer> scores = new TreeMap<>();
    for (String key : wanted) {
      List<Integer> candidates = byKey.getOrDefault(key, List.of());
      if (candidates.size() <= CROWD) {
        candidates.forEach(each -> scores.put(each, 0));
      }
    }
    String said = around.toLowerCase(Locale.ROOT);
    int best = 0;
    List<Document> found = new ArrayList<>();
    for (int number : scores.keySet()) {
      Sheet sheet = sheets.get(number);
      if (sheet.document().sha256().equals(from)) {
        continue;
      }
      int score = score(sheet, keys, phrase, said);
      if (score > best) {
        best = score;
        found.clear();
      }
      if (score == best) {
        found.add(sheet.document());
      }
    }
    boolean one = found.stream().map(Papers::outermost).distinct().count() == 1;
    return best >= ENOUGH && one ? List.copyOf(found) : List.of();
  }

  /// A mail and its attachments are one.
  private static String outermost(Document document) {
    int at = document.path().lastIndexOf("!/");
    return at < 0 ? document.path() : document.path().substring(0, at);
  }

  private static int score(Sheet sheet, Set<String> keys, Set<String> phrase, String said) {
    int score = 0;
    boolean day = false;
    boolean month = false;
    for (String each : sheet.days()) {
      day = day || keys.contains(each);
      month = month || keys.contains(each.substring(0, 7));
    }
    score += day ? 2 : month ? 1 : 0;
    if (sheet.codes().stream().anyMatch(keys::contains)) {
      score += ENOUGH;
    }
    String surname = surname(sheet.document().author());
    if (surname != null && said.contains(surname)) {
      score += 2;
    }
    for (String word : phrase) {
      score += sheet.words().contains(word) ? 1 : 0;
    }
    return score;
  }

  private static @Nullable String surname(@Nullable String author) {
    if (author == null || author.isBlank()) {
      return null;
    }
    String plain = author.strip().toLowerCase(Locale.ROOT);
    String last = plain.substring(plain.lastIndexOf(' ') + 1);
    return last.length() > 2 ? last : null;
  }

  private static String day(String value) {
    return value.length() > 10 ? value.substring(0, 10) : value;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    words.removeAll(COMMON);
    return words;
  }

  private static Set<String> codes(String text) {
    Set<String> codes = new HashSet<>();
    Matcher matcher = CODE.matcher(text);
    while (matcher.find()) {
      codes.add(matcher.group());
    }
    return codes;
  }
}
