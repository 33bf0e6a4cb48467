package whence.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.weigh.Stems;

/// A text as words in a common form, to see what two texts share.
///
/// Forms of being told are one, and so are forms of calling by telephone: whoever asks whether
/// somebody was warned wants to know of briefings too.
record Words(List<Word> all) {
  /// *Told*, and what can only be of one who was.
  static final String KNOWS = "*knows";

  /// On the way to somebody, which is less than being told.
  static final String SENT = "*sent";

  private static final String CALLS = "*calls";

  private static final Map<String, String> CLASSES = new HashMap<>();

  /// Those of [#KNOWS] that somebody does to another.
  private static final Set<String> TELLS =
      Set.of(
          ("tell told tells telling inform informed informs informing warn warned warns warning brief "
                  + "briefed briefs briefing notify notified notifying alert alerted alerting advise "
                  + "advised apprise apprised reach reached reaches")
              .split(" "));

  private static final Set<String> PASSIVE =
      Set.of("be", "been", "being", "was", "were", "is", "are", "am", "got", "get", "gets");

  static {
    of(
        KNOWS,
        "tell told tells telling inform informed informs warn warned warns warning brief briefed "
            + "briefs notify notified alert alerted advise advised apprise apprised aware knew "
            + "known knows know learn learned learnt receive received receives read reads see seen "
            + "saw sees reach reached reaches informing notifying alerting briefing unaware");
    of(
        SENT,
        "send sent sends deliver delivered delivers pass passed passes forward forwarded hand "
            + "handed copy copied submit submitted transmit transmitted");
    of("*fails", "fail fails failed failing failure failures lost broke broken breakdown outage");
    of(CALLS, "ring rang rung rings call called calls phone phoned phones telephone telephoned");
  }

  private static void of(String name, String words) {
    for (String word : words.split(" ")) {
      CLASSES.put(word, name);
    }
  }

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

  private static final Pattern WORD =
      Pattern.compile(
          "\\d{1,2}[:.]\\d{2}(?!\\d)|\\d++(?:[.,]\\d++)*+|\\p{L}[\\p{L}\\p{N}]*+(?:['’]\\p{L}++)*+"
              + "|[;!?]|[.,](?=\\s)");

  /// Letters.
  private static final int ROOT = 6;

  private static final int LONGEST = 4_000;
  private static final int LONGEST_WORD = 60;

  /// @param form what words are compared by
  /// @param clause numbered from 0
  record Word(String lower, String form, boolean capital, int clause) {
    boolean empty() {
      return Stems.isEmpty(lower) && !form.startsWith("*");
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
      words.add(new Word(lower, form(lower), Character.isUpperCase(first), clause));
    }
    return new Words(words);
  }

  private static String form(String lower) {
    if (Character.isDigit(lower.charAt(0))) {
      return lower.matches("\\d{1,2}[:.]\\d{2}") ? lower.replace('.', ':') : lower.replace(",", "");
    }
    String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    String known = CLASSES.get(bare);
    if (known != null) {
      return known;
    }
    String digits = Stems.digits(bare);
    return Character.isDigit(digits.charAt(0)) ? digits : Stems.stem(bare);
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
    if (one.form().startsWith("*") || other.form().startsWith("*")) {
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
