package whence.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bench.ClaimPairs.Label;
import whence.bench.ClaimPairs.Pair;
import whence.model.Mention;

/// Sentences changed so that they say something else, or so that they do not.
final class ClaimChanges {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.,])(?:[1-9]\\d{0,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
              + "(?![\\w]|[.,]\\d)");
  private static final List<String> NUMBER_WORDS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "twelve", "thirty");
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|June|"
              + "July|August|September|October|November|December|19\\d\\d|20[01]\\d)\\b");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> MONTHS =
      List.of("January", "February", "June", "August", "September", "October", "November");
  private static final Pattern AUXILIARY =
      Pattern.compile(
          "\\b(is|are|was|were|has|have|had|will|can|could|would)\\b(?! not| never|n't)");
  private static final Pattern NOT = Pattern.compile("\\b(not|never) |n't\\b");
  private static final Pattern PLAIN = Pattern.compile("\\b[a-z]{4,}(?:ed|ing|s)\\b");
  private static final Pattern LIGHT =
      Pattern.compile(
          "\\b(?:also|just|very|reportedly|now|still|then|recently|the|that|already|even) ");

  /// Words that stand for one another in news.
  private static final Map<String, String> LIKE =
      Map.ofEntries(
          Map.entry("killed", "slain"),
          Map.entry("shot", "gunned down"),
          Map.entry("arrested", "detained"),
          Map.entry("said", "stated"),
          Map.entry("announced", "made public"),
          Map.entry("died", "passed away"),
          Map.entry("bought", "purchased"),
          Map.entry("acquire", "take over"),
          Map.entry("attack", "assault"),
          Map.entry("began", "started"),
          Map.entry("injured", "hurt"),
          Map.entry("fired", "dismissed"),
          Map.entry("named", "appointed"),
          Map.entry("company", "firm"),
          Map.entry("show", "demonstrate"),
          Map.entry("warming", "heating"),
          Map.entry("increase", "rise"),
          Map.entry("caused", "brought about"),
          Map.entry("rising", "going up"),
          Map.entry("children", "kids"),
          Map.entry("police", "officers"),
          Map.entry("released", "set free"),
          Map.entry("says", "claims"),
          Map.entry("charged", "accused"));

  private final Random random;
  private final List<Mention> names = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  /// @param texts what names and words are taken from
  ClaimChanges(List<String> texts, ClaimTexts read, long seed) {
    this.random = new Random(seed);
    Set<String> seen = new LinkedHashSet<>();
    for (String text : texts) {
      for (Mention mention : read.mentions(text)) {
        String written = text.substring(mention.start(), mention.end());
        if (Character.isUpperCase(written.charAt(0)) && seen.add(written)) {
          names.add(new Mention(written, mention.kind(), 0, 0));
        }
      }
      Matcher word = PLAIN.matcher(text);
      while (word.find()) {
        words.add(word.group());
      }
    }
  }

  /// What can be made of a text, one of a kind.
  List<Pair> of(String text, String group, ClaimTexts read) {
    List<Pair> pairs = new ArrayList<>();
    List<Mention> mentions =
        read.mentions(text).stream()
            .filter(mention -> Character.isUpperCase(text.charAt(mention.start())))
            .toList();
    if (!mentions.isEmpty()) {
      Mention old = mentions.get(random.nextInt(mentions.size()));
      String written = text.substring(old.start(), old.end());
      List<Mention> others =
          names.stream()
              .filter(name -> name.kind() == old.kind() && !shareWord(name.name(), written))
              .toList();
      if (!others.isEmpty()) {
        String other = others.get(random.nextInt(others.size())).name();
        add(pairs, "name", group, text, text.replace(written, other), Label.DIFFERENT);
      }
    }
    if (mentions.size() >= 2) {
      Mention one = mentions.getFirst();
      Mention other = mentions.get(1);
      String first = text.substring(one.start(), one.end());
      String second = text.substring(other.start(), other.end());
      if (one.kind() == other.kind() && one.end() < other.start() && !shareWord(first, second)) {
        add(
            pairs,
            "swapped",
            group,
            text,
            text.substring(0, one.start())
                + second
                + text.substring(one.end(), other.start())
                + first
                + text.substring(other.end()),
            Label.DIFFERENT);
      }
    }
    replace(pairs, "number", group, text, NUMBER, this::otherNumber);
    replace(pairs, "date", group, text, DAY, this::otherDay);
    replace(pairs, "word", group, text, PLAIN, this::otherWord);
    Matcher not = NOT.matcher(text);
    Matcher auxiliary = AUXILIARY.matcher(text);
    if (not.find()) {
      add(pairs, "negated", group, text, not.replaceFirst(""), Label.CONTRARY);
    } else if (auxiliary.find()) {
      add(pairs, "negated", group, text, auxiliary.replaceFirst("$1 not"), Label.CONTRARY);
    }
    String kept = text;
    for (Map.Entry<String, String> like :
        LIKE.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      kept = kept.replaceAll("\\b" + like.getKey() + "\\b", like.getValue());
    }
    kept = LIGHT.matcher(kept).replaceFirst("");
    add(pairs, "kept", group, text, kept, Label.SAME);
    return pairs;
  }

  private static void add(
      List<Pair> pairs, String kind, String group, String text, String changed, Label label) {
    if (!changed.equals(text)) {
      pairs.add(new Pair("changed: " + kind, group, text, changed, label));
    }
  }

  private static void replace(
      List<Pair> pairs,
      String kind,
      String group,
      String text,
      Pattern what,
      java.util.function.UnaryOperator<String> by) {
    Matcher found = what.matcher(text);
    if (found.find()) {
      String changed =
          text.substring(0, found.start()) + by.apply(found.group()) + text.substring(found.end());
      add(pairs, kind, group, text, changed, Label.DIFFERENT);
    }
  }

  private static boolean shareWord(String one, String other) {
    Set<String> words = new LinkedHashSet<>(List.of(one.toLowerCase(Locale.ROOT).split("\\W+")));
    words.retainAll(List.of(other.toLowerCase(Locale.ROOT).split("\\W+")));
    return !words.isEmpty();
  }

  private String otherNumber(String old) {
    if (Character.isDigit(old.charAt(0))) {
      int value = Integer.parseInt(old);
      return Integer.toString(value + 1 + random.nextInt(Math.max(3, value)));
    }
    return other(old, NUMBER_WORDS);
  }

  private String otherDay(String old) {
    if (Character.isDigit(old.charAt(0))) {
      return Integer.toString(Integer.parseInt(old) - 1 - random.nextInt(5));
    }
    return other(old, DAYS.contains(old) ? DAYS : MONTHS);
  }

  private String otherWord(String old) {
    String ending = old.endsWith("ing") ? "ing" : old.substring(old.length() - 1);
    return other(old, words.stream().filter(word -> word.endsWith(ending)).toList());
  }

  private String other(String old, List<String> from) {
    List<String> others = from.stream().filter(each -> !each.equals(old)).toList();
    return others.isEmpty() ? old : others.get(random.nextInt(others.size()));
  }
}
