package whence.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who speaks for whom in one document.
///
/// @param principals by the name of who speaks for them
record Spokespeople(Map<String, String> principals) {
  private static final String CAP =
      "(?:(?:\\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St)\\.(?= \\p{Lu})|\\p{Lu}(?:[\\p{L}\\p{N}&-]|(?!'s\\b)[.'](?=\\p{L}))*+)";
  static final String NAME =
      CAP + "(?: (?:(?:of|de|van|von|al|bin|for|and) (?:the )?)?" + CAP + "){0,6}";
  private static final String ROLE =
      "(?:(?:chief|senior|deputy|official|campaign|press|communications|media|company|embassy|foreign ministry) ){0,2}"
          + "(?:spokes(?:man|woman|person|people)|press (?:attaché|secretary|officer)|attorneys?|lawyers?|solicitors?"
          + "|communications (?:director|officer)|publicist)";
  private static final String PRINCIPAL =
      "(?:(?:the |its |his |her |their )?(?:[a-z-]+ ){0,4}, )?((?:the |The )?(?:[a-z-]+ ){0,4}?(?:(?:"
          + NAME
          + " (?:(?:presidential|vice|candidate|nominee|president|minister|senator|leader|chief|executive|secretary|mayor|governor) ){1,3})?"
          + NAME
          + "|(?:company|ministry|department|agency|council|government|campaign|bank|family|office)\\b))";

  /// "Mara Lindqvist, a spokeswoman for the mayor, Tor Abel": who is told behind the title.
  private static final Pattern TITLED =
      Pattern.compile("^(?:the|The) (?:[a-z-]+ ){1,4}?[a-z-]+, (" + NAME + ")");

  private static final Pattern NAMED =
      Pattern.compile(
          "("
              + NAME
              + "),? (?:(?:an?|the|who is an?) "
              + ROLE
              + " (?:for|of|at)|who (?:speaks|spoke) for) ");
  private static final Pattern BEFORE_NAME =
      Pattern.compile("(" + NAME + "?)(?:'s?)? " + ROLE + ",? (" + CAP + "(?: " + CAP + "){1,3})");

  private static final Pattern UNNAMED =
      Pattern.compile(
          "(?:^|\\b)(?:an? |the |the \\w+ )?" + ROLE + " (?:for|of|at) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFICE_OF =
      Pattern.compile("^(?:[Tt]he )?(?:press )?office of (?:the )?(" + NAME + ")");
  private static final Pattern POSSESSED =
      Pattern.compile(
          "^((?:[Tt]he )?(?:[a-z-]+ ){0,3}?"
              + NAME
              + ")'s? (?:press )?(?:office|campaign|team|"
              + ROLE
              + ")\\b");
  private static final Pattern JOINED =
      Pattern.compile(
          "^(?:(?:A|An|The|One|Another|a|an|the|one|another) )?(" + NAME + ") " + ROLE + "\\b");
  private static final Pattern START = Pattern.compile("^" + PRINCIPAL);

  private static final Pattern SPEAKS =
      Pattern.compile("(?i)\\b" + ROLE + "\\b|\\bwho speaks for\\b|\\boffice of\\b|'s office\\b");

  private static final int MOST = 2_000;

  /// @param folded the document's text by [Sentence#fold]
  static Spokespeople of(String folded) {
    Map<String, String> principals = new LinkedHashMap<>();
    Matcher named = NAMED.matcher(folded);
    while (named.find() && principals.size() < MOST) {
      String principal = start(folded, named.end());
      if (principal != null) {
        principals.putIfAbsent(named.group(1), principal);
      }
    }
    Matcher before = BEFORE_NAME.matcher(folded);
    while (before.find() && principals.size() < MOST) {
      principals.putIfAbsent(before.group(2), before.group(1));
    }
    return new Spokespeople(principals);
  }

  private static @Nullable String start(String folded, int at) {
    String rest = folded.substring(at, Math.min(folded.length(), at + 200));
    Matcher titled = TITLED.matcher(rest);
    if (titled.find()) {
      return titled.group(1);
    }
    Matcher start = START.matcher(rest);
    return start.find() ? start.group(1) : null;
  }

  /// For whom `who` speaks; null where they speak for themselves as far as the text tells.
  ///
  /// @param who the words that name somebody
  @Nullable String principal(String who) {
    Matcher unnamed = UNNAMED.matcher(who);
    if (unnamed.lookingAt()) {
      return start(who, unnamed.end());
    }
    for (Pattern form : List.of(OFFICE_OF, POSSESSED, JOINED)) {
      Matcher found = form.matcher(who);
      if (found.find()) {
        return found.group(1);
      }
    }
    for (Map.Entry<String, String> each : principals.entrySet()) {
      String name = each.getKey();
      if (who.contains(name) || name.endsWith(" " + who) || who.endsWith(name)) {
        return each.getValue();
      }
    }
    return null;
  }

  /// Whether the words themselves say that they speak for somebody.
  static boolean isSpokesperson(String who) {
    return SPEAKS.matcher(who).find();
  }
}
