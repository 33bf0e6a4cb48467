package whence.weigh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Reading;

/// What finding reuse keeps of a document: its words as hashes with their places, ten bytes a word,
/// and the few facts that tell which of two texts was there first. The text itself is let go.
final class Wording {
  /// How much of a text's beginning and end is kept to look for credits in.
  private static final int EDGE = 700;

  /// Longer stretches between quotation marks are taken for a mark that was never closed.
  private static final int LONGEST_QUOTATION = 2000;

  private static final Pattern MAIL_QUOTED =
      Pattern.compile(
          "(?im)^[ \\t>]*(?:-{2,} ?(?:original|forwarded) message|original message\\s*$"
              + "|begin forwarded message|on .{6,80} wrote:|from: .{2,200}\\R[ \\t>]*(?:sent|date|to): )");
  private static final Pattern HEADER_LINE =
      Pattern.compile(
          "(?im)^[ \\t>]*(?:(?:from|to|cc|bcc|sent|date|subject|reply-to|message-id|in-reply-to"
              + "|references|x-[a-z-]{1,40}|mime-version|content-[a-z-]{1,40}|importance"
              + "|attachments?): .{0,400}$|on .{6,80} wrote:)");

  private static final Pattern MAIL_HEADER = Pattern.compile("(?im)^[ \\t]*(?:from|subject): ");

  final Document document;
  final int[] words;
  final int[] starts;
  final int[] ends;

  /// The text's letters and digits alone, in lower case, one byte each: what survives noise that
  /// leaves no word whole, and spaces lost or put in.
  final byte[] letters;

  /// By word, where its letters start; then their number. Letters between two words, which stand
  /// alone, go with the word behind.
  final int[] letterStarts;

  /// Words that stand between quotation marks.
  final BitSet quoted = new BitSet();

  /// Words of the header lines of mail, its own and those it quotes.
  final BitSet headers = new BitSet();

  /// Lines that may be stamps.
  final List<Stamps.Line> numbered;

  /// Words that end a sentence.
  final BitSet closing = new BitSet();

  /// The first word that stands in the quoted part of a mail; the number of words where none does.
  final int forwarded;

  final String head;
  final String tail;

  private Wording(
      Document document, int[] words, int[] starts, int[] ends, String text, char[] chars) {
    this.document = document;
    this.words = words;
    this.starts = starts;
    this.ends = ends;
    this.letterStarts = new int[words.length + 1];
    this.letters = lettersOf(chars);
    this.head = text.substring(0, Math.min(EDGE, text.length()));
    this.tail = text.substring(Math.max(head.length(), text.length() - EDGE));
    markQuoted(chars);
    markClosing(chars);
    markHeaders(text);
    this.numbered = Stamps.lines(text);
    this.forwarded = wordAt(forwardedFrom(text));
  }

