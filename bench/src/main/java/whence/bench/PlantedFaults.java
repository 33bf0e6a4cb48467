package whence.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.ask.check.Fault;
import whence.model.Link;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Statement;

/// An article with mechanical faults planted in some of its sentences, one a sentence.
///
/// @param characters the article with its faults
/// @param planted in order of their place
record PlantedFaults(String characters, List<Planted> planted) {
  private static final int EACH_KIND = 2;
  private static final int FEWEST_WORDS = 5;
  private static final Pattern QUOTED = Pattern.compile("[“\"]([^“”\"\\n]{20,400})[”\"]");
  private static final Pattern LONG_WORD = Pattern.compile("(?<![\\w’'-])[a-z]{6,}(?![\\w’'-])");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\w.,:$-]|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.?|Sept\\.|Oct\\.|Nov\\.|Dec\\.) )(?!(?:19|20)\\d\\d\\b)(\\d{1,3}(?:,\\d{3})*)(?![\\p{L}\\w:,⁄-]|\\.\\d| [ap]\\.?m)");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b((?:January|February|March|April|June|July|August|September|October|November|December"
              + "|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) )(\\d{1,2})\\b(?!,? ?\\d{3})");
  private static final Pattern YEAR = Pattern.compile("\\b(in )((?:19|20)\\d\\d)\\b");
  private static final List<String> WEEK =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final Pattern WEEKDAY =
      Pattern.compile("\\bon (" + String.join("|", WEEK) + ")\\b");
  private static final Pattern MAY =
      Pattern.compile(
          "\\b(?:may|might|could) (have been|have|be)\\b|\\b(?:allegedly|reportedly|likely|probably|possibly|perhaps) ");
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(is|are|was|were|has|have|had|will|would|did|does|do|could|should)(?: not|n[’']t)\\b");
  private static final Pattern IS =
      Pattern.compile("\\b(is|are|was|were|has|have|had|will|should)\\b(?! not|n[’'])");

  PlantedFaults {
    planted = List.copyOf(planted);
  }

  /// @param place of the sentence in the faulty text
  /// @param names that are right for it
  record Planted(String kind, Span place, Set<Fault> names) {}

  /// What can be planted.
  private enum Kind {
    QUOTED_WORD("a quoted word changed", Fault.MISQUOTED),
    MERGED("two people's quotes run together", Fault.MERGED_SPEAKERS),
    SPEAKER("another source's name", Fault.MISATTRIBUTED),
    NUMBER("a number changed", Fault.NUMBER),
    DAY("a day changed", Fault.DATE),
    YEAR("a year changed", Fault.DATE),
    WEEKDAY("a weekday changed", Fault.DATE),
    NAME("a name misspelt", Fault.NAME),
    MAY("a hedge removed", Fault.STRENGTHENED),
    NOT("a negation removed", Fault.STRENGTHENED),
    TURNED("a negation put in", Fault.STRENGTHENED);

    private final String says;
    private final Fault name;

    Kind(String says, Fault name) {
      this.says = says;
      this.name = name;
    }

    Set<Fault> names() {
      // two people's words in one pair of marks are also nobody's words
      return this == MERGED ? Set.of(name, Fault.MISQUOTED) : Set.of(name);
    }
  }

  /// So many articles of an archive, drawn.
  static List<Articles.Article> draw(Path archive, int many, long seed) throws IOException {
    List<Articles.Article> all = new ArrayList<>();
    Archive.texts(archive).forEach((name, text) -> all.add(new Articles.Article(name, text)));
    all.sort(Comparator.comparing(Articles.Article::name));
    Collections.shuffle(all, new Random(seed));
    return all.subList(0, Math.min(many, all.size()));
  }

  /// @param reading of the article as it is
  static PlantedFaults in(Articles.Article article, Reading reading, long seed) {
    Random random = new Random(seed * 31 + article.name().hashCode());
    List<Span> sentences = new ArrayList<>(article.sentences());
    Map<Span, String> changed = new HashMap<>();
    Map<Span, Kind> kinds = new HashMap<>();
    Map<Kind, Integer> many = new EnumMap<>(Kind.class);
    List<Span> order = new ArrayList<>(sentences);
    Collections.shuffle(order, random);
    // the rarer ones first, or the commoner take their sentences
    for (Kind kind : Kind.values()) {
      for (Span sentence : order) {
        if (many.getOrDefault(kind, 0) < EACH_KIND && !kinds.containsKey(sentence)) {
          change(kind, article.characters(), sentence, reading, random)
              .filter(text -> !text.equals(sentence.of(article.characters())))
              .ifPresent(text -> {
                changed.put(sentence, text);
                kinds.put(sentence, kind);
                many.merge(kind, 1, Integer::sum);
              });
        }
      }
    }
    StringBuilder faulty = new StringBuilder();
    List<Planted> planted = new ArrayList<>();
    int from = 0;
    sentences.sort(Comparator.naturalOrder());
    for (Span sentence : sentences) {
      String text = changed.get(sentence);
      Kind kind = kinds.get(sentence);
      if (text != null && kind != null) {
        faulty.append(article.characters(), from, sentence.start());
        Span place = new Span(faulty.length(), faulty.length() + text.length());
        faulty.append(text);
        planted.add(new Planted(kind.says, place, kind.names()));
        from = sentence.end();
      }
    }
    faulty.append(article.characters(), from, article.characters().length());
    return new PlantedFaults(faulty.toString(), planted);
  }

  private static Optional<String> change(
      Kind kind, String article, Span sentence, Reading reading, Random random) {
    String text = sentence.of(article);
    if (text.split(" ").length < FEWEST_WORDS || text.endsWith("?")) {
      return Optional.empty();
    }
    return switch (kind) {
      case QUOTED_WORD -> quotedWord(article, text, random);
      case MERGED -> merged(article, sentence, reading);
      case SPEAKER -> speaker(article, sentence, reading, random);
      case NUMBER -> outside(text, NUMBER, 1).map(at -> put(text, at, number(at.of(text), random)));
      case DAY -> outside(text, MONTH_DAY, 2).map(at -> put(text, at, day(at.of(text), random)));
      case YEAR ->
          outside(text, YEAR, 2)
              .map(at ->
                  put(
                      text,
                      at,
                      String.valueOf(Integer.parseInt(at.of(text)) - 1 - random.nextInt(3))));
      case WEEKDAY ->
          outside(text, WEEKDAY, 1)
              .map(at ->
                  put(
                      text,
                      at,
                      WEEK.get((WEEK.indexOf(at.of(text)) + 1 + random.nextInt(6)) % WEEK.size())));
      case NAME -> name(article, sentence, reading);
      case MAY -> outside(text, MAY, 0).map(at -> put(text, at, unhedged(at.of(text))));
      case NOT ->
          outside(text, NOT, 0)
              .map(at -> put(text, at, at.of(text).replaceAll("(?: not|n[’']t)$", "")));
      case TURNED -> outside(text, IS, 0).map(at -> put(text, at, at.of(text) + " not"));
    };
  }

  private static Optional<String> quotedWord(String article, String text, Random random) {
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.find()) {
      return Optional.empty();
    }
    List<Span> words = new ArrayList<>();
    Matcher word = LONG_WORD.matcher(text).region(quoted.start(1), quoted.end(1));
    while (word.find()) {
      words.add(new Span(word.start(), word.end()));
    }
    List<String> others = new ArrayList<>();
    Matcher other = LONG_WORD.matcher(article);
    while (other.find()) {
      others.add(other.group());
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            put(
                text,
                words.get(random.nextInt(words.size())),
                others.get(random.nextInt(others.size()))));
  }

  /// Behind one person's quoted words another's, within the same marks.
  private static Optional<String> merged(String article, Span sentence, Reading reading) {
    String text = sentence.of(article);
    Matcher quoted = QUOTED.matcher(text);
    String own = speaker(reading, sentence);
    if (!quoted.find() || own.isEmpty()) {
      return Optional.empty();
    }
    Matcher other = QUOTED.matcher(article);
    while (other.find()) {
      String whose = speaker(reading, new Span(other.start(1), other.end(1)));
      if (!whose.isEmpty()
          && !last(whose).equals(last(own))
          && (other.end() <= sentence.start() || other.start() >= sentence.end())) {
        String mine = quoted.group(1).replaceAll("[,.]$", "");
        return Optional.of(
            put(text, new Span(quoted.start(1), quoted.end(1)), mine + ". " + other.group(1)));
      }
    }
    return Optional.empty();
  }

  private static String speaker(Reading reading, Span place) {
    for (Statement statement : reading.statements()) {
      if (statement.content().stream()
          .anyMatch(passage -> new Span(passage.start(), passage.end()).overlaps(place))) {
        Link link = statement.innermost();
        if (link.kind() == SourceKind.PERSON && link.name() != null) {
          return link.name();
        }
      }
    }
    return "";
  }

  private static Optional<String> speaker(
      String article, Span sentence, Reading reading, Random random) {
    Set<String> names = new LinkedHashSet<>();
    Link here = null;
    for (Statement statement : reading.statements()) {
      Link link = statement.innermost();
      if (link.kind() == SourceKind.PERSON
          && link.name() != null
          && link.as() != null
          && link.name().contains(" ")
          && Character.isUpperCase(link.as().charAt(0))
          && link.as().length() > 4) {
        names.add(link.name());
        if (link.start() != null
            && sentence.start() <= link.start()
            && link.start() < sentence.end()) {
          here = link;
        }
      }
    }
    if (here == null || here.start() == null || here.end() == null || here.end() > sentence.end()) {
      return Optional.empty();
    }
    String own = last(String.valueOf(here.name()));
    String text = sentence.of(article);
    List<String> others =
        names.stream()
            .filter(name -> !last(name).equals(own) && !text.contains(last(name)))
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            put(
                text,
                new Span(here.start() - sentence.start(), here.end() - sentence.start()),
                others.get(random.nextInt(others.size()))));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /// A surname with two of its letters in each other's place.
  private static Optional<String> name(String article, Span sentence, Reading reading) {
    String text = sentence.of(article);
    for (Statement statement : reading.statements()) {
      String name = statement.innermost().name();
      if (name == null
          || statement.innermost().kind() != SourceKind.PERSON
          || !name.contains(" ")
          || last(name).length() < 5) {
        continue;
      }
      String surname = last(name);
      Matcher found = Pattern.compile("\\b" + Pattern.quote(surname) + "\\b").matcher(text);
      if (Character.isUpperCase(surname.charAt(0)) && found.find()) {
        char[] letters = surname.toCharArray();
        int at = 2;
        if (letters[at] == letters[at + 1]) {
          at = 1;
        }
        char swapped = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = swapped;
        String wrong = String.valueOf(letters);
        if (!article.contains(wrong)
            && outside(text, Pattern.compile(Pattern.quote(surname)), 0).isPresent()) {
          return outside(text, Pattern.compile(Pattern.quote(surname)), 0)
              .map(place -> put(text, place, wrong));
        }
      }
    }
    return Optional.empty();
  }

  private static String number(String written, Random random) {
    String digits = written.replace(",", "");
    int other = Integer.parseInt(digits) + 1 + random.nextInt(digits.length() == 1 ? 5 : 30);
    return written.contains(",") ? String.format(Locale.ROOT, "%,d", other) : String.valueOf(other);
  }

  private static String day(String written, Random random) {
    return String.valueOf(1 + (Integer.parseInt(written) + random.nextInt(25)) % 28);
  }

  private static String unhedged(String hedge) {
    if (hedge.endsWith("have been")) {
      return "was";
    }
    return hedge.endsWith(" have") ? "has" : hedge.endsWith(" be") ? "is" : "";
  }

  /// The first place of a pattern outside quotation marks.
  private static Optional<Span> outside(String text, Pattern pattern, int group) {
    StringBuilder blanked = new StringBuilder(text);
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = c == '“' || c == '”' || c == '"' || text.startsWith("''", i);
      quoted = c == '“' || (mark != quoted && c != '”');
      if (quoted) {
        blanked.setCharAt(i, '_');
      }
    }
    Matcher found = pattern.matcher(blanked);
    return found.find()
        ? Optional.of(new Span(found.start(group), found.end(group)))
        : Optional.empty();
  }

  private static String put(String text, Span place, String words) {
    return text.substring(0, place.start()) + words + text.substring(place.end());
  }
}
