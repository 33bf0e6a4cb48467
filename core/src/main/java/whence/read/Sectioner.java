package whence.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.model.Region;
import whence.model.Span;
import whence.read.Layout.Markup;

/// Works out the sections of one stretch of a text from its lines: which lines belong to one
/// paragraph, and what each paragraph is.
final class Sectioner {
  private static final int WIDEST_WRAP = 220;
  private static final int SHORT = 50;
  private static final int LONGEST_HEADLINE = 160;
  private static final int LONGEST_FURNITURE = 120;

  /// So many turns make a speaker of a title and a name at the beginning of lines.
  private static final int MANY_TURNS = 4;

  private final String characters;
  private final Markup markup;
  private final List<Line> lines;
  private final boolean atTop;
  private final boolean titledLabels;
  private final Map<String, Integer> repeated = new HashMap<>();
  private final List<Section> sections = new ArrayList<>();

  Sectioner(String characters, Markup markup, int start, int end, boolean atTop) {
    this.characters = characters;
    this.markup = markup;
    this.lines = Line.of(characters, start, end);
    this.titledLabels = hasTitledLabels();
    this.atTop = atTop;
  }

  /// A block that acquiring knows: one section a paragraph, all of its region.
  static List<Section> inBlock(String text, Region region, int start, int end) {
    Sectioner sectioner = new Sectioner(text, Markup.PLAIN, start, end, false);
    List<Section> found = new ArrayList<>();
    for (Section section : sectioner.sections()) {
      found.add(
          new Section(
              region,
              section.span(),
              section.pieces(),
              region == Region.HEADLINE ? 1 : 0,
              section.label()));
    }
    return found;
  }

  List<Section> sections() {
    countRepeated();
    int i = 0;
    while (i < lines.size()) {
      if (lines.get(i).isBlank()) {
        i++;
      } else {
        i = section(i);
      }
    }
    return sections;
  }

  /// Makes the section that begins with line `i`; the first line behind it.
  private int section(int i) {
    Line line = lines.get(i);
    if (markup != Markup.PLAIN) {
      int behind = markup == Markup.REST ? rest(i) : markdown(i);
      if (behind > i) {
        return behind;
      }
    }
    if (isFurniture(line)) {
      add(Region.HEADER, 0, List.of(piece(line, line.from())), null);
      return i + 1;
    }
    int marker = Lines.marker(characters, line);
    Span label = label(line);
    boolean quoted = markup != Markup.REST && characters.charAt(line.from()) == '>';
    int last = i;
    while (last + 1 < lines.size() && continues(i, last, quoted)) {
      last++;
    }
    List<Span> pieces = new ArrayList<>();
    for (int k = i; k <= last; k++) {
      int from = lines.get(k).from();
      from = quoted ? Lines.behindQuoteMarks(characters, lines.get(k)) : k == i ? marker : from;
      int to = Lines.withoutMargin(characters, lines.get(k));
      pieces.add(new Span(Math.min(from, to), to));
    }
    Region region =
        quoted && markup == Markup.MARKDOWN ? Region.QUOTATION : region(i, last, marker, label);
    add(region, region == Region.HEADLINE ? (sections.isEmpty() ? 1 : 2) : 0, pieces, label);
    return last + 1;
  }

  private @Nullable Span label(Line line) {
    Span label = Lines.speakerLabel(characters, line.from(), line.to());
    return label == null && titledLabels
        ? Lines.titledLabel(characters, line.from(), line.to())
        : label;
  }

  /// Whether many lines begin with a title, a name and a stop, the same ones again and again: in
  /// running text a line begins so by chance only.
  private boolean hasTitledLabels() {
    Map<String, Integer> count = new HashMap<>();
    for (Line line : lines) {
      Span label = line.isBlank() ? null : Lines.titledLabel(characters, line.from(), line.to());
      if (label != null) {
        count.merge(label.of(characters), 1, Integer::sum);
      }
    }
    return count.values().stream().filter(times -> times >= MANY_TURNS).count() >= 2;
  }

