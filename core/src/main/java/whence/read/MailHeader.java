package whence.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Time;

/// The header lines of one message within a text, with the noise that scanning leaves.
///
/// @param fields where each field's value stands, first to last line
/// @param first line
/// @param behind the first line behind the header
record MailHeader(Map<Field, Span> fields, int first, int behind) {
  enum Field {
    FROM,
    TO,
    CC,
    SENT,
    SUBJECT,
    OTHER
  }

  private static final Map<String, Field> NAMES =
      Map.ofEntries(
          Map.entry("from", Field.FROM),
          Map.entry("frorn", Field.FROM),
          Map.entry("fronn", Field.FROM),
          Map.entry("to", Field.TO),
          Map.entry("cc", Field.CC),
          Map.entry("cc.", Field.CC),
          Map.entry("bcc", Field.OTHER),
          Map.entry("sent", Field.SENT),
          Map.entry("date", Field.SENT),
          Map.entry("subject", Field.SUBJECT),
          Map.entry("subj", Field.SUBJECT),
          Map.entry("attachments", Field.OTHER),
          Map.entry("attachment", Field.OTHER),
          Map.entry("importance", Field.OTHER),
          Map.entry("reply-to", Field.OTHER),
          Map.entry("sender", Field.OTHER),
          Map.entry("organization", Field.OTHER),
          Map.entry("mime-version", Field.OTHER),
          Map.entry("content-type", Field.OTHER),
          Map.entry("message-id", Field.OTHER),
          Map.entry("in-reply-to", Field.OTHER),
          Map.entry("references", Field.OTHER));

  private static final int MOST_LINES = 60;
  private static final int MOST_WRAPPED = 12;

  /// The header that begins with line `i`, null where none does.
  static @Nullable MailHeader at(String text, List<Line> lines, int i) {
    if (field(text, lines.get(i), false) == null) {
      return null;
    }
    int quotes = quotes(text, lines.get(i));
    Map<Field, Span> fields = new EnumMap<>(Field.class);
    int k = i;
    int behind = i;
    int wrapped = 0;
    Field last = null;
    while (k < lines.size() && k < i + MOST_LINES) {
      Line line = lines.get(k);
      if (contentStart(text, line) >= line.to() || isNoise(text, line)) {
        int next = nextField(text, lines, k, fields);
        if (next < 0 || quotes(text, lines.get(next)) != quotes) {
          break;
        }
        k = next;
        continue;
      }
      Field field =
          quotes(text, line) == quotes ? field(text, line, fields.containsKey(Field.FROM)) : null;
      if (field == Field.FROM && fields.containsKey(Field.FROM)) {
        break;
      }
      if (field != null) {
        int value = valueStart(text, line);
        int to = Lines.withoutMargin(text, line);
        Span span = new Span(Math.min(value, to), to);
        fields.merge(
            field,
            span,
            (before, now) -> field == Field.SUBJECT || before.length() > 0 ? before : now);
        last = field;
        wrapped = 0;
      } else if (last != null && wrapped < MOST_WRAPPED && wraps(text, lines, k, last)) {
        Span before = fields.get(last);
        if (before != null) {
          fields.put(last, new Span(before.start(), line.to()));
        }
        wrapped++;
      } else {
        break;
      }
      k++;
      behind = k;
    }
    MailHeader header = new MailHeader(Map.copyOf(fields), i, behind);
    return header.isHeader() || header.standsAlone(lines) ? header : null;
  }

  /// Enough for a message within another.
  private boolean isHeader() {
    return fields.containsKey(Field.FROM)
        && (fields.containsKey(Field.SENT)
            || fields.containsKey(Field.TO)
            || fields.containsKey(Field.SUBJECT));
  }

  /// A sender alone, between blank lines: the rest was blacked out.
  private boolean standsAlone(List<Line> lines) {
    Span from = fields.get(Field.FROM);
    boolean apart = first > 0 && lines.get(first - 1).isBlank();
    return fields.size() == 1
        && from != null
        && from.length() > 2
        && from.length() < 80
        && apart
        && behind < lines.size()
        && lines.get(behind).isBlank();
  }

