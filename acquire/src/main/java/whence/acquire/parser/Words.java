package whence.acquire.parser;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A fault in words for the user.
final class Words {
  private static final int LONGEST = 160;
  private static final Pattern PATHS = Pattern.compile("(?:/[^\\s/:]++){2,}+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]++");

  private Words() {}

  /// The message of a fault, on one line, short, and without paths of this machine.
  static String of(Throwable fault) {
    String message = fault.getMessage();
    return message == null || message.isBlank()
        ? fault.getClass().getSimpleName()
        : oneLine(PATHS.matcher(message).replaceAll("…"), LONGEST);
  }

  static String oneLine(String text, int longest) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return line.length() <= longest ? line : line.substring(0, longest) + "…";
  }

  /// Null for null and blank.
  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : oneLine(text, 300);
  }
}
