package whence.weigh;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.names.SameName;

/// Names as far as they can be compared by their letters alone.
final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// What stands before a name without being part of it.
  private static final Set<String> TITLES =
      Set.of(
          "the",
          "a",
          "an",
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "president",
          "minister",
          "senator",
          "sen",
          "rep",
          "governor",
          "gov",
          "mayor",
          "judge",
          "justice",
          "general",
          "gen",
          "colonel",
          "col",
          "captain",
          "capt",
          "lieutenant",
          "lt",
          "sergeant",
          "sgt",
          "inspector",
          "detective",
          "constable",
          "officer",
          "chief",
          "commissioner",
          "secretary",
          "ambassador",
          "councillor",
          "councilor",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "director",
          "chairman",
          "chairwoman",
          "chair",
          "counsel",
          "then",
          "former",
          "prime",
          "deputy",
          "acting",
          "superintendent",
          "reverend",
          "rev",
          "father",
          "sister",
          "king",
          "queen",
          "prince",
          "princess",
          "attorney");

  /// Offices that one person holds at a time, so that with them a surname tells who.
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?:the |then |former )*(?:president|premier|chancellor|prime minister) (?=\\S)",
          Pattern.CASE_INSENSITIVE);

  /// Legal forms, as far as no name's own last word is spelled so.
  private static final Set<String> FORMS =
      Set.of(
          "plc",
          "inc",
          "incorporated",
          "ltd",
          "limited",
          "llc",
          "llp",
          "corp",
          "corporation",
          "co",
          "gmbh",
          "ag",
          "kg",
          "sa",
          "sarl",
          "srl",
          "spa",
          "bv",
          "nv",
          "oy",
          "oyj",
          "ab",
          "asa",
          "as",
          "pty",
          "pte",
          "kk",
          "oao",
          "ooo",
          "zao",
          "pjsc",
          "jsc");

  private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "de", "la", "du");

  private Names() {}

  /// Lower case, no accents, no titles before it, no article, single spaces.
  static String plain(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String bare =
        NO_WORD
            .matcher(POSSESSIVE.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
    List<String> words = new ArrayList<>(List.of(bare.split(" ")));
    while (words.size() > 1 && TITLES.contains(words.getFirst())) {
      words.removeFirst();
    }
    return String.join(" ", words);
  }

  /// A plain name without the legal form that a company's may end with: `acme`, `acme plc`.
  static String withoutForm(String plain) {
    int space = plain.lastIndexOf(' ');
    return space > 0 && FORMS.contains(plain.substring(space + 1))
        ? withoutForm(plain.substring(0, space))
        : plain;
  }

  /// Whether two plain names are one but for two legal forms: a company's, or its subsidiary's. The
  /// lower is said to be the other.
  static boolean differInForm(String plain, String other) {
    String bare = withoutForm(plain);
    return CodePoints.ORDER.compare(plain, other) < 0
        && !bare.equals(plain)
        && !withoutForm(other).equals(other)
        && bare.equals(withoutForm(other));
  }

  /// Whether one plain name is two letters, and the initials of the other: `bp`. So are many
  /// others.
  static boolean twoInitials(String plainShort, String plainLong) {
    return plainShort.length() == 2
        && plainLong.split(" ").length == 2
        && plainLong.charAt(0) == plainShort.charAt(0)
        && plainLong.charAt(plainLong.indexOf(' ') + 1) == plainShort.charAt(1);
  }

  static boolean same(@Nullable String left, @Nullable String right) {
    String a = plain(left);
    return !a.isEmpty() && a.equals(plain(right));
  }

  /// Whether one plain name is the initials of the other: `csis`, `canadian security intelligence
  /// service`.
  static boolean initials(String plainShort, String plainLong) {
    if (plainShort.length() < 3 || plainShort.contains(" ") || !plainLong.contains(" ")) {
      return false;
    }
    StringBuilder all = new StringBuilder();
    StringBuilder great = new StringBuilder();
    for (String word : plainLong.split(" ")) {
      all.append(word.charAt(0));
      if (!SMALL.contains(word)) {
        great.append(word.charAt(0));
      }
    }
    return plainShort.contentEquals(great) || plainShort.contentEquals(all);
  }

  /// Whether one plain name is the last word of the other: `burton`, `charles burton`. They may be
  /// one, they may be two.
  static boolean surname(String plainShort, String plainLong) {
    return plainShort.length() > 2
        && !plainShort.contains(" ")
        && plainLong.endsWith(" " + plainShort);
  }

  /// Whether two plain names are one, spelled or written in another script: `volodymyr hrynko`,
  /// `володимир гринько`. Names that are only much alike are not.
  static boolean spelledOtherwise(String plain, String other) {
    return SameName.isOneSpelledOtherwise(plain, other);
  }

  /// Shared by all names that are [#spelledOtherwise]; empty where a name has no other spelling.
  static String sound(String plain) {
    return SameName.sound(plain);
  }

  /// Whether a name as it stands in the text is an office and a surname: `President Xi`.
  static boolean isOfficeAndSurname(String shown) {
    return OFFICE.matcher(shown).find() && !plain(shown).contains(" ");
  }

  /// Whether one plain name is the first or the last word of the other: where it is a surname, it
  /// stands first in some languages' names.
  static boolean partOf(String plainShort, String plainLong) {
    return (!plainShort.isEmpty() && plainLong.startsWith(plainShort + " "))
        || (!plainShort.isEmpty() && plainLong.endsWith(" " + plainShort));
  }
}