  /// Enough to take a whole text for mail.
  boolean isWhole() {
    int others =
        (fields.containsKey(Field.SENT) ? 1 : 0)
            + (fields.containsKey(Field.SUBJECT) ? 1 : 0)
            + (fields.containsKey(Field.TO) || fields.containsKey(Field.CC) ? 1 : 0);
    return fields.containsKey(Field.FROM) && others >= 2 && fields.containsKey(Field.SENT);
  }

  List<Mail.Person> people(String text, Field field) {
    Span value = fields.get(field);
    return value == null ? List.of() : MailPeople.of(text, value);
  }

  @Nullable Time sent(String text) {
    Span value = fields.get(Field.SENT);
    if (value == null || value.length() == 0) {
      return null;
    }
    return Time.of(Passage.of(text, value), MailDate.value(value.of(text)));
  }

  @Nullable Passage subject(String text) {
    Span value = fields.get(Field.SUBJECT);
    return value == null || value.length() == 0 ? null : Passage.of(text, value);
  }

  private static int nextField(String text, List<Line> lines, int from, Map<Field, Span> fields) {
    int k = from;
    while (k < lines.size()
        && k < from + 8
        && (contentStart(text, lines.get(k)) >= lines.get(k).to() || isNoise(text, lines.get(k)))) {
      k++;
    }
    if (k >= lines.size()) {
      return -1;
    }
    Field field = field(text, lines.get(k), false);
    return field != null && field != Field.FROM && !fields.containsKey(field) ? k : -1;
  }

  private static boolean isNoise(String text, Line line) {
    return Lines.isFurnitureAlone(text, line);
  }

  /// A header line without a name of its own goes on with recipients, or is set in.
  private static boolean wraps(String text, List<Line> lines, int k, Field last) {
    Line line = lines.get(k);
    boolean names = line.of(text).indexOf(';') >= 0 || line.of(text).indexOf('@') >= 0;
    if (last == Field.TO || last == Field.CC) {
      boolean between = false;
      for (int next = k + 1; next < lines.size() && next < k + 4 && !between; next++) {
        between = field(text, lines.get(next), true) != null;
      }
      return names || between || line.indent() > 10;
    }
    return last != Field.FROM && last != Field.SENT && line.indent() > 10;
  }

  static @Nullable Field field(String text, Line line, boolean inHeader) {
    int from = contentStart(text, line);
    int limit = Math.min(line.to(), from + 16);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':' || (c == ';' && inHeader)) {
        return NAMES.get(plain(text, from, i));
      }
      if (c == ' ' && inHeader) {
        String name = plain(text, from, i);
        Field spaced = NAMES.get(name);
        boolean wide = text.startsWith("   ", i);
        if (spaced == Field.SUBJECT || (spaced == Field.SENT && wide)) {
          return spaced;
        }
      }
      if (!Character.isLetter(c) && "-*. ".indexOf(c) < 0) {
        return null;
      }
    }
    return null;
  }

  private static String plain(String text, int from, int to) {
    return text.substring(from, to).replace("*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static int valueStart(String text, Line line) {
    int i = contentStart(text, line);
    while (i < line.to() && ":; ".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    while (i < line.to() && (":;*".indexOf(text.charAt(i)) >= 0 || Line.isSpace(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  /// Behind the quote marks of a line.
  static int contentStart(String text, Line line) {
    if (line.isBlank()) {
      return line.from();
    }
    char first = text.charAt(line.from());
    int behind = first == '>' ? Lines.behindQuoteMarks(text, line) : line.from();
    return text.startsWith("\u2022 From:", behind) ? behind + 2 : behind;
  }

  /// How many quote marks a line begins with.
  static int quotes(String text, Line line) {
    int quotes = 0;
    for (int i = line.from(); i < contentStart(text, line); i++) {
      quotes += text.charAt(i) == '>' ? 1 : 0;
    }
    return quotes;
  }
}
