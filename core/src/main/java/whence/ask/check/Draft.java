package whence.ask.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;

/// A draft cut into the sentences that assert something.
///
/// What Markdown.s links, code and front matter hold is blanked, so that offsets stay.
final class Draft {
  private static final Pattern LINK = Pattern.compile("\\]\\([^)\\n]{0,2000}\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.{0,100000}?```");
  private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(?s:.{0,20000}?)\\R---\\R");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.{0,100000}?-->");
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_OF_ITEM = 6;

  /// A mark that is an apostrophe as well is looked for no further.
  private static final int LONGEST_SINGLE = 1_000;

  private static final Pattern ITEM = Pattern.compile("(?:[-*+•]|\\d{1,3}[.)])\\s");

  private final Reading reading;
  private final String text;
  private final List<Span> sentences;

  Draft(Reading reading) {
    this.reading = reading;
    String whole = reading.text().characters();
    StringBuilder blanked = new StringBuilder(whole);
    for (Pattern pattern : List.of(LINK, CODE, FRONT_MATTER, COMMENT)) {
      Matcher matcher = pattern.matcher(whole);
      while (matcher.find()) {
        for (int i = matcher.start(); i < matcher.end(); i++) {
          if (blanked.charAt(i) != '\n') {
            blanked.setCharAt(i, ' ');
          }
        }
      }
    }
    this.text = blanked.toString();
    this.sentences = Pieces.of(text).stream().filter(this::asserts).toList();
  }

  private boolean asserts(Span sentence) {
    String words = sentence.of(text);
    char first = words.charAt(0);
    boolean set =
        first == '#'
            || first == '|'
            || first == '='
            || (first == '*' && words.endsWith("*") && !words.startsWith("* "))
            || (first == '_' && words.endsWith("_"))
            || isInItalics(sentence);
    char last = words.charAt(words.length() - 1);
    boolean ends =
        ".!”\"’')".indexOf(last) >= 0
            || last == '…'
            || (isItem(sentence) && Words.of(text, sentence).size() >= FEWEST_OF_ITEM);
    return !set
        && ends
        && !words.endsWith("?")
        && Words.of(text, sentence).stream().filter(Word::tells).count() >= FEWEST_WORDS;
  }

  /// Whether it is a point of a list, which need not end in a full stop.
  private boolean isItem(Span sentence) {
    int start = text.lastIndexOf('\n', Math.max(0, sentence.start() - 1)) + 1;
    int end = text.indexOf('\n', sentence.start());
    String line = text.substring(start, end < 0 ? text.length() : end).stripLeading();
    return ITEM.matcher(line).lookingAt();
  }

  /// Whether the whole line is set apart by stars, as a byline or a note is.
  private boolean isInItalics(Span sentence) {
    int start = text.lastIndexOf('\n', sentence.start()) + 1;
    int end = text.indexOf('\n', sentence.start());
    String line = text.substring(start, end < 0 ? text.length() : end).strip();
    return line.length() > 2
        && line.startsWith("*")
        && line.endsWith("*")
        && !line.startsWith("**")
        && line.indexOf('*', 1) == line.length() - 1;
  }

  String text() {
    return text;
  }

  List<Span> sentences() {
    return sentences;
  }

  int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /// The attributed statements that the draft makes within a sentence.
  List<Statement> statements(Span sentence) {
    List<Statement> found = new ArrayList<>();
    for (Statement statement : reading.statements()) {
      if (statement.kind() == Statement.Kind.ATTRIBUTED && statement.extent().overlaps(sentence)) {
        found.add(statement);
      }
    }
    return found;
  }

  /// The quotation mark that opens at `at`, empty where none does.
  private String mark(int at) {
    char c = text.charAt(at);
    if (c == '“' || c == '"') {
      return String.valueOf(c);
    }
    boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    if (begins && text.startsWith("''", at)) {
      return "''";
    }
    return begins && c == '‘' ? "‘" : "";
  }

  /// Where a quotation that was opened by `mark` ends, below 0 where it does not.
  private int closes(String mark, int from) {
    if (!mark.equals("‘")) {
      return text.indexOf(mark.equals("“") ? "”" : mark, from);
    }
    int limit = Math.min(text.length(), from + LONGEST_SINGLE);
    for (int i = from; i < limit; i++) {
      boolean within = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if (text.charAt(i) == '’' && !within) {
        return i;
      }
      if (text.charAt(i) == '‘') {
        return -1;
      }
    }
    return -1;
  }

  /// Quoted stretches of a sentence's paragraph that begin in it, without their marks.
  List<Span> quotations(Span sentence) {
    List<Span> found = new ArrayList<>();
    for (int i = sentence.start(); i < sentence.end(); i++) {
      String mark = mark(i);
      if (mark.isEmpty()) {
        continue;
      }
      int end = closes(mark, i + mark.length());
      int paragraph = text.indexOf("\n\n", i);
      if (end < 0 || (paragraph >= 0 && end > paragraph)) {
        if (mark.equals("‘")) {
          continue;
        }
        break;
      }
      found.add(new Span(i + mark.length(), end));
      i = end + mark.length() - 1;
    }
    return found;
  }
}
