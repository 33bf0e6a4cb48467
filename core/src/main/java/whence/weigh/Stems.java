package whence.weigh;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words brought to a common form, and the few closed classes of words that comparing contents
/// needs to know. English.
public final class Stems {
  /// Words that carry no content of their own. Words of obligation, order and degree (*should*,
  /// *before*, *more*, *only*, *against*) are not among them: they change what is said.
  private static final Set<String> EMPTY =
      Set.of(
          ("a an the this that these those there here it its itself he him his she her hers they "
                  + "them their theirs we us our ours you your yours me my mine who whom whose which "
                  + "what is are was were be been being am do does did done has have had having "
                  + "will would shall may might can could of in on at by to from with for into onto "
                  + "about as and or but if then than so such also too very just even still yet "
                  + "again while when where because since though although however it's i said says "
                  + "say told reportedly allegedly apparently likely probably possibly plausibly s t "
                  + "re ve ll d m that's out up down over off some any other another own same both "
                  + "each during upon within among between through per via et al now already")
              .split(" "));

  private static final Set<String> AUXILIARIES =
      Set.of(
          ("is are was were be been am do does did has have had will would shall should may might "
                  + "can could must need want think believe know")
              .split(" "));

  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "no",
          "never",
          "neither",
          "nor",
          "none",
          "nobody",
          "nothing",
          "nowhere",
          "without",
          "cannot",
          "cant",
          "dont",
          "doesnt",
          "didnt",
          "isnt",
          "wasnt",
          "arent",
          "werent",
          "wont",
          "wouldnt",
          "couldnt",
          "shouldnt",
          "hasnt",
          "havent",
          "hadnt",
          "n't");

  /// Forms that no rule of spelling brings together.
  private static final Map<String, String> IRREGULAR = new HashMap<>();

  private static final Set<String> IRREGULAR_BASES;

  /// Words of which one says that the other is not so.
  private static final Map<String, String> OPPOSITES = new HashMap<>();

  private static final Map<String, String> NUMBERS = new HashMap<>();

  private static final Set<String> MOODS =
      Set.of("should", "must", "ought", "if", "whether", "unless");

  private static final Set<String> SCALES =
      Set.of("hundred", "thousand", "million", "billion", "trillion", "dozen", "percent");

  private static final Set<String> DAYS_AND_MONTHS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "yesterday",
          "today",
          "tomorrow",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec");

  static {
    pairs(
        IRREGULAR,
        "paid pay met meet told tell sent send gave give given give took take taken take held hold "
            + "knew know known know left leave made make bought buy sold sell won win lost lose "
            + "began begin begun begin wrote write written write saw see seen see went go gone go "
            + "came come became become found find got get gotten get kept keep led lead ran run "
            + "sat sit spoke speak spoken speak spent spend stood stand stole steal stolen steal "
            + "struck strike thought think threw throw thrown throw understood understand broke "
            + "break broken break brought bring built build caught catch chose choose chosen choose "
            + "drew draw drawn draw drove drive driven drive fell fall fallen fall felt feel fought "
            + "fight forgot forget grew grow grown grow heard hear hid hide hidden hide hung hang "
            + "laid lay lent lend lay lie meant mean read read rose rise risen rise sought seek "
            + "shot shoot shook shake shown show slept sleep sprung spring swore swear sworn swear "
            + "taught teach tore tear wore wear worn wear withdrew withdraw withdrawn withdraw "
            + "men man women woman children child people person dying die died die lying lie");
    IRREGULAR_BASES = Set.copyOf(IRREGULAR.values());
    opposites(
        "rise fall increase decrease win lose accept reject support oppose confirm deny guilty "
            + "innocent alive dead open close begin end before after more less most least "
            + "approve refuse allow forbid hire fire buy sell arrive leave appear disappear "
            + "succeed fail pass fail legal illegal likely unlikely true false safe unsafe "
            + "aware unaware present absent agree disagree able unable start stop");
    pairs(
        NUMBERS,
        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 "
            + "thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 "
            + "twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 "
            + "first 1st second 2nd third 3rd fourth 4th fifth 5th twice 2 zero 0");
  }

  private Stems() {}

  private static void pairs(Map<String, String> map, String words) {
    String[] all = words.split(" ");
    for (int i = 0; i + 1 < all.length; i += 2) {
      map.put(all[i], all[i + 1]);
    }
  }

  private static void opposites(String words) {
    String[] all = words.split(" ");
    for (int i = 0; i + 1 < all.length; i += 2) {
      OPPOSITES.putIfAbsent(stem(all[i]), stem(all[i + 1]));
      OPPOSITES.putIfAbsent(stem(all[i + 1]), stem(all[i]));
    }
  }

  /// Whether a word can carry a sentence, as far as spelling tells: an auxiliary, a known past
  /// form, or an ending that verbs have. Many nouns have it too; a list of names or a greeting has
  /// none.
  public static boolean mayBeVerb(String lower) {
    return AUXILIARIES.contains(lower)
        || IRREGULAR.containsKey(lower)
        || IRREGULAR_BASES.contains(lower)
        || lower.endsWith("n't")
        || (lower.length() > 3 && lower.endsWith("ed"))
        || (lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss"));
  }

  /// As far as spelling tells.
  public static boolean mayBeParticiple(String lower) {
    return IRREGULAR.containsKey(lower) || (lower.length() > 3 && lower.endsWith("ed"));
  }

  static Set<String> emptyWords() {
    return EMPTY;
  }

  public static boolean isEmpty(String lower) {
    return EMPTY.contains(lower);
  }

  static boolean isNegation(String lower) {
    return NEGATIONS.contains(lower);
  }

  /// A word that makes of what is so what ought to be, or what would have to be first.
  static boolean isMood(String lower) {
    return MOODS.contains(lower);
  }

  static boolean isScale(String lower) {
    return SCALES.contains(lower);
  }

  static boolean isDayOrMonth(String lower) {
    return DAYS_AND_MONTHS.contains(lower);
  }

  /// The digits a number word stands for, or the word itself.
  public static String digits(String lower) {
    return NUMBERS.getOrDefault(lower, lower);
  }

  public static boolean areOpposites(String stem, String other) {
    return other.equals(OPPOSITES.get(stem)) || stem.equals(OPPOSITES.get(other));
  }

  /// Lower case, without the endings of number, tense and adverb.
  public static String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String irregular = IRREGULAR.get(lower);
    String bare = irregular == null ? withoutEnding(lower) : irregular;
    return bare.length() > 3 && bare.endsWith("e") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String withoutEnding(String word) {
    int length = word.length();
    if (length > 4 && (word.endsWith("ies") || word.endsWith("ied"))) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4 && word.endsWith("sses")) {
      return word.substring(0, length - 2);
    }
    if (length > 5 && word.endsWith("ing") && hasVowel(word, length - 3)) {
      return undoubled(word.substring(0, length - 3));
    }
    if (length > 4 && word.endsWith("ed") && hasVowel(word, length - 2)) {
      return undoubled(word.substring(0, length - 2));
    }
    if (length > 5 && word.endsWith("ly")) {
      return word.substring(0, length - 2);
    }
    if (length > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      return word.substring(0, length - 1);
    }
    return word;
  }

  private static boolean hasVowel(String word, int end) {
    for (int i = 0; i < end; i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String undoubled(String word) {
    int last = word.length() - 1;
    return last > 2
            && word.charAt(last) == word.charAt(last - 1)
            && "lsz".indexOf(word.charAt(last)) < 0
        ? word.substring(0, last)
        : word;
  }
}
