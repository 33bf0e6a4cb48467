package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Span;

/// Finds where a text refers to documents by the marks that inquiries, courts and offices give
/// them: `POL00294836`, `AGI-0417`, `WITN04210100_0012`, `Exhibit KR-12`, `Annex B`.
///
/// A mark of a series is two to six capitals and at least four digits. Shorter runs of digits, and
/// four digits that could be a year or a flight, count only written as a series is: with a leading
/// zero, or where a word beside it says that a document is meant. Numbers of standards and laws are
/// no documents of a case.
public final class Exhibits {
  /// @param key how references to one document are told to be the same: `POL00294836`, `EXHIBIT
  ///   KR12`, `ANNEX B`
  /// @param kind how far the mark carries
  /// @param place of the mark, its page behind it left out
  public record Reference(String key, Kind kind, Span place) {}

  public enum Kind {
    /// One document of the whole case has it.
    SERIES,
    /// "Exhibit KR-12": one document of the case.
    EXHIBIT,
    /// "Annex B": a part of, or an addition to, some document that the text has in mind.
    PART
  }

  private static final Pattern SERIES =
      Pattern.compile("(?<![A-Za-z0-9])([A-Z]{2,6}+)([-_ ]?+)(\\d{4,12}+)(?![A-Za-z0-9])");

  private static final Pattern EXHIBIT =
      Pattern.compile(
          "\\b(?:[Ee]xhibits?|EXHIBITS?)[ \\t]{1,3}+(?:marked[ \\t]{1,3}+|[Nn]o\\.?[ \\t]{0,3}+)?+[\"“]?+"
              + "((?:[A-Z]{1,6}[-/_ ]?)?+\\d{1,5}[A-Za-z]?|[A-HJ-Z](?=[\\s,.;:)”\"]))(?![A-Za-z0-9])");

  private static final Pattern PART =
      Pattern.compile(
          "\\b(Annexe?|ANNEXE?|Appendix|APPENDIX|[Tt]ab|TAB|Enclosure|ENCLOSURE|Attachment|ATTACHMENT)"
              + "[ \\t]{1,3}+([A-Z]{0,2}\\d{1,4}[A-Z]?|[A-Z]{1,2}|[IVX]{1,5})(?![A-Za-z0-9'’])");

  /// Numbers of standards, laws, accounts, identifiers of the net.
  private static final Set<String> NO_DOCUMENTS =
      Set.of(
          "ISO", "IEC", "RFC", "BS", "EN", "DIN", "ANSI", "IEEE", "ASTM", "NIST", "IFRS", "IAS",
          "ISAE", "ISA", "SSAE", "GAAP", "CVE", "PMID", "PMC", "ISBN", "ISSN", "DOI", "UTC", "GMT",
          "EST", "PST", "CET", "FY", "CY", "AD", "BC", "AM", "PM", "TEL", "FAX", "PO", "NO", "USD",
          "GBP", "EUR", "CAD", "AUD", "EWHC", "EWCA", "UKSC", "UKHL", "SCC", "USC", "CFR", "PIN",
          "ZIP", "VAT", "IBAN", "SIC", "ASCII", "UTF", "WIN", "OS", "HTTP", "TCP", "IP", "CPU");

  private static final Pattern SAYS_DOCUMENT =
      Pattern.compile(
          "(?i)\\b(?:exhibit|document|statement|letter|memo|memorandum|note|report|e-?mail|page|paragraph"
              + "|screen|bundle|reference|ref|marked|numbered|produced|urn|is at)\\b");

  private static final int BESIDE = 40;
  private static final int FOUR = 4;

  private Exhibits() {}

