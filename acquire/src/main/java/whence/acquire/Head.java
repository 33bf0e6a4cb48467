package whence.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first lines of a text, where a document says what it is: without blank lines, and without
/// what markup says to machines.
///
/// @param lines in order
/// @param frontMatter the lines of a YAML block at the very start
record Head(List<Line> lines, List<Line> frontMatter) {
  private static final int MOST_LINES = 60;
  private static final int MOST_CHARACTERS = 12_000;
  private static final int LONGEST_LINE = 2_000;
  private static final Pattern DIRECTIVE = Pattern.compile("\\.\\. (?:[\\w-]+::|_).*");
  private static final Pattern FRONT_MATTER =
      Pattern.compile("---\\r?\\n(?:[^\\n]{0,500}\\n){1,100}?---\\s");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\([^()]*\\)|[\\W_]*");
  private static final Pattern RULE = Pattern.compile("([=\\-~^\"'`#*+_.:])\\1{2,}");

  /// One line, stripped.
  ///
  /// @param start of its first character in the text
  /// @param indent white space before it
  /// @param alone a blank line or nothing before it, and behind it
  /// @param underlined as Markdown and reStructuredText do with titles
  record Line(String text, int start, int indent, boolean alone, boolean underlined) {
    int end() {
      return start + text.length();
    }
  }

  static Head of(String text) {
    List<Line> lines = new ArrayList<>();
    List<Line> frontMatter = new ArrayList<>();
    boolean inFront = FRONT_MATTER.matcher(text).lookingAt();
    boolean inDirective = false;
    boolean afterBlank = true;
    int at = 0;
    while (at < text.length() && at < MOST_CHARACTERS && lines.size() < MOST_LINES) {
      int end = endOfLine(text, at);
      int cut = Math.min(end, at + LONGEST_LINE);
      int from = at;
      while (from < cut && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      String words = text.substring(from, cut).strip();
      int next = Math.min(text.length(), end + 1);
      if (words.isEmpty()) {
        afterBlank = true;
      } else if (inFront) {
        if (at > 0 && words.equals("---")) {
          inFront = false;
          afterBlank = true;
        } else if (!words.equals("---")) {
          frontMatter.add(new Line(words, from, from - at, false, false));
        }
      } else if (DIRECTIVE.matcher(words).matches()) {
        inDirective = true;
        afterBlank = true;
      } else if (inDirective && from > at) {
        afterBlank = true;
      } else if (RULE.matcher(words).matches()) {
        underline(lines);
        afterBlank = true;
        inDirective = false;
      } else {
        inDirective = false;
        boolean alone = afterBlank && isBlank(text, next);
        lines.add(new Line(words, from, from - at, alone, false));
        afterBlank = false;
      }
      at = next;
    }
    return new Head(lines, frontMatter);
  }

  private static void underline(List<Line> lines) {
    if (!lines.isEmpty()) {
      Line title = lines.removeLast();
      lines.add(new Line(title.text(), title.start(), title.indent(), true, true));
    }
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isBlank(String text, int from) {
    return text.substring(
            Math.min(from, text.length()), endOfLine(text, Math.min(from, text.length())))
        .isBlank();
  }

  /// The value of a header line (`Subject: …`) among the first lines, with where it starts; lines
  /// that go on deeply indented belong to it. Null if there is none, or it is empty.
  @Nullable Line field(Pattern name) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      var matcher = name.matcher(line.text());
      if (matcher.lookingAt()) {
        String value = line.text().substring(matcher.end());
        int skipped = value.length() - value.stripLeading().length();
        value = value.strip();
        if (value.isEmpty() || PLACEHOLDER.matcher(value).matches()) {
          return null;
        }
        return new Line(value, line.start() + matcher.end() + skipped, line.indent(), false, false);
      }
    }
    return null;
  }
}
