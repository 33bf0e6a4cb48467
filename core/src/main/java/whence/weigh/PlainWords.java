package whence.weigh;

import java.util.regex.Pattern;

/// A text in plain words, so that a post and a paper that say the same are compared by what they
/// say: links are gone, a tag or a handle is the words it is put together from, and every quotation
/// mark is the same one, whoever's typography it was.
public final class PlainWords {
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|pic\\.twitter\\.com/)\\S+");
  private static final Pattern TAG = Pattern.compile("[#@](\\w+)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SEAM =
      Pattern.compile(
          "_|(?<=\\p{Ll})(?=\\p{Lu}|\\p{Nd})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{Nd})(?=\\p{Lu})");
  private static final Pattern DOUBLE = Pattern.compile("[“”„‟«»]");
  private static final Pattern SINGLE = Pattern.compile("[‘’‚‛]");

  /// One that does not stand between letters: no apostrophe.
  private static final Pattern QUOTING =
      Pattern.compile("(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])");

  private static final Pattern MARKS = Pattern.compile("\"+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private PlainWords() {}

  public static String of(String text) {
    String linkless = LINK.matcher(text).replaceAll(" ");
    String untagged =
        TAG.matcher(linkless)
            .replaceAll(tag -> " " + SEAM.matcher(tag.group(1)).replaceAll(" ") + " ");
    String straight = SINGLE.matcher(DOUBLE.matcher(untagged).replaceAll("\"")).replaceAll("'");
    String marked = MARKS.matcher(QUOTING.matcher(straight).replaceAll("\"")).replaceAll("\"");
    return SPACE.matcher(marked).replaceAll(" ").strip();
  }
}
