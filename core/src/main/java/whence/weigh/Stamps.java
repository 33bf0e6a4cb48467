package whence.weigh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lines that a system prints on what it releases: the same in every document but for their numbers
/// ("Case No. 12-7 Doc No. 4401 Date: 3/4/2031"). A copy keeps its numbers.
///
/// No sentences: a story told again and again with a new toll is a story.
final class Stamps {
  /// In so many documents, each with numbers of its own.
  private static final int DOCUMENTS = 3;

  private static final int LEAST_LETTERS = 12;
  private static final int LONGEST = 200;

  /// A line with numbers.
  ///
  /// @param shape hash of the line, each number as one sign
  /// @param value hash of the line as it is
  /// @param start offset in the text
  /// @param end past its last character
  record Line(long shape, long value, int start, int end) {}

  private final Set<Long> shapes = new HashSet<>();

  /// @param lines of each document
  Stamps(List<List<Line>> lines) {
    Map<Long, Set<Long>> values = new HashMap<>();
    for (List<Line> document : lines) {
      Map<Long, Long> first = new HashMap<>();
      document.forEach(line -> first.putIfAbsent(line.shape(), line.value()));
      first.forEach(
          (shape, value) -> values.computeIfAbsent(shape, _ -> new HashSet<>()).add(value));
    }
    values.forEach((shape, different) -> {
      if (different.size() >= DOCUMENTS) {
        shapes.add(shape);
      }
    });
  }

  boolean isStamp(Line line) {
    return shapes.contains(line.shape());
  }

  /// The lines of a text that may be stamps.
  static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !isBreak(text.charAt(end))) {
        end++;
      }
      if (end - start <= LONGEST) {
        add(text, start, end, lines);
      }
      start = end + 1;
    }
    return lines;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\f';
  }

  private static void add(String text, int start, int end, List<Line> lines) {
    long shape = 0xcbf29ce484222325L;
    long value = shape;
    int letters = 0;
    boolean digits = false;
    boolean inNumber = false;
    char last = ' ';
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        continue;
      }
      boolean digit = c >= '0' && c <= '9';
      value = (value ^ c) * 0x100000001b3L;
      if (!digit || !inNumber) {
        shape = (shape ^ (digit ? '#' : c)) * 0x100000001b3L;
      }
      letters += Character.isLetter(c) ? 1 : 0;
      digits |= digit;
      inNumber = digit;
      last = c;
    }
    boolean sentence = ".!?\"'\u201D\u2019,;:".indexOf(last) >= 0;
    if (digits && letters >= LEAST_LETTERS && !sentence) {
      lines.add(new Line(shape, value, start, end));
    }
  }
}
