package whence.weigh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who made, gathered or obtained what a text gives as its source: `a report by the Harrow
/// Institute` comes from the Harrow Institute.
final class Makers {
  private static final String WORK =
      "(?:report|study|survey|assessment|analysis|memo|memorandum|dossier|investigation|inquiry"
          + "|statement|account|review|audit|briefing|paper|document|record|file|letter|note|list"
          + "|cable|transcript|recording|interview|database|archive)s?";
  private static final String MADE =
      "(?:(?:compiled|published|issued|prepared|written|released|obtained|gathered|collected"
          + "|produced|drafted|commissioned|conducted|seen|reviewed|leaked) )?";
  private static final String NAME =
      "\\p{Lu}[\\p{L}\\p{N}.'’&-]*(?: (?:of |for |and |the |de |la |du )*\\p{Lu}[\\p{L}\\p{N}.'’&-]*)*";

  private static final Pattern BY =
      Pattern.compile("\\b" + WORK + " " + MADE + "(?:by|from) (?:the |a |an )?(" + NAME + ")");

  /// A source's words are not read further than this, in characters.
  private static final int LONGEST = 400;

  private Makers() {}

  /// @param as a source's words in the text
  /// @return the maker's name as written, null where no maker is named
  static @Nullable String of(@Nullable String as) {
    if (as == null) {
      return null;
    }
    String line = as.substring(0, Math.min(LONGEST, as.length())).replaceAll("\\s+", " ");
    Matcher by = BY.matcher(line);
    return by.find() ? by.group(1) : null;
  }
}
