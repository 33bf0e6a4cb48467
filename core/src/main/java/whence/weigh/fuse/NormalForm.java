package whence.weigh.fuse;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is the same in two spellings of one value.
final class NormalForm {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("[’'ʼ`]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:[$€£¥]|[a-z]{3} )?\\s*([+-]?)(\\d{1,3}(?:[, ]\\d{3})+|\\d{1,30})(\\.\\d{1,30})?"
              + "\\s*(thousand|million|billion|[kmb]|bn)?\\s*(%|percent|per cent)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[t ]\\d{1,2}:.*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\\.?,? (\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /// Words that join the names of a list or say what somebody did, but name nobody.
  private static final Set<String> JOINING =
      Set.of("and", "by", "with", "et", "al", "etc", "ed", "eds", "edited", "editor", "editors");

  private NormalForm() {}

  static String plain(String value) {
    String composed = Normalizer.normalize(value, Normalizer.Form.NFKD);
    return MARKS.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT).strip();
  }

  /// A number without its way of being written: 1,500 and 1.5 thousand are one.
  static Optional<String> number(String plain) {
    // No number that anybody writes is longer, and the pattern need not look at what is.
    Matcher matcher = NUMBER.matcher(plain);
    if (plain.length() > 60 || !matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2).replaceAll("[, ]", "");
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    int shift =
        switch (matcher.group(4) == null ? "" : matcher.group(4)) {
          case "thousand", "k" -> 3;
          case "million", "m" -> 6;
          case "billion", "b", "bn" -> 9;
          default -> 0;
        };
    BigDecimal number =
        new BigDecimal(matcher.group(1) + digits + fraction)
            .scaleByPowerOfTen(shift)
            .stripTrailingZeros();
    return Optional.of(number.toPlainString() + (matcher.group(5) == null ? "" : "%"));
  }

  /// A day as ISO 8601. A day in figures only is read where the year comes first: which of 3/4 is
  /// the month, nobody can know.
  static Optional<String> date(String plain) {
    if (plain.length() > 60) {
      return Optional.empty();
    }
    Matcher year = YEAR_FIRST.matcher(plain);
    if (year.matches()) {
      return day(year.group(1), Integer.parseInt(year.group(2)), year.group(3));
    }
    Matcher day = DAY_FIRST.matcher(plain);
    if (day.matches()) {
      return day(day.group(3), month(day.group(2)), day.group(1));
    }
    Matcher month = MONTH_FIRST.matcher(plain);
    return month.matches()
        ? day(month.group(3), month(month.group(1)), month.group(2))
        : Optional.empty();
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  private static Optional<String> day(String year, int month, String day) {
    int number = Integer.parseInt(day);
    return month < 1 || month > 12 || number < 1 || number > 31
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s-%02d-%02d", year, month, number));
  }

  /// The words that carry a text: in any order, without what joins them and without initials,
  /// unless nothing else is there.
  static SortedSet<String> words(String plain) {
    SortedSet<String> all = new TreeSet<>();
    SortedSet<String> carrying = new TreeSet<>();
    String apart = BETWEEN.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll(" ");
    for (String word : apart.strip().split(" ", -1)) {
      if (!word.isEmpty()) {
        all.add(word);
        boolean initial =
            word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
        if (!initial && !JOINING.contains(word)) {
          carrying.add(word);
        }
      }
    }
    if (all.isEmpty()) {
      all.add(plain);
    }
    return carrying.isEmpty() ? all : carrying;
  }
}