  /// In the order of the text, none within another.
  public static List<Reference> in(String text) {
    List<Reference> found = new ArrayList<>();
    Matcher series = SERIES.matcher(text);
    while (series.find()) {
      if (isSeries(text, series)) {
        found.add(
            new Reference(
                series.group(1) + series.group(3),
                Kind.SERIES,
                new Span(series.start(), series.end())));
      }
    }
    named(EXHIBIT, text, found);
    named(PART, text, found);
    found.sort(
        Comparator.comparing(Reference::place)
            .thenComparing(Reference::kind)
            .thenComparing(Reference::key));
    List<Reference> apart = new ArrayList<>();
    for (Reference each : found) {
      if (apart.isEmpty() || each.place().start() >= apart.getLast().place().end()) {
        apart.add(each);
      } else if (each.kind() == Kind.SERIES && apart.getLast().kind() != Kind.SERIES) {
        apart.set(apart.size() - 1, each);
      }
    }
    return spaced(text, apart);
  }

  /// "POL 00294836" is of a series only where the text also writes it together.
  private static List<Reference> spaced(String text, List<Reference> all) {
    Map<String, Integer> together = new HashMap<>();
    for (Reference each : all) {
      if (each.kind() == Kind.SERIES && text.charAt(letters(each)) != ' ') {
        together.merge(
            each.key().substring(0, letters(each) - each.place().start()), 1, Integer::sum);
      }
    }
    return all.stream()
        .filter(each ->
            each.kind() != Kind.SERIES
                || text.charAt(letters(each)) != ' '
                || together.containsKey(
                    each.key().substring(0, letters(each) - each.place().start())))
        .toList();
  }

  /// Where the letters of a mark of a series end.
  private static int letters(Reference reference) {
    int letters = 0;
    while (Character.isUpperCase(reference.key().charAt(letters))) {
      letters++;
    }
    return reference.place().start() + letters;
  }

  private static boolean isSeries(String text, Matcher series) {
    String letters = series.group(1);
    String digits = series.group(3);
    if (NO_DOCUMENTS.contains(letters) || isInAddress(text, series.start(), series.end())) {
      return false;
    }
    if (series.group(2).equals(" ")) {
      return digits.length() > FOUR + 1;
    }
    if (followsHyphen(text, series.start()) || goesOn(text, series.end())) {
      return false;
    }
    if (digits.charAt(0) == '0' || digits.length() > FOUR + 1) {
      return true;
    }
    return !isYear(digits)
        && SAYS_DOCUMENT
            .matcher(text)
            .region(
                Math.max(0, series.start() - BESIDE),
                Math.min(text.length(), series.end() + BESIDE))
            .find();
  }

  private static boolean isYear(String digits) {
    return digits.length() == FOUR && (digits.startsWith("19") || digits.startsWith("20"));
  }

  /// "MIL-STD-1553" is a longer mark.
  private static boolean followsHyphen(String text, int start) {
    return start > 1
        && text.charAt(start - 1) == '-'
        && Character.isLetterOrDigit(text.charAt(start - 2));
  }

  /// "CVE-2021-44228" too; a page behind a mark is not: `_0012`, `/3`.
  private static boolean goesOn(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '-'
        && Character.isLetterOrDigit(text.charAt(end + 1));
  }

  /// Whether it stands in an address of the net or of mail.
  private static boolean isInAddress(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < 200 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < 80 && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    String chunk = text.substring(from, to);
    return chunk.contains("://")
        || chunk.contains("www.")
        || chunk.contains("@")
        || chunk.contains("=");
  }

  private static void named(Pattern pattern, String text, List<Reference> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      boolean part = pattern == PART;
      String word = part ? matcher.group(1).toUpperCase(Locale.ROOT) : "EXHIBIT";
      String number = matcher.group(part ? 2 : 1).toUpperCase(Locale.ROOT).replaceAll("[-/_ ]", "");
      found.add(
          new Reference(
              (word.equals("ANNEXE") ? "ANNEX" : word) + " " + number,
              part ? Kind.PART : Kind.EXHIBIT,
              new Span(matcher.start(), matcher.end())));
    }
  }
}
