package whence.acquire;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bylines, and the names of papers and agencies, as their own lines and formulas give them.
final class Names {
  private static final String WORD =
      "(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Posted|Published|Updated)\\b)(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)*+|\\p{Lu}[\\p{L}\\p{M}'’-]++)";
  private static final String PERSON =
      "(?:"
          + WORD
          + " ){1,3}(?:(?:de|da|del|della|di|van|von|der|den|bin|al|el|la|le|du|ter) ){0,2}"
          + WORD
          + "|"
          + WORD
          + " (?:(?:de|da|del|della|di|van|von|der|den|bin|al|el|la|le|du|ter) ){1,2}"
          + WORD;
  private static final String PEOPLE =
      "((?:" + PERSON + ")(?:(?:, (?:" + PERSON + ")){0,5},?(?: and | & )(?:" + PERSON + "))?)";

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:\\(|\\*{1,2}|_)?(?:By|BY|by|Written [Bb]y|Story [Bb]y|Report(?:ed)? [Bb]y|Words [Bb]y"
              + "|Posted [Bb]y|Published [Bb]y|Author:|AUTHOR:|Authors:|Prepared [Bb]y:?) "
              + PEOPLE
              + "(?:\\*{1,2}|_)?"
              + "(?:[.]?\\)?|[.]?\\s*(?:[,|•·–—(-]|in |for |on |for:|Posted|Published|Updated|\\p{Lu}\\p{Ll}{2,8}\\.? \\d|\\d).{0,160}"
              + "|\\. .{0,200}\\))");

  private static final Pattern REPORTING =
      Pattern.compile("\\((?:Additional )?[Rr]eporting by " + PEOPLE);

  private static final String OUTLET =
      "((?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?: (?:(?:of|the|and|de|for|on|in|&) )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*){0,6})";

  private static final Pattern REPUBLISHED =
      Pattern.compile(
          "(?:(?:[Oo]riginally|[Ff]irst|[Pp]reviously) (?:published|appeared|posted|printed|ran|run)"
              + "(?: here| online| today)?(?: in| by| on| at)"
              + "|(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced)(?: here)?(?:,? with (?:the )?(?:kind )?permission)?"
              + " (?:from|of|by courtesy of))\\s"
              + OUTLET);

  private static final String AGENCIES =
      "Thomson Reuters|Reuters|REUTERS|AP|Associated Press|The Associated Press|AFP|Agence France-Presse"
          + "|UPI|CP|The Canadian Press|Canadian Press|PA|PA Media|DPA|dpa|TASS|ITAR-TASS|Interfax|Xinhua"
          + "|ANSA|EFE|Kyodo|Kyodo News|Yonhap|PTI|ANI|IANS|Bloomberg|CNN|NPR|BBC|AAP|SPA|KUNA|WAM";

  /// A city, perhaps a day, the agency in brackets: `OTTAWA, June 3 (Reuters) -`. Without the dash
  /// the city must be in capitals.
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.'’ /-]{1,40}(?:, [\\p{L}. ]{2,30})?(?:, \\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?)? )?"
              + "\\(("
              + AGENCIES
              + ")\\)\\s?[-–—]"
              + "|\\p{Lu}[\\p{Lu}.'’ -]{2,40}(?:, [\\p{L}. ]{2,30})?(?:, \\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?)? "
              + "\\(("
              + AGENCIES
              + ")\\)(?=\\s?\\p{Lu}|$)"
              // an agency nobody listed: a city in capitals, three letters or more, and the dash
              + "|\\p{Lu}[\\p{Lu}.'’ -]{2,40}(?:, [\\p{L}. ]{2,30})?(?:, \\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?)? "
              + "\\((\\p{Lu}{3,6})\\)\\s?[-–—]");

  /// What newspapers and the like call themselves.
  private static final Pattern MASTHEAD =
      Pattern.compile(
          "(?i)(?:the )?(?:[\\p{L}'’.-]+ ){0,3}(?:times|post|journal|news|herald|tribune|gazette|examiner|standard|courier"
              + "|chronicle|observer|guardian|globe|star|telegraph|independent|sun|mirror|express|bulletin|dispatch"
              + "|sentinel|monitor|echo|argus|advertiser|inquirer|mercury|citizen)");

  private static final Set<String> NO_NAMES =
      Set.of(
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
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "the",
          "a",
          "an",
          "this",
          "that",
          "page",
          "email",
          "mail",
          "order");

  private Names() {}

  /// The people whom a line names as its authors; null if it is no byline.
  static @Nullable String byline(String line) {
    Matcher matcher = BYLINE.matcher(line);
    if (!matcher.matches()) {
      return null;
    }
    return people(matcher.group(1));
  }

  /// `(Reporting by …)`, which agencies put at the end.
  static @Nullable String reporting(String end) {
    Matcher matcher = REPORTING.matcher(end);
    return matcher.find() ? people(matcher.group(1)) : null;
  }

  private static @Nullable String people(String names) {
    String first = names.split("[ ,]", 2)[0];
    return isName(first) ? names.replaceFirst("[.]$", "") : null;
  }

  /// Whom a formula names as the first publisher.
  static @Nullable String republishedFrom(String text) {
    Matcher matcher = REPUBLISHED.matcher(text);
    while (matcher.find()) {
      String name = outlet(matcher.group(1));
      String last = name.substring(name.lastIndexOf(' ') + 1);
      if (isName(last)) {
        return name;
      }
    }
    return null;
  }

  /// A full stop after a short word is part of a name (`St. John`), after another it ends it.
  private static String outlet(String name) {
    String[] words = name.split(" ", -1);
    StringBuilder kept = new StringBuilder();
    for (String word : words) {
      kept.append(kept.isEmpty() ? "" : " ").append(word);
      if (word.endsWith(".") && word.length() > 3 && word.indexOf('.') == word.length() - 1) {
        break;
      }
    }
    return kept.toString().replaceFirst("[.'’-]+$", "");
  }

  /// The agency of a dateline with which `paragraph` starts; null if it has none.
  static @Nullable String agency(String paragraph) {
    Matcher matcher = DATELINE.matcher(paragraph);
    if (!matcher.lookingAt()) {
      return null;
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }

  /// The newspaper whose name is all of `line`, in capitals as a masthead prints it, given back in
  /// lower case with initials; null if it is none.
  static @Nullable String masthead(String line) {
    String name = line.strip();
    boolean capitals = name.chars().noneMatch(Character::isLowerCase);
    if (!capitals || !MASTHEAD.matcher(name).matches()) {
      return null;
    }
    StringBuilder written = new StringBuilder();
    for (String word : name.split(" +")) {
      written.append(written.isEmpty() ? "" : " ").append(word.charAt(0));
      written.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return written.toString();
  }

  /// How long the dateline is with which `paragraph` starts.
  static int datelineLength(String paragraph) {
    Matcher matcher = DATELINE.matcher(paragraph);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }
}
