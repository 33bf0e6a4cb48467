package whence.acquire;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.acquire.parser.Parsed;
import whence.model.Block;
import whence.model.Passage;
import whence.model.Region;
import whence.model.Span;
import whence.model.Time;

/// What a document says of itself: its format's metadata first, then its first lines. What it does
/// not say stays null.
///
/// @param dateSource null exactly when `date` is
record Masthead(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String republishedFrom,
    @Nullable Time date,
    @Nullable String dateSource) {
  private static final int START = 8_000;
  private static final int END = 3_000;
  private static final int FIRST_LINES = 12;
  private static final int LONGEST_TITLE = 250;
  private static final int LINES_WITH_DATES = 25;

  private static final Pattern FROM = Pattern.compile("(?i)[*_]{0,2}from:[*_]{0,2}");
  private static final Pattern TO = Pattern.compile("(?i)[*_]{0,2}to:[*_]{0,2}");
  private static final Pattern SENT = Pattern.compile("(?i)[*_]{0,2}(?:sent|date):[*_]{0,2}");
  private static final Pattern SUBJECT =
      Pattern.compile("(?i)[*_]{0,2}(?:subject|subj|re|title):[*_]{0,2}");
  private static final Pattern MEMORANDUM = Pattern.compile("(?i).{0,30}\\bmemorandum\\b.{0,40}");
  private static final Pattern ADDRESS = Pattern.compile("\\s*[<\\[(][^>\\])]*[>\\])]?\\s*$");

  /// Words before a date that say whose date it is.
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)[(*_]{0,3}(posted(?: by| on)?|(?:first )?published(?: on| by)?|publication date|dated?"
              + "|issued|date of issue|released?|release date|for (?:immediate )?release|filed)\\b.*");

  /// In characters: no sentence of running text, most likely.
  private static final int SHORT_LINE = 60;

  private static final Pattern DATE_LINE_REST =
      Pattern.compile(
          "(?i)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?|the|\\(|\\)|(?-i:\\p{Lu})[\\p{L}.]{1,20}(?: (?-i:\\p{Lu})[\\p{L}.]{1,20}){0,2},"
              + "|[\\s,.*_|–—-])*+");

  private static final Pattern FILE_DATE =
      Pattern.compile(
          "(?<![\\d])((?:19|20)\\d{2})([-_.]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?![\\d])");

  private static final Pattern HEADING_MARK = Pattern.compile("#{1,3} +(.*?)(?: +#*)?");

  /// Stamps that releasing bodies print across the top.
  private static final Pattern STAMP =
      Pattern.compile(
          "(?i).*\\b(?:release(?:d)? (?:under|in|by)|case no|doc(?:ument)? no|page \\d+ of)\\b.*");

  static Masthead of(
      String text, List<Block> blocks, String type, String path, Parsed.Metadata metadata) {
    return new Reader(text, blocks, type, path, metadata).read();
  }

  private record Dated(Time time, String source) {}

  private record Reader(
      String text,
      List<Block> blocks,
      String type,
      String path,
      Parsed.Metadata metadata,
      Head head,
      boolean mail) {
    Reader(String text, List<Block> blocks, String type, String path, Parsed.Metadata metadata) {
      this(text, blocks, type, path, metadata, Head.of(text), isMail(Head.of(text)));
    }

    private static boolean isMail(Head head) {
      boolean from = false;
      boolean rest = false;
      for (Head.Line line : head.lines()) {
        from |= FROM.matcher(line.text()).lookingAt();
        rest |= TO.matcher(line.text()).lookingAt() || SENT.matcher(line.text()).lookingAt();
      }
      return from && rest;
    }

    Masthead read() {
      Head.Line title = title();
      Dated date = date(title);
      String republished = Names.republishedFrom(text.substring(0, Math.min(text.length(), START)));
      if (republished == null && text.length() > START) {
        republished = Names.republishedFrom(text.substring(Math.max(START, text.length() - END)));
      }
      String publisher = publisher();
      String agency = publisher == null || mail ? null : agency();
      if (republished == null && agency != null && !agency.equals(publisher)) {
        republished = agency;
      }
      String given = metadata.title();
      return new Masthead(
          given != null ? given : title == null ? null : plain(title.text()),
          author(),
          publisher,
          republished,
          date == null ? null : date.time(),
          date == null ? null : date.source());
    }

    private static String plain(String title) {
      String line = title.replaceAll("\\s++", " ");
      line = line.replaceFirst("^[*_]{1,2}(.+?)[*_]{1,2}$", "$1");
      return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…";
    }

    private @Nullable String author() {
      String given = metadata.author();
      if (given != null) {
        return nameOnly(given);
      }
      String front = front("author", "authors", "byline");
      if (front != null) {
        return front;
      }
      Head.Line from = head.field(FROM);
      if (mail || (from != null && isMemorandum())) {
        return from == null ? null : nameOnly(from.text());
      }
      for (Head.Line line : head.lines()) {
        String names = Names.byline(line.text());
        if (names != null) {
          return names;
        }
      }
      return Names.reporting(text.substring(Math.max(0, text.length() - END)));
    }

    private boolean isMemorandum() {
      return head.lines().stream()
          .limit(FIRST_LINES)
          .anyMatch(line -> MEMORANDUM.matcher(line.text()).matches());
    }

    /// `Jane Doe <jane@example.org>` is Jane Doe; an address alone stays.
    private static @Nullable String nameOnly(String sender) {
      String name = ADDRESS.matcher(sender).replaceFirst("").strip();
      name = name.replaceFirst("^[\"'](.*)[\"']$", "$1").strip();
      return name.isEmpty() ? (sender.isBlank() ? null : sender.strip()) : name;
    }

    private @Nullable String publisher() {
      String given = metadata.publisher();
      if (given == null) {
        given = front("publisher", "publication", "outlet", "source");
      }
      if (given != null || mail || type.startsWith("message/")) {
        return given;
      }
      String masthead =
          head.lines().isEmpty() ? null : Names.masthead(head.lines().getFirst().text());
      return masthead == null ? agency() : masthead;
    }

    private @Nullable String agency() {
      for (Head.Line line : head.lines()) {
        String agency = Names.agency(line.text());
        if (agency != null) {
          return agency;
        }
      }
      return null;
    }

    private @Nullable String front(String... keys) {
      Head.Line line = frontLine(keys);
      return line == null ? null : line.text();
    }

    private Head.@Nullable Line frontLine(String... keys) {
      for (String key : keys) {
        for (Head.Line line : head.frontMatter()) {
          if (line.text().toLowerCase(Locale.ROOT).startsWith(key + ":")) {
            String value = line.text().substring(key.length() + 1).strip();
            String bare = value.replaceFirst("^[\"'](.*)[\"']$", "$1");
            if (!bare.isBlank()) {
              int at = text.indexOf(bare, line.start());
              return new Head.Line(bare, at, 0, true, false);
            }
          }
        }
      }
      return null;
    }

    private Head.@Nullable Line title() {
      Head.Line front = frontLine("title", "headline");
      if (front != null) {
        return front;
      }
      Head.Line subject = head.field(SUBJECT);
      if (mail || (subject != null && isMemorandum())) {
        return subject;
      }
      for (Block block : blocks) {
        if (block.region() == Region.HEADLINE && block.start() < START) {
          String words = text.substring(block.start(), block.end());
          return new Head.Line(words, block.start(), 0, true, false);
        }
      }
      for (Head.Line line : head.lines()) {
        Matcher marked = HEADING_MARK.matcher(line.text());
        if (line.underlined()) {
          return line;
        }
        if (marked.matches() && type.equals("text/markdown")) {
          return new Head.Line(marked.group(1), line.start() + marked.start(1), 0, true, false);
        }
      }
      if (subject != null && head.lines().indexOf(subject) < FIRST_LINES) {
        return subject;
      }
      return blocks.isEmpty() || type.startsWith("text/") ? headlineLike() : null;
    }

    /// A paragraph of one line among the first that reads like a headline: some words, no full
    /// stop.
    private Head.@Nullable Line headlineLike() {
      for (int i = 0; i < Math.min(5, head.lines().size()); i++) {
        Head.Line line = head.lines().get(i);
        String words = line.text();
        if (words.length() > LONGEST_TITLE || (line.alone() && words.endsWith("."))) {
          return null;
        }
        int count = words.split("\\s++", -1).length;
        int letters = (int) words.codePoints().filter(Character::isLetter).count();
        boolean reads =
            count >= 4
                && letters > words.length() * 0.6
                && !words.endsWith(":")
                && !words.endsWith(",")
                && !STAMP.matcher(words).matches()
                && !LABEL.matcher(words).matches()
                && Names.byline(words) == null
                && Names.agency(words) == null
                && HandlingMarks.in(words).isEmpty();
        if (line.alone() && reads && WrittenDate.in(words) == null) {
          return line;
        }
      }
      return null;
    }

    private @Nullable Dated date(Head.@Nullable Line title) {
      String given = metadata.date();
      String givenSource = metadata.dateSource();
      Dated fromFormat =
          given == null || givenSource == null
              ? null
              : new Dated(Time.fromMetadata(given), givenSource);
      if (fromFormat != null && !metadata.weakDate()) {
        return fromFormat;
      }
      Dated found = written(title);
      if (found != null) {
        return found;
      }
      return fromFormat != null && !isPlaceholder(given) ? fromFormat : fileName();
    }

    /// A file maker's zero, not a day on which anything was made.
    private static boolean isPlaceholder(@Nullable String date) {
      return date != null && (date.startsWith("1970-01-01") || date.startsWith("2000-01-01"));
    }

    private @Nullable Dated written(Head.@Nullable Line title) {
      Head.Line front = frontLine("date", "published", "publication date");
      if (front != null) {
        Dated found = in(front, "front matter");
        if (found != null) {
          return found;
        }
      }
      Head.Line sent = head.field(SENT);
      if (sent != null) {
        Dated found = in(sent, mail ? "mail header" : "line \"Date:\"");
        if (found != null) {
          return found;
        }
      }
      for (Head.Line line : head.lines()) {
        Matcher label = LABEL.matcher(line.text());
        if (label.matches() && line.text().length() < 160) {
          Dated found = in(line, "line \"" + label.group(1) + "\"");
          if (found != null) {
            return found;
          }
        }
      }
      if (title != null) {
        Dated found = startOf(title);
        if (found != null) {
          return found;
        }
      }
      return bylineOrOwnLine();
    }

    private @Nullable Dated bylineOrOwnLine() {
      int lines = 0;
      for (Head.Line line : head.lines()) {
        if (++lines > LINES_WITH_DATES) {
          return null;
        }
        int dateline = Names.datelineLength(line.text());
        if (dateline > 0) {
          Head.Line start =
              new Head.Line(line.text().substring(0, dateline), line.start(), 0, false, false);
          Dated found = in(start, "dateline");
          if (found != null) {
            return found;
          }
        }
        if (line.text().length() > 120) {
          continue;
        }
        boolean byline = Names.byline(line.text()) != null;
        WrittenDate date = WrittenDate.in(line.text());
        if (date != null
            && (byline || isAlone(date, line.text()) || endsShortLine(date, line.text()))) {
          return in(line, byline ? "byline" : "a line of its own");
        }
      }
      return null;
    }

    private static boolean isAlone(WrittenDate date, String line) {
      return DATE_LINE_REST.matcher(line.substring(0, date.start())).matches()
          && line.substring(date.end()).length() <= 12
          && !line.substring(date.end()).matches(".*\\d{3}.*");
    }

    /// "Report 24-117, 6 December 2024".
    private static boolean endsShortLine(WrittenDate date, String line) {
      String value = date.value();
      return value != null
          && value.length() == "2024-12-06".length()
          && line.length() <= SHORT_LINE
          && date.end() >= line.stripTrailing().length()
          && line.substring(0, date.start()).matches(".*(?:[,–—|(]|\\bdated)\\s*");
    }

    /// A title that starts with a date, as a hearing's does.
    private @Nullable Dated startOf(Head.Line title) {
      WrittenDate date = WrittenDate.in(title.text());
      return date == null || date.start() > 12 ? null : in(title, "title");
    }

    private @Nullable Dated in(Head.Line line, String source) {
      WrittenDate date = WrittenDate.in(line.text());
      if (date == null) {
        return null;
      }
      Span span = new Span(line.start() + date.start(), line.start() + date.end());
      return new Dated(Time.of(Passage.of(text, span), date.value()), source);
    }

    private @Nullable Dated fileName() {
      String name = path.substring(path.lastIndexOf('/') + 1);
      Matcher matcher = FILE_DATE.matcher(name);
      if (!matcher.find()) {
        return null;
      }
      WrittenDate date =
          WrittenDate.in(matcher.group(1) + "-" + matcher.group(3) + "-" + matcher.group(4));
      String value = date == null ? null : date.value();
      return value == null ? null : new Dated(Time.fromMetadata(value), "file name");
    }
  }
}