  private boolean continues(int first, int last, boolean quoted) {
    Line line = lines.get(last);
    Line next = lines.get(last + 1);
    if (next.isBlank() || isFurniture(next)) {
      return false;
    }
    boolean nextQuoted = markup != Markup.REST && characters.charAt(next.from()) == '>';
    if (nextQuoted != quoted) {
      return false;
    }
    if (quoted) {
      return Lines.behindQuoteMarks(characters, next) < next.to();
    }
    if (Lines.marker(characters, next) > next.from()
        || label(next) != null
        || Lines.isMailHeader(characters, next)
        || Speakers.isHeading(characters, next)
        || Speakers.isHeading(characters, line)
        || Lines.isMailHeader(characters, line)) {
      return false;
    }
    if (markup != Markup.PLAIN) {
      return markup == Markup.MARKDOWN
          ? !Lines.isMarkdownHeading(characters, next) && !Lines.isRule(characters, next)
          : next.indent() == lines.get(first).indent() || first == last;
    }
    return wraps(first, last);
  }

  /// Whether a plain line goes on in the next: it fills the width of its neighbours, or the next
  /// one begins in lower case.
  private boolean wraps(int first, int last) {
    Line line = lines.get(last);
    Line next = lines.get(last + 1);
    int width = width(last);
    if (width > WIDEST_WRAP) {
      return false;
    }
    char head = characters.charAt(next.from());
    if (Character.isLowerCase(head)) {
      return true;
    }
    if (Lines.isShouted(characters, line) != Lines.isShouted(characters, next)
        && line.length() < width * 7 / 10) {
      return false;
    }
    boolean ended = Lines.endsWithStop(characters, line);
    if (ended && line.length() < SHORT) {
      return false;
    }
    boolean indented = next.indent() > line.indent() + 1 && last > first;
    if (indented && ended) {
      return false;
    }
    return line.length() >= width * (ended ? 8 : 7) / 10 && line.length() >= 20;
  }

  /// The longest of the lines around `i` without a blank between.
  private int width(int i) {
    int width = lines.get(i).length();
    for (int k = i - 1; k >= 0 && k > i - 8 && !lines.get(k).isBlank(); k--) {
      width = Math.max(width, lines.get(k).length());
    }
    for (int k = i + 1; k < lines.size() && k < i + 8 && !lines.get(k).isBlank(); k++) {
      width = Math.max(width, lines.get(k).length());
    }
    return width;
  }

  private Region region(int first, int last, int marker, @Nullable Span label) {
    Line line = lines.get(first);
    boolean single = first == last;
    int length = lines.get(last).to() - line.from();
    if (label != null) {
      return Region.BODY;
    }
    if (Lines.isFootnote(characters, line)) {
      return Region.FOOTNOTE;
    }
    if (marker > line.from()) {
      boolean paragraph = Token.isDigit(characters.charAt(line.from())) && length > 200;
      return paragraph ? Region.BODY : Region.LIST;
    }
    if (Lines.isCaption(characters, line)) {
      return Region.CAPTION;
    }
    if (single && isHeadline(first)) {
      return Region.HEADLINE;
    }
    if (single && atTop && sections.size() < 6 && Lines.isByline(characters, line)) {
      return Region.HEADER;
    }
    return Region.BODY;
  }

  private boolean isHeadline(int i) {
    Line line = lines.get(i);
    if (line.length() > LONGEST_HEADLINE
        || line.length() < 3
        || Lines.isMailHeader(characters, line)
        || (i > 0 && !lines.get(i - 1).isBlank())
        || Lines.letters(characters, line) * 2 < line.length()) {
      return false;
    }
    int next = i + 1;
    if (next < lines.size() && !lines.get(next).isBlank()) {
      return false;
    }
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    if (next == lines.size()) {
      return false;
    }
    char end = characters.charAt(line.to() - 1);
    if (end == ',' || end == ':' || end == ';') {
      return false;
    }
    if (atTop && sections.isEmpty()) {
      return !Lines.isByline(characters, line) && Lines.words(characters, line) > 1;
    }
    char head = characters.charAt(line.from());
    return line.length() <= 90
        && !Lines.endsWithStop(characters, line)
        && !Lines.isByline(characters, line)
        && (Character.isUpperCase(head) || Character.isDigit(head))
        && Lines.words(characters, line) > 1;
  }

  /// Running heads and feet, handling marks, page numbers.
  private boolean isFurniture(Line line) {
    if (markup != Markup.PLAIN || line.isBlank() || line.length() > LONGEST_FURNITURE) {
      return false;
    }
    return Lines.isFurnitureAlone(characters, line)
        || MailParts.isSeparator(characters, line)
        || repeated.getOrDefault(Lines.shape(characters, line), 0) >= 3;
  }

  private void countRepeated() {
    if (markup != Markup.PLAIN) {
      return;
    }
    for (Line line : lines) {
      if (!line.isBlank()
          && line.length() <= LONGEST_FURNITURE
          && line.length() >= 12
          && Lines.couldBeFurniture(characters, line)) {
        repeated.merge(Lines.shape(characters, line), 1, Integer::sum);
      }
    }
  }

