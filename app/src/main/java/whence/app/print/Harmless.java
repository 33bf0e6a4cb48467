package whence.app.print;

/// Makes text from documents safe to show on a terminal.
///
/// A document can carry escape sequences that move the cursor, rewrite what was printed or rename
/// the window, and bidirectional marks that show words in another order than they are stored in.
/// Each such character is replaced by a visible sign; nothing is dropped.
public final class Harmless {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final char DELETE = 0x7F;
  private static final char DELETE_PICTURE = 0x2421;

  private Harmless() {}

  /// On one line: line breaks and tabs become spaces.
  public static String line(String text) {
    return clean(text, false);
  }

  /// Line breaks and tabs stay.
  public static String block(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepBreaks) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = isHarmless(c, keepBreaks);
      if (!harmless && clean == null) {
        clean = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (clean != null) {
        if (harmless) {
          clean.append(c);
        } else if (keepBreaks && c == '\r') {
          // A line break of its own would be lost, and alone it overwrites the line.
          if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
            clean.append('\n');
          }
        } else {
          clean.append(sign(c));
        }
      }
    }
    return clean == null ? text : clean.toString();
  }

  private static boolean isHarmless(char c, boolean keepBreaks) {
    if (c >= ' ' && c < DELETE) {
      return true;
    }
    if (c == '\n' || c == '\t') {
      return keepBreaks;
    }
    return c >= 0xA0 && !isMark(c);
  }

  /// Marks that change the order or the look of what stands around them.
  private static boolean isMark(char c) {
    return c == 0x061C
        || (c >= 0x200B && c <= 0x200F && c != 0x200D)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB);
  }

  private static String sign(char c) {
    if (c == '\n' || c == '\t' || c == '\r') {
      return " ";
    }
    if (c < ' ') {
      return String.valueOf((char) (CONTROL_PICTURES + c));
    }
    if (c == DELETE) {
      return String.valueOf(DELETE_PICTURE);
    }
    return "<U+%04X>".formatted((int) c);
  }
}
