package whence.app.web;

import java.util.ArrayList;
import java.util.List;
import whence.model.Page;
import whence.model.Span;
import whence.model.Text;

/// Cuts a long text into portions that a browser can show at once: at pages where it has them, else
/// at paragraphs, else where it must.
final class Portions {
  /// In UTF-16 code units.
  static final int LONGEST = 15_000;

  private Portions() {}

  /// One or more, in order, together the whole text.
  static List<Span> of(Text text) {
    String characters = text.characters();
    List<Span> portions = new ArrayList<>();
    int start = 0;
    while (characters.length() - start > LONGEST) {
      int end = end(text, start);
      portions.add(new Span(start, end));
      start = end;
    }
    portions.add(new Span(start, characters.length()));
    return portions;
  }

  private static int end(Text text, int start) {
    String characters = text.characters();
    int latest = start + LONGEST;
    int page =
        text.pages().stream()
            .mapToInt(Page::start)
            .filter(at -> at > start && at <= latest)
            .max()
            .orElse(-1);
    if (page > 0) {
      return page;
    }
    int paragraph = characters.lastIndexOf("\n\n", latest - 2) + 2;
    if (paragraph - 2 > start) {
      return paragraph;
    }
    int line = characters.lastIndexOf('\n', latest - 1) + 1;
    int space = characters.lastIndexOf(' ', latest - 1) + 1;
    int end = line > start + 1 ? line : space > start + 1 ? space : latest;
    return Character.isLowSurrogate(characters.charAt(end)) ? end - 1 : end;
  }

  /// Which of them holds an offset, from 0.
  static int at(List<Span> portions, int offset) {
    for (int i = portions.size() - 1; i > 0; i--) {
      if (portions.get(i).start() <= offset) {
        return i;
      }
    }
    return 0;
  }
}