  private int rest(int i) {
    Line line = lines.get(i);
    String trimmed = line.of(characters);
    if (trimmed.startsWith("..") && (trimmed.length() == 2 || trimmed.charAt(2) == ' ')) {
      int footnote = Lines.behindRestFootnote(characters, line);
      if (footnote > 0) {
        return restFootnote(i, footnote);
      }
      boolean prose =
          trimmed.startsWith(".. note::")
              || trimmed.startsWith(".. warning::")
              || trimmed.startsWith(".. epigraph::");
      int k = i + 1;
      while (!prose
          && k < lines.size()
          && (lines.get(k).isBlank()
              ? indentedFollows(k, line.indent())
              : lines.get(k).indent() > line.indent())) {
        k++;
      }
      return k;
    }
    if (Lines.isRule(characters, line)) {
      return i + 1;
    }
    if (i + 1 < lines.size()
        && Lines.isRule(characters, lines.get(i + 1))
        && lines.get(i + 1).length() * 2 >= line.length()) {
      add(
          Region.HEADLINE,
          level(characters.charAt(lines.get(i + 1).from())),
          List.of(piece(line, line.from())),
          null);
      return i + 2;
    }
    if (line.indent() >= 2 && Lines.marker(characters, line) == line.from()) {
      int last = i;
      while (last + 1 < lines.size()
          && !lines.get(last + 1).isBlank()
          && lines.get(last + 1).indent() >= 2) {
        last++;
      }
      List<Span> pieces = new ArrayList<>();
      for (int k = i; k <= last; k++) {
        pieces.add(piece(lines.get(k), lines.get(k).from()));
      }
      add(Region.QUOTATION, 0, pieces, label(line));
      return last + 1;
    }
    return i;
  }

  private int restFootnote(int i, int behind) {
    List<Span> pieces = new ArrayList<>();
    pieces.add(piece(lines.get(i), behind));
    int k = i + 1;
    while (k < lines.size()
        && !lines.get(k).isBlank()
        && lines.get(k).indent() > lines.get(i).indent()) {
      pieces.add(piece(lines.get(k), lines.get(k).from()));
      k++;
    }
    add(Region.FOOTNOTE, 0, pieces, null);
    return k;
  }

  private boolean indentedFollows(int k, int indent) {
    int next = k;
    while (next < lines.size() && lines.get(next).isBlank() && next < k + 4) {
      next++;
    }
    return next < lines.size() && !lines.get(next).isBlank() && lines.get(next).indent() > indent;
  }

  private int markdown(int i) {
    Line line = lines.get(i);
    if (Lines.isMarkdownHeading(characters, line)) {
      int from = line.from();
      while (from < line.to() && characters.charAt(from) == '#') {
        from++;
      }
      int to = line.to();
      while (to > from && (characters.charAt(to - 1) == '#' || characters.charAt(to - 1) == ' ')) {
        to--;
      }
      int level = from - line.from();
      while (from < to && characters.charAt(from) == ' ') {
        from++;
      }
      add(Region.HEADLINE, level, List.of(new Span(from, to)), null);
      return i + 1;
    }
    if (i + 1 < lines.size()
        && Lines.isRule(characters, lines.get(i + 1))
        && "=-".indexOf(characters.charAt(lines.get(i + 1).from())) >= 0) {
      add(
          Region.HEADLINE,
          characters.charAt(lines.get(i + 1).from()) == '=' ? 1 : 2,
          List.of(piece(line, line.from())),
          null);
      return i + 2;
    }
    return Lines.isRule(characters, line) ? i + 1 : i;
  }

  private static int level(char underline) {
    return switch (underline) {
      case '=' -> 1;
      case '-' -> 2;
      case '^' -> 3;
      default -> 4;
    };
  }

  private static Span piece(Line line, int from) {
    return new Span(Math.min(from, line.to()), line.to());
  }

  private void add(Region region, int level, List<Span> stretches, @Nullable Span label) {
    List<Span> pieces = new ArrayList<>();
    for (Span stretch : stretches) {
      pieces.addAll(Lines.withoutInline(characters, stretch, markup));
    }
    if (!pieces.isEmpty()) {
      sections.add(
          new Section(
              region,
              new Span(pieces.getFirst().start(), pieces.getLast().end()),
              pieces,
              level,
              label));
    }
  }
}
