package whence.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.weigh.Stems;

/// A text as words in a common form, to see what two texts share.
///
/// Forms of being told are one, and so are forms of calling by telephone: whoever asks whether
/// somebody was warned wants to know of briefings too.
record Words(List<Word> all) {
  /// *Told*, and what can only be of one who was.
  static final String KNOWS = "*knows";

  static final String ORDERS = "*orders";

  /// Words between *told* and *to*.
  private static final int ORDERED = 4;

  /// Those of [#KNOWS] that somebody does to another.
  private static final Set<String> TELLS =
      Set.of(
          ("tell told tells telling inform informed informs informing warn warned warns warning brief "
                  + "briefed briefs briefing notify notified notifying alert alerted alerting advise "
                  + "advised apprise apprised reach reached reaches")
              .split(" "));

  private static final Set<String> PASSIVE =
      Set.of("be", "been", "being", "was", "were", "is", "are", "am", "got", "get", "gets");

  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "without",
          "cannot", "unaware");

  /// Words that call what stands beside them false.
  private static final Set<String> REFUTING =
      Set.of(
          "untrue",
          "false",
          "falsely",
          "fable",
          "fabrication",
          "fabricated",
          "myth",
          "baseless",
          "unfounded",
          "groundless",
          "nonsense",
          "invention",
          "invented",
          "hoax",
          "wrong",
          "incorrect",
          "denied",
          "denies",
          "refuted",
          "refutes",
          "rejected",
          "rejects",
          "dismissed",
          "dismisses",
          "fiction",
          "lie",
          "lies");

  private static final Set<String> INDIRECT = Set.of("whether", "why", "who", "whom", "how");

  private static final Set<String> BREAKS = Set.of("but", "although", "though", "whereas", "while");

  private static final Set<String> AUXILIARIES =
      Set.of(
          ("is are was were am has have had did does do will would can could may might must shall"
                  + " should")
              .split(" "));

  /// Behind these, what looks like a verb belongs to a name.
  private static final Set<String> BEFORE_NOUNS =
      Set.of(
          ("to of a an the this that these those his her its their our my your no some any every in"
                  + " on at by for with from about into over under")
              .split(" "));

  private static final Set<String> SAYERS =
      Set.of("i", "we", "you", "he", "she", "it", "they", "who", "which", "that");

  private static final Pattern WORD =
      Pattern.compile(
          "\\d{1,2}[:.]\\d{2}(?!\\d)|(?<!\\p{L})(?:\\p{Lu}\\.){2,8}|\\d++(?:[.,]\\d++)*+|\\p{L}[\\p{L}\\p{N}]*+(?:['’]\\p{L}++)*+"
              + "|[;!?]|[.,](?=\\s)");

  /// Letters.
  private static final int ROOT = 6;

  private static final int LONGEST = 4_000;
  private static final int LONGEST_WORD = 60;

  /// @param form what words are compared by
  /// @param clause numbered from 0
  record Word(String lower, String form, boolean capital, int clause) {
    boolean empty() {
      return Stems.isEmpty(lower) && !isTerm();
    }

    boolean isTerm() {
      return Terms.isTerm(form);
    }

    boolean isAct() {
      return isTerm() && !isState();
    }

    boolean isState() {
      return Terms.isState(form);
    }

    boolean number() {
      return Character.isDigit(form.charAt(0));
    }

    boolean negates() {
      return NEGATIONS.contains(lower) || lower.endsWith("n't");
    }

    boolean tells() {
      return TELLS.contains(lower);
    }

    boolean isPassive() {
      return PASSIVE.contains(lower);
    }

    boolean refutes() {
      return REFUTING.contains(lower);
    }

    boolean asksIndirectly() {
      return INDIRECT.contains(lower);
    }
  }

  Words {
    all = List.copyOf(all);
  }

  /// What lies behind the first few thousand characters is not looked at.
  static Words of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
    int clause = 0;
    while (matcher.find()) {
      String found = matcher.group();
      char first = found.charAt(0);
      if (!Character.isLetterOrDigit(first)) {
        clause++;
        continue;
      }
      String lower =
          found
              .substring(0, Math.min(found.length(), LONGEST_WORD))
              .toLowerCase(Locale.ROOT)
              .replace('’', '\'');
      if (BREAKS.contains(lower)) {
        clause++;
      }
      boolean capital = Character.isUpperCase(first);
      String name = words.isEmpty() ? null : Terms.name(words.getLast().lower() + " " + lower);
      if (name != null && capital && words.getLast().clause() == clause) {
        lower = words.removeLast().lower() + " " + lower;
      } else {
        name = capital ? Terms.name(lower) : null;
      }
      words.add(new Word(lower, name == null ? form(lower) : name, capital, clause));
    }
    return new Words(withOrders(words));
  }

  /// Who is *told to do* something is ordered to.
  private static List<Word> withOrders(List<Word> words) {
    for (int i = 0; i + 2 < words.size(); i++) {
      Word word = words.get(i);
      if (word.lower().equals("told")
          || word.lower().equals("tell")
          || word.lower().equals("tells")) {
        for (int to = i + 1; to <= i + ORDERED && to + 1 < words.size(); to++) {
          if (words.get(to).lower().equals("to") && !isDetermined(words.get(to + 1))) {
            words.set(i, new Word(word.lower(), ORDERS, word.capital(), word.clause()));
            break;
          }
        }
      }
    }
    return words;
  }

  private static boolean isDetermined(Word word) {
    return word.capital() || (Stems.isEmpty(word.lower()) && !word.lower().equals("have"));
  }

  private static String form(String lower) {
    if (Character.isDigit(lower.charAt(0))) {
      return lower.matches("\\d{1,2}[:.]\\d{2}") ? lower.replace('.', ':') : lower.replace(",", "");
    }
    String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    String known = Terms.act(bare);
    if (known != null) {
      return known;
    }
    String digits = Stems.digits(bare);
    return Character.isDigit(digits.charAt(0)) ? digits : Stems.stem(bare);
  }

  /// Whether it has a verb that says when: a headline's or a sentence's; not what is no more than a
  /// name, nor what somebody is *to do*.
  boolean isClause() {
    for (int i = 0; i < all.size(); i++) {
      String lower = all.get(i).lower();
      String before = i == 0 ? "" : all.get(i - 1).lower();
      if (AUXILIARIES.contains(lower)
          || lower.endsWith("n't")
          || lower.matches("\\w+'(?:re|ve|ll|d|m)")) {
        return true;
      }
      boolean said = i > 0 && (SAYERS.contains(before) || all.get(i - 1).capital());
      boolean present = lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss");
      if ((Stems.mayBeParticiple(lower) && !BEFORE_NOUNS.contains(before))
          || (said && i + 1 < all.size() && (present || all.get(i).isAct()))) {
        return true;
      }
    }
    return false;
  }

  /// Whether what looks like a verb stands before a noun only, as in *the deleted mails*.
  boolean isAdjective(@Nullable Word wanted) {
    List<Integer> places = wanted == null ? List.of() : places(wanted);
    return !places.isEmpty()
        && places.stream()
            .allMatch(at ->
                at > 0
                    && all.get(at).lower().endsWith("ed")
                    && BEFORE_NOUNS.contains(all.get(at - 1).lower()));
  }

  /// Words with content, each form once.
  List<Word> topic() {
    Map<String, Word> topic = new LinkedHashMap<>();
    for (Word word : all) {
      if (!word.empty() && !word.negates() && (word.number() || word.lower().length() > 1)) {
        topic.putIfAbsent(word.form(), word);
      }
    }
    return List.copyOf(topic.values());
  }

  /// Whether two words are one in other forms, or begin alike for so long that they are of one root
  /// (*Kessaly*, *Kessalian*; *instruct*, *instruction*).
  static boolean same(Word one, Word other) {
    if (one.form().equals(other.form())) {
      return true;
    }
    if (one.isTerm() || other.isTerm()) {
      return false;
    }
    String left = one.lower();
    String right = other.lower();
    int shorter = Math.min(left.length(), right.length());
    int alike = 0;
    while (alike < shorter && left.charAt(alike) == right.charAt(alike)) {
      alike++;
    }
    return alike >= ROOT && alike >= shorter - 1 && Character.isLetter(left.charAt(0));
  }

  /// The numbers of those of these that are `wanted`, in order.
  List<Integer> places(Word wanted) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).empty() && same(wanted, all.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  /// The number of the first of these that is `wanted`, -1 where none is.
  int place(Word wanted) {
    return places(wanted).stream().findFirst().orElse(-1);
  }
}
