package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Finds where a text was redacted, by the marks that stand for what was taken out: `[REDACTED:
/// ground]`, `[*** … ***]`, `***`, `[_..._]`, `RELEASE IN PART B5`, `B6`. Black boxes leave no
/// text.
final class Redactions {
  /// @param ground as the text states it, null where it states none
  record Redaction(Span place, @Nullable String ground) {}

  private static final String CODE = "(?:B\\d|\\([bkj]\\)\\(\\d{1,2}\\)(?:\\([A-Fa-f]\\))?+)";

  /// `[REDACTED: section 9]`, `(redacted – privileged)`, `[Personal data redacted]`.
  private static final Pattern WORDS =
      Pattern.compile(
          "[\\[(]\\s{0,4}+(?:(?i:REDACTED|REDACTION|WITHHELD|DELETED)\\b[\\s:,;–—-]{0,6}+([^\\[\\]()]{0,80}+(?:\\([^\\[\\]()]{0,20}+\\)[^\\[\\]()]{0,80}+){0,6}+)"
              + "|([^\\[\\]()]{1,60}?)\\s{1,4}+(?i:redacted|withheld))\\s{0,4}+[\\])]");

  /// `[*** ground ***]`, `[***]`, `[_..._]`.
  private static final Pattern STARS =
      Pattern.compile(
          "\\[\\s{0,4}+\\*{2,}+([^\\[\\]*]{0,200}+)(?:\\*{2,}+)?+\\s{0,4}+\\]|\\[_[._ ]{1,40}+\\]");

  /// Three stars between words; a line of them alone only parts sections.
  private static final Pattern BARE =
      Pattern.compile("(?<=\\S[ \\t]{1,2})\\*{3,}+(?=[ \\t]{1,2}\\S)");

  /// The stamp of a released record, with its exemptions.
  private static final Pattern RELEASE =
      Pattern.compile(
          "\\bRELEASE IN\\s{1,40}+PART\\s{1,40}+((?:B\\d(?:\\([A-Z0-9]{1,3}\\))?+[,\\s]{0,4}+){1,6}+)");

  /// The exemption where something was taken out: alone on its line, at a line's end, or in
  /// brackets.
  private static final Pattern EXEMPTION =
      Pattern.compile(
          "(?m)(?:^[ \\t]{0,20}+|[ \\t]{2,20}+|\\[)("
              + CODE
              + "(?:[ \\t,]{1,3}+"
              + CODE
              + "){0,4}+)(?:\\]|[ \\t]{0,20}+$)");

  private static final Pattern RELEASED =
      Pattern.compile(
          "\\bRELEASE IN\\s{1,40}+PART\\b|(?i:\\bFreedom of Information\\b|\\bFOIA\\b)");

  private Redactions() {}

  /// In the order of the text, none within another.
  static List<Redaction> in(String text) {
    List<Redaction> found = new ArrayList<>();
    add(WORDS, text, found);
    add(STARS, text, found);
    add(BARE, text, found);
    add(RELEASE, text, found);
    if (RELEASED.matcher(text).find()) {
      add(EXEMPTION, text, found);
    }
    found.sort(Comparator.comparing(Redaction::place));
    List<Redaction> apart = new ArrayList<>();
    for (Redaction each : found) {
      if (apart.isEmpty() || each.place().start() >= apart.getLast().place().end()) {
        apart.add(each);
      }
    }
    return apart;
  }

  private static void add(Pattern pattern, String text, List<Redaction> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String ground = null;
      int start = matcher.start();
      int end = matcher.end();
      for (int group = 1; group <= matcher.groupCount(); group++) {
        String words = matcher.group(group);
        if (words != null && !words.isBlank()) {
          ground = Objects.requireNonNull(words).strip();
          if (pattern == EXEMPTION) {
            start = matcher.start(group);
            end = matcher.end(group);
          }
        }
      }
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      found.add(new Redaction(new Span(start, end), ground));
    }
  }
}
