package whence.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A name as it is compared: its words without titles and legal forms, and the forms apart.
///
/// @param words in the order they are spoken: a surname before a comma stands last
/// @param forms legal forms, as `words.txt` calls them
/// @param other whether it was written in another script than Latin
record ReadName(List<Word> words, SortedSet<String> forms, boolean other) {
  /// Longer names are compared by their beginnings: nobody is called so, and comparing costs the
  /// square of it.
  static final int LONGEST = 400;

  static final int MOST_WORDS = 32;
  private static final int LONGEST_WORD = 40;

  private static final Pattern APOSTROPHE = Pattern.compile("['’‘ʻʼʾʿ`´]");
  private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\w{2})['’]s\\b");
  private static final Pattern INITIALS =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\s?\\p{L}(?![\\p{L}\\p{N}]))+\\.?");
  private static final Pattern ADJECTIVE = Pattern.compile("sk(?:iy|aya|oe|oye|ogo|oy)$");
  private static final Pattern FIGURES = Pattern.compile("[a-z]+\\d+[a-z]+.*|\\d[a-z]{3,}.*");
  private static final Pattern DANISH = Pattern.compile("\\ba/s\\b");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Legal forms that somebody may put behind a person's name; others are surnames as well.
  private static final Set<String> CLEAR_FORMS =
      Set.of("inc", "corp", "ltd", "llc", "gmbh", "plc", "jsc");

  static ReadName of(String name, NameKind kind) {
    String cut = cut(name);
    String text = POSSESSIVE.matcher(Latin.of(cut)).replaceAll("");
    text = APOSTROPHE.matcher(text).replaceAll("").replace("&", " and ").replace("%", " percent ");
    boolean person = kind == NameKind.PERSON;
    boolean other = Latin.isOther(cut);
    if (!person) {
      text = INITIALS.matcher(text).replaceAll(found -> letters(found.group()));
      text = DANISH.matcher(text).replaceAll("as");
    }
    SortedSet<String> forms = new TreeSet<>();
    List<String> words = words(text, kind);
    words = withoutForms(words, kind, forms);
    if (kind == NameKind.PERSON || (kind == NameKind.EITHER && forms.isEmpty())) {
      words = withoutTitles(words);
    } else {
      words = alike(other ? words.stream().map(ReadName::place).toList() : words);
      if (kind == NameKind.THING) {
        words = without(words, NameWords.VESSELS);
      }
    }
    words = counted(words, person);
    List<Word> read = new ArrayList<>();
    for (String word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
      String shorter = word.substring(0, Math.min(word.length(), LONGEST_WORD));
      boolean last = read.size() + 1 == Math.min(words.size(), MOST_WORDS);
      read.add(Word.of(shorter, role(shorter, kind, last)));
    }
    return new ReadName(List.copyOf(read), Collections.unmodifiableSortedSet(forms), other);
  }

  /// Tells two names apart that are read otherwise.
  String key() {
    return words.stream().map(Word::text).collect(Collectors.joining(" ")) + "|" + forms + other;
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    return name.substring(
        0, Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }

  private static String letters(String initials) {
    return Matcher.quoteReplacement(BETWEEN.matcher(initials).replaceAll("") + " ");
  }

  private static List<String> words(String text, NameKind kind) {
    int comma = text.indexOf(',');
    List<String> words = split(text);
    if (kind != NameKind.PERSON || comma < 0 || text.indexOf(',', comma + 1) >= 0) {
      return words;
    }
    List<String> surname = split(text.substring(0, comma));
    List<String> given = split(text.substring(comma + 1));
    if (given.isEmpty() || given.stream().allMatch(NameWords.TITLES::contains)) {
      return words;
    }
    List<String> spoken = new ArrayList<>(given);
    spoken.addAll(surname);
    return spoken;
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(text)) {
      if (!word.isEmpty()) {
        words.add(withoutFigures(word));
      }
    }
    return words;
  }

  /// Digits that stand for letters (`ig0r`), as they are written to get past a list.
  private static String withoutFigures(String word) {
    boolean within = FIGURES.matcher(word).matches();
    if (!within || NameWords.number(word) >= 0) {
      return word;
    }
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      int figure = "013456789".indexOf(word.charAt(i));
      letters.append(figure < 0 ? word.charAt(i) : "oieasgtbg".charAt(figure));
    }
    return letters.toString();
  }

  /// Takes the legal forms away: long ones wherever they stand, short ones at the ends; never the
  /// last word there is.
  private static List<String> withoutForms(List<String> words, NameKind kind, Set<String> forms) {
    boolean sure = kind == NameKind.PERSON || kind == NameKind.THING;
    List<String> left = new ArrayList<>(words);
    for (int at = 0; at < left.size(); at++) {
      for (int length = Math.min(NameWords.LONGEST_PHRASE, left.size() - at);
          length >= 1;
          length--) {
        boolean atEnd = at + length == left.size();
        String form =
            length == left.size() ? null : form(left.subList(at, at + length), sure, atEnd);
        if (form != null) {
          left.subList(at, at + length).clear();
          forms.add(form);
          at--;
          break;
        }
      }
    }
    while (!sure && left.size() > 1 && NameWords.FORMS.containsKey(left.getLast())) {
      forms.add(NameWords.FORMS.getOrDefault(left.removeLast(), ""));
    }
    while (!sure && left.size() > 1 && NameWords.FORMS.containsKey(left.getFirst())) {
      forms.add(NameWords.FORMS.getOrDefault(left.removeFirst(), ""));
    }
    return left;
  }

  private static @Nullable String form(List<String> words, boolean sure, boolean atEnd) {
    String phrase = String.join(" ", words);
    String form = NameWords.FORMS.get(phrase);
    if (form == null && phrase.length() > 8 && !sure) {
      form = nearlyForm(phrase);
    }
    boolean taken =
        sure ? atEnd && form != null && CLEAR_FORMS.contains(form) : phrase.length() > 2;
    return taken ? form : null;
  }

  /// A long form with a letter wrong.
  private static @Nullable String nearlyForm(String phrase) {
    return NameWords.FORMS.entrySet().stream()
        .filter(form ->
            form.getKey().length() > 8
                && Math.abs(form.getKey().length() - phrase.length()) <= 1
                && Edits.isOne(form.getKey(), phrase))
        .map(Map.Entry::getValue)
        .min(String::compareTo)
        .orElse(null);
  }

  /// Titles before a name and honours behind it; within it they are names.
  private static List<String> withoutTitles(List<String> words) {
    int from = 0;
    int to = words.size();
    while (to - from > 1 && NameWords.TITLES.contains(words.get(from))) {
      from++;
    }
    while (to - from > 1 && NameWords.HONOURS.contains(words.get(to - 1))) {
      to--;
    }
    return words.subList(from, to);
  }

  private static List<String> without(List<String> words, Set<String> ones) {
    List<String> left = words.stream().filter(word -> !ones.contains(word)).toList();
    return left.isEmpty() ? words : left;
  }

  /// A place's name for the adjective that Russian names a works by: `tulskiy` is `tul`.
  private static String place(String word) {
    return word.length() > 7 ? ADJECTIVE.matcher(word).replaceAll("") : word;
  }

  /// Each phrase that has a usual word, as that word.
  private static List<String> alike(List<String> words) {
    List<String> alike = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int taken = 0;
      for (int length = Math.min(4, words.size() - at); length >= 1 && taken == 0; length--) {
        String usual = NameWords.EQUALS.get(String.join(" ", words.subList(at, at + length)));
        if (usual != null) {
          alike.addAll(List.of(usual.split(" ")));
          taken = length;
        }
      }
      if (taken == 0) {
        alike.add(words.get(at));
        taken = 1;
      }
      at += taken;
    }
    return alike;
  }

  /// Numbers in figures: `forty four` is `44`, and in what is not a person `iv` is `4`.
  private static List<String> counted(List<String> words, boolean person) {
    List<String> counted = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      int number =
          person && word.chars().noneMatch(Character::isDigit) ? -1 : NameWords.number(word);
      if (number < 0 && at > 0 && (!person || (word.length() > 1 && at == words.size() - 1))) {
        number = NameWords.roman(word);
      }
      if (number < 0) {
        counted.add(word);
        continue;
      }
      if (NameWords.isTens(word) && at + 1 < words.size()) {
        int ones = NameWords.number(words.get(at + 1));
        if (ones > 0 && ones < 10) {
          number += ones;
          at++;
        }
      }
      counted.add(Integer.toString(number));
    }
    return counted;
  }

  private static Word.Role role(String word, NameKind kind, boolean last) {
    if (word.chars().allMatch(Character::isDigit)) {
      return Word.Role.NUMBER;
    }
    if (kind == NameKind.PERSON) {
      return NameWords.PARTICLES.contains(word) && !last ? Word.Role.SMALL : Word.Role.NAME;
    }
    if (NameWords.LINKING.contains(word)) {
      return Word.Role.SMALL;
    }
    if (NameWords.PLACES.contains(word)) {
      return Word.Role.PLACE;
    }
    return NameWords.GENERIC.contains(word) ? Word.Role.GENERIC : Word.Role.NAME;
  }
}