  static Wording of(Reading reading) {
    String characters = reading.text().characters();
    char[] text = characters.toCharArray();
    int[] words = new int[text.length / 5 + 8];
    int[] starts = new int[words.length];
    int[] ends = new int[words.length];
    int count = 0;
    int i = 0;
    while (i < text.length) {
      if (!isWordLetter(text[i])) {
        i++;
        continue;
      }
      int start = i;
      while (i < text.length && isWordLetter(text[i])) {
        i++;
      }
      if (i - start == 1 && !Character.isDigit(text[start])) {
        continue;
      }
      if (count == words.length) {
        words = Arrays.copyOf(words, count * 2);
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      words[count] = hash(text, start, i);
      starts[count] = start;
      ends[count] = i;
      count++;
    }
    return new Wording(
        reading.document(),
        Arrays.copyOf(words, count),
        Arrays.copyOf(starts, count),
        Arrays.copyOf(ends, count),
        characters,
        text);
  }

  private byte[] lettersOf(char[] text) {
    byte[] found = new byte[text.length];
    int count = 0;
    int word = 0;
    for (int i = 0; i < text.length; i++) {
      char c = text[i];
      if (word < words.length && i == ends[word]) {
        word++;
        letterStarts[word] = count;
      }
      if (c < 128 ? LETTER[c] != 0 : Character.isLetterOrDigit(c)) {
        found[count++] = c < 128 ? LETTER[c] : (byte) (Character.toLowerCase(c) | 128);
      }
    }
    while (word < words.length) {
      letterStarts[++word] = count;
    }
    return Arrays.copyOf(found, count);
  }

  /// The word that a letter goes with.
  int wordOfLetter(int letter) {
    int found = Arrays.binarySearch(letterStarts, letter);
    return Math.min(words.length - 1, found >= 0 ? found : -found - 2);
  }

  private static final byte[] LETTER = new byte[128];
  private static final char[] LOWER = new char[128];

  static {
    for (char c = 0; c < 128; c++) {
      LOWER[c] = Character.toLowerCase(c);
      LETTER[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
    }
  }

  private static boolean isWordLetter(char c) {
    return c < 128 ? LETTER[c] != 0 : Character.isLetterOrDigit(c);
  }

  static int hash(String word) {
    return hash(word.toCharArray(), 0, word.length());
  }

  /// FNV-1a over lower-case letters.
  private static int hash(char[] text, int start, int end) {
    int hash = 0x811c9dc5;
    for (int i = start; i < end; i++) {
      char c = text[i];
      hash = (hash ^ (c < 128 ? LOWER[c] : Character.toLowerCase(c))) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }

  int length() {
    return words.length;
  }

  @Nullable String publisher() {
    return document.publisher();
  }

  /// The day or month the document bears, null where it bears none that sorts.
  @Nullable String date() {
    return document.date() == null ? null : document.date().value();
  }

  /// The first word that starts at `offset` or behind.
  int wordAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 1;
  }

  private void markQuoted(char[] text) {
    int open = -1;
    char closes = 0;
    for (int i = 0; i < text.length; i++) {
      char c = text[i];
      boolean doubled = (c == '`' || c == '\'') && i + 1 < text.length && text[i + 1] == c;
      if (open < 0) {
        if (c == '“' || c == '"' || (c == '`' && doubled)) {
          open = i;
          closes = c == '“' ? '”' : c == '"' ? '"' : '\'';
        }
      } else if (i - open > LONGEST_QUOTATION) {
        i = open;
        open = -1;
      } else if (c == closes && (c != '\'' || doubled)) {
        quoted.set(wordAt(open), wordAt(i));
        open = -1;
      }
    }
  }

  private void markHeaders(String text) {
    if (text.indexOf(':') < 0) {
      return;
    }
    Matcher line = HEADER_LINE.matcher(text);
    for (int start = 0; start < text.length(); ) {
      int colon = -1;
      int end = start;
      while (end < text.length() && !isLineEnd(text.charAt(end))) {
        colon = text.charAt(end) == ':' ? end : colon;
        end++;
      }
      if (colon >= 0 && mayBeHeader(text, start) && line.region(start, end).lookingAt()) {
        headers.set(wordAt(line.start()), wordAt(line.end()));
      }
      start = end + 1;
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /// Whether a line starts as some header does: spares most lines the pattern.
  private static boolean mayBeHeader(String text, int start) {
    int at = start;
    while (at < text.length()
        && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '>')) {
      at++;
    }
    return at < text.length()
        && "fctbsdrmixao".indexOf(Character.toLowerCase(text.charAt(at))) >= 0;
  }

  private void markClosing(char[] text) {
    for (int i = 0; i < words.length; i++) {
      int from = ends[i];
      int to = i + 1 < words.length ? starts[i + 1] : text.length;
      for (int at = from; at < to; at++) {
        char c = text[at];
        if (c == '.' || c == '!' || c == '?') {
          boolean last = i + 1 == words.length;
          if (last || (at + 1 < to && !Character.isLowerCase(text[to]))) {
            closing.set(i);
          }
          break;
        }
      }
    }
  }

  private static int forwardedFrom(String text) {
    if (text.indexOf(':') < 0
        || (!MAIL_HEADER.matcher(text.substring(0, Math.min(2 * EDGE, text.length()))).find()
            && !text.toLowerCase(Locale.ROOT).contains(" wrote:"))) {
      return text.length();
    }
    Matcher marker = MAIL_QUOTED.matcher(text);
    Matcher header = MAIL_HEADER.matcher(text);
    int own = header.find() ? header.start() : -1;
    while (marker.find()) {
      if (own < 0 || marker.start() > own + 3) {
        return marker.start();
      }
    }
    return text.length();
  }
}
