package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Page;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Statement;

/// What looking for gaps keeps of one document, so that each reading is opened once.
///
/// @param own keys of [Exhibits] by which the document itself goes: in its path or title, alone on
///   a line of its head, stamped on its pages
/// @param head the words of its path, title and first lines, lower case
/// @param days that its head gives, `02-03`
/// @param citations of other documents
/// @param seen papers that somebody is said to have seen, or that are told by their day
/// @param partly words by which the writer says that they had only a part of something
/// @param hearing how many of its statements a speaker of a hearing makes
record Scanned(
    Document document,
    Set<String> own,
    Set<String> head,
    Set<String> days,
    List<Citation> citations,
    List<Mark> redactions,
    List<Mark> seen,
    List<Mark> partly,
    int hearing) {
  /// A reference to a document.
  ///
  /// @param statements ids of those that it stands in
  /// @param behind the text that follows it, for a while and up to the next reference
  record Citation(
      Exhibits.Reference reference, Gap.Place place, List<String> statements, String behind) {}

  /// Words of a text that show something.
  ///
  /// @param detail what the words state further, null where they do not
  record Mark(Gap.Place place, List<String> statements, @Nullable String detail) {}

  private static final int HEAD = 800;
  private static final int HEAD_WORDS = 60;
  private static final int BEHIND = 400;

  /// A wire's number, an office's file number: what begins or ends a text by itself.
  private static final int EDGE = 120;

  private static final int LONGEST_LABEL = 60;

  /// A footer stands on so many pages.
  private static final int FURNITURE = 3;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PAGE_SUFFIX = Pattern.compile("^[_/]\\d{1,4}\\b");

  /// "a printed invitation that the Gazette has seen", "a memo obtained by the Gazette".
  private static final String PAPER =
      "(?:letter|memo|memorandum|note|report|e-mail|email|minutes|contract|invitation|invoice|receipt"
          + "|record|photograph|recording|transcript|statement|agreement|list|diary|log|ledger|cable|dossier"
          + "|file|document|draft|briefing|assessment|estimate|text message|map|plan|affidavit|warrant)";

  private static final Pattern SEEN =
      Pattern.compile(
          "\\b(?:an?|the|one|his|her|its|their)\\s((?:[\\p{Ll}-]{1,20}\\s){0,4}?"
              + PAPER
              + ")\\s(?:(?:that|which)\\s(?:[\\p{L}'’.-]{1,20}\\s){1,4}?(?:has|have)\\s(?:seen|obtained|reviewed|read)"
              + "|(?:seen|obtained|reviewed|viewed)\\sby\\b)");

  /// "the letter of 3 February", "his memo to the board dated March 4, 2031".
  private static final Pattern OF_A_DAY =
      Pattern.compile(
          "\\b(?:an?|the|his|her|its|their|your|my|our|that|this)\\s((?:[\\p{Ll}-]{1,20}\\s){0,2}?"
              + PAPER
              + ")\\s(?:(?:to|from)\\s(?:[\\p{L}'’.-]{1,20}\\s){1,4}?)?(?:of|dated)\\s(?:the\\s)?"
              + Days.DAY);

  /// "The extract we were given", "we have not seen the full log": in a witness's mouth it says
  /// nothing of what was examined.
  private static final Pattern PARTLY =
      Pattern.compile(
          "\\b(?:extract|excerpt|summary|part|portion|version)s?\\s(?:(?:that|which)\\s)?"
              + "(?:we|I|they|the\\s\\p{L}{1,20})\\s(?:were|was|have\\sbeen|has\\sbeen|had\\sbeen)\\s"
              + "(?:given|shown|sent|supplied|provided)\\b"
              + "|\\b(?:we|We|I)\\s(?:have|had)\\s(?:not|never)\\s(?:seen|read|examined"
              + "|been\\s(?:given|shown|sent|provided\\swith))\\s(?:the|an?|any|its|his|her|their)\\s"
              + "(?:[\\p{L}-]{1,20}\\s){0,3}?"
              + PAPER
              + "\\b");

  private static void marks(
      Pattern pattern, int detail, Reading reading, Statements within, List<Mark> marks) {
    Matcher matcher = pattern.matcher(reading.text().characters());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      marks.add(new Mark(place(reading, span), within.over(span), matcher.group(detail)));
    }
  }

  static Scanned of(Reading reading) {
    Document document = reading.document();
    String text = reading.text().characters();
    Statements within = new Statements(reading.statements());
    Set<String> own = names(document);
    Set<Integer> furniture = furniture(reading);
    List<Exhibits.Reference> references = Exhibits.in(text);
    Map<String, Integer> alone = new HashMap<>();
    for (Exhibits.Reference each : references) {
      Span line = line(text, each.place());
      boolean heads = each.place().start() < HEAD && isLabel(text, line, each.place());
      boolean stamps =
          isAlone(text, line, each.place())
              && (each.kind() == Exhibits.Kind.PART
                  || alone.merge(each.key(), 1, Integer::sum) > 1
                  || PAGE_SUFFIX.matcher(text.substring(each.place().end(), line.end())).find());
      boolean edges =
          isAlone(text, line, each.place())
              || text.substring(line.start(), each.place().start()).isBlank();
      boolean slug =
          edges
              && each.kind() == Exhibits.Kind.SERIES
              && (each.place().start() < EDGE || each.place().end() > text.length() - EDGE)
              && line.length() < LONGEST_LABEL;
      boolean heading =
          each.kind() == Exhibits.Kind.PART
              && text.substring(line.start(), each.place().start()).isBlank()
              && line.length() < LONGEST_LABEL;
      if (heads || stamps || slug || heading) {
        own.add(each.key());
      }
    }
    List<Citation> citations = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      Exhibits.Reference each = references.get(i);
      int next = i + 1 < references.size() ? references.get(i + 1).place().start() : text.length();
      if (!own.contains(each.key()) && !furniture.contains(line(text, each.place()).start())) {
        citations.add(
            new Citation(
                each,
                place(reading, each.place()),
                within.over(each.place()),
                text.substring(each.place().end(), Math.min(next, each.place().end() + BEHIND))));
      }
    }
    List<Mark> redactions = new ArrayList<>();
    for (Redactions.Redaction each : Redactions.in(text)) {
      redactions.add(
          new Mark(place(reading, each.place()), within.over(each.place()), each.ground()));
    }
    List<Mark> seen = new ArrayList<>();
    for (Pattern pattern : List.of(SEEN, OF_A_DAY)) {
      marks(pattern, 1, reading, within, seen);
    }
    int spoken = (int) reading.statements().stream().filter(Scanned::isSpoken).count();
    List<Mark> partly = new ArrayList<>();
    if (spoken == 0) {
      marks(PARTLY, 0, reading, within, partly);
    }
    return new Scanned(
        document,
        own,
        head(document, text),
        Days.in(text.substring(0, Math.min(text.length(), HEAD))).stream()
            .map(Days.Day::ofYear)
            .collect(Collectors.toSet()),
        citations,
        redactions,
        seen,
        partly,
        spoken);
  }

  /// A document that nothing could be read of.
  static Scanned unread(Document document) {
    return new Scanned(
        document,
        names(document),
        head(document, ""),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0);
  }

  private static boolean isSpoken(Statement statement) {
    return statement.speakerRole() == SpeakerRole.COUNSEL
        || statement.speakerRole() == SpeakerRole.WITNESS
        || statement.speakerRole() == SpeakerRole.CHAIR;
  }

  static Gap.Place place(Reading reading, Span span) {
    return new Gap.Place(
        reading.document().sha256(),
        reading.document().path(),
        Passage.of(reading.text().characters(), span),
        reading.text().pageAt(span.start()));
  }

  /// By which marks a path or a title names its document: `annex-b.pdf`, `POL00012345.pdf`.
  private static Set<String> names(Document document) {
    Set<String> own = new TreeSet<>(CodePoints.ORDER);
    List<String> names = new ArrayList<>(document.alsoAt());
    names.add(document.path());
    if (document.title() != null) {
      names.add(document.title());
    }
    for (String name : names) {
      String upper = name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
      Exhibits.in(upper.replace('_', ' ')).forEach(each -> own.add(each.key()));
      Exhibits.in(upper.replaceAll("[-_.]+", " ")).forEach(each -> own.add(each.key()));
      Exhibits.in(upper).forEach(each -> own.add(each.key()));
    }
    return own;
  }

  private static Set<String> head(Document document, String text) {
    Set<String> words = new HashSet<>();
    String title = document.title() == null ? "" : document.title();
    for (String word : NO_WORD.split(document.path() + " " + title)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    int counted = 0;
    for (String word : NO_WORD.split(text.substring(0, Math.min(text.length(), HEAD)))) {
      if (!word.isEmpty() && counted++ < HEAD_WORDS) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static Span line(String text, Span place) {
    int start = text.lastIndexOf('\n', Math.max(0, place.start() - 1)) + 1;
    if (place.start() > 0 && text.charAt(place.start() - 1) == '\n') {
      start = place.start();
    }
    int end = text.indexOf('\n', place.end());
    return new Span(Math.min(start, place.start()), end < 0 ? text.length() : end);
  }

  private static boolean isAlone(String text, Span line, Span place) {
    String rest =
        text.substring(line.start(), place.start())
            + PAGE_SUFFIX.matcher(text.substring(place.end(), line.end())).replaceFirst("");
    return rest.chars().noneMatch(Character::isLetterOrDigit);
  }

  /// "Ref: AGI-0417", "Exhibit KR-12": a line that does nothing but label.
  private static boolean isLabel(String text, Span line, Span place) {
    String before = text.substring(line.start(), place.start()).strip();
    String after =
        PAGE_SUFFIX.matcher(text.substring(place.end(), line.end())).replaceFirst("").strip();
    return line.length() < LONGEST_LABEL
        && after.chars().noneMatch(Character::isLetterOrDigit)
        && (before.isEmpty()
            || before.endsWith(":")
            || before.endsWith(".")
            || before.endsWith("#"));
  }

  /// Where lines start that stand alike at the head or foot of several pages, figures apart.
  private static Set<Integer> furniture(Reading reading) {
    List<Page> pages = reading.text().pages();
    String text = reading.text().characters();
    Map<String, List<Integer>> alike = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      int start = pages.get(i).start();
      int end = i + 1 < pages.size() ? pages.get(i + 1).start() : text.length();
      List<Span> lines = new ArrayList<>();
      int at = start;
      while (at < end) {
        int stop = text.indexOf('\n', at);
        stop = stop < 0 || stop > end ? end : stop;
        if (!text.substring(at, stop).isBlank()) {
          lines.add(new Span(at, stop));
        }
        at = stop + 1;
      }
      for (int k = 0; k < lines.size(); k++) {
        if (k < 2 || k >= lines.size() - 2) {
          alike
              .computeIfAbsent(
                  lines.get(k).of(text).strip().replaceAll("\\d+", "#"), _ -> new ArrayList<>())
              .add(lines.get(k).start());
        }
      }
    }
    Set<Integer> furniture = new HashSet<>();
    alike.values().stream().filter(each -> each.size() >= FURNITURE).forEach(furniture::addAll);
    return furniture;
  }

  /// Which statements stand over a place.
  private static final class Statements {
    private final List<Statement> sorted;
    private final int longest;

    Statements(List<Statement> statements) {
      sorted =
          statements.stream()
              .filter(each -> each.extent().start() < Integer.MAX_VALUE)
              .sorted(
                  Comparator.comparing(Statement::extent)
                      .thenComparing(Statement::id, CodePoints.ORDER))
              .toList();
      longest = sorted.stream().mapToInt(each -> each.extent().length()).max().orElse(0);
    }

    List<String> over(Span place) {
      int low = 0;
      int high = sorted.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted.get(middle).extent().start() < place.start() - longest) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      List<String> ids = new ArrayList<>();
      for (int i = low; i < sorted.size() && sorted.get(i).extent().start() < place.end(); i++) {
        if (sorted.get(i).extent().overlaps(place)) {
          ids.add(sorted.get(i).id());
        }
      }
      return ids;
    }
  }
}
