package whence.app.report;

import java.util.List;
import whence.app.print.Harmless;

/// The style rule that prints the handling marks at the head of every page.
final class PageHead {
  private static final int LONGEST = 160;

  private PageHead() {}

  /// Empty where there are no marks.
  static String rule(List<String> marks) {
    if (marks.isEmpty()) {
      return "";
    }
    String joined = Harmless.line(String.join("   ", marks));
    String head =
        joined.length() <= LONGEST ? joined : Words.cut(joined, LONGEST) + " (more within)";
    return "@media print { @page { @top-center { content: \"" + escape(head) + "\"; } } }\n";
  }

  /// A mark is a document's text, and here it stands in a style sheet: all but letters, digits and
  /// spaces is written by code point.
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c == ' ' || (c < 128 && Character.isLetterOrDigit(c))) {
            escaped.appendCodePoint(c);
          } else {
            escaped.append("\\%06x".formatted(c));
          }
        });
    return escaped.toString();
  }
}
