package whence.acquire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Handling marks as printed: banners and portion marks of the United States, old and new, of the
/// United Kingdom and Canada, the Traffic Light Protocol, and the stamps of released records.
///
/// A mark that is also a word ("Secret", "Confidential") counts only alone on its line or behind
/// one of a banner's own signs.
final class HandlingMarks {
  private static final int MOST = 40;

  private static final String LEVEL =
      "(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|OFFICIAL(?:[- ]SENSITIVE)?"
          + "|PROTECTED [ABC])";

  /// Alone on its line: the level, its categories behind `//`, or an old stamp.
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t*_#>|=-]*+((?:"
              + LEVEL
              + "|Top Secret|Secret|Confidential|Unclassified|Protected [ABC])"
              + "(?: ?// ?[A-Z][A-Za-z0-9 ,'’+-]{1,60}+| ?/ ?[A-Z][A-Z0-9 ,+-]{1,60}+){0,8}+(?: ?(?:NOFORN|NO FOREIGN DISSEM|EYES ONLY|SENSITIVE|AND BUSINESS CONFIDENTIAL))?)"
              + "[ \\t*_#|=.-]*+$");

  private static final Pattern ANYWHERE =
      Pattern.compile(
          "TLP:(?:RED|AMBER\\+STRICT|AMBER|GREEN|CLEAR|WHITE)\\b"
              + "|\\b(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)(?://[A-Z][A-Z0-9 ,/+-]{0,40}[A-Z0-9])+"
              + "|\\bTop Secret(?://[A-Z][A-Za-z -]{1,40})+"
              + "|\\bT-O-P[ -]S-E-C-R-E-T\\b|\\bS-E-C-R-E-T\\b|\\bC-O-N-F-I-D-E-N-T-I-A-L\\b"
              + "|\\bNO FOREIGN DISSEM(?:INATION)?\\b|\\bNOFORN\\b|\\bLIMITED OFFICIAL USE(?: ONLY)?\\b"
              + "|\\bFOR OFFICIAL USE ONLY\\b|\\b(?:Canadian Eyes Only|CANADIAN EYES ONLY|UK EYES ONLY)\\b"
              + "|\\b(?:Solicitor-Client Privilege|SOLICITOR-CLIENT PRIVILEGE|Cabinet Confidence)\\b"
              + "|\\bOFFICIAL-SENSITIVE\\b|\\bSENSITIVE BUT UNCLASSIFIED\\b"
              + "|\\bRELEASE IN\\s{1,120}(?:FULL|PART\\s{1,120}B\\d(?:\\([A-Z0-9]{1,3}\\))?(?:,\\s?B\\d)*+|PART\\b)");

  /// `(TS//SI//OC/REL)`, `(S)`, `(U//FOUO)`: at the start of a paragraph or a subject.
  private static final Pattern PORTION =
      Pattern.compile(
          "(?m)(?:^[ \\t>*•-]*+(?:\\d{1,3}[.)][ \\t]{1,4}+|[A-Za-z][.)][ \\t]{1,4}+)?"
              + "|^(?:SUBJECT|Subject|SUBJ|Title|TITLE):[ \\t]{1,40}+)"
              + "(\\((?:(?:TS|SBU|CUI)(?:/{1,2}[A-Z][A-Z0-9 ,-]{0,20}){0,6}"
              + "|[SCU](?:/{1,2}[A-Z][A-Z0-9 ,-]{0,20}){1,6}"
              + "|[SCU](?=\\)[ \\t]{1,4}+[\\p{L}\"“\\[]))\\))");

  /// A line that a released State Department record repeats on each page.
  private static final Pattern RELEASED_LEVEL =
      Pattern.compile("(?m)^[ \\t]*+(UNCLASSIFIED) U\\.S\\. Department of State Case No");

  private static final Pattern SPACE = Pattern.compile("\\s++");

  private record Found(int start, String mark) {}

  private HandlingMarks() {}

  /// Each once, in the order of first appearance.
  static List<String> in(String text) {
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : List.of(LINE, PORTION, RELEASED_LEVEL)) {
      add(pattern, 1, text, found);
    }
    add(ANYWHERE, 0, text, found);
    found.sort(
        java.util.Comparator.comparingInt(Found::start)
            .thenComparing(f -> f.mark().length(), java.util.Comparator.reverseOrder()));
    Set<String> marks = new LinkedHashSet<>();
    int end = -1;
    for (Found each : found) {
      // A mark within a longer one is part of it.
      if (each.start() >= end && marks.size() < MOST) {
        marks.add(SPACE.matcher(each.mark()).replaceAll(" ").strip());
        end = each.start() + each.mark().length();
      }
    }
    return List.copyOf(marks);
  }

  private static void add(Pattern pattern, int group, String text, List<Found> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(new Found(matcher.start(group), matcher.group(group)));
    }
  }
}
