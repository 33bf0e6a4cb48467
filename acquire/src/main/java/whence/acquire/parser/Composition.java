package whence.acquire.parser;

import java.util.ArrayList;
import java.util.List;
import whence.model.Block;
import whence.model.Page;
import whence.model.Region;

/// A text in the making, with its pages and blocks, up to a limit.
final class Composition {
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final List<Page> pages = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private boolean full;

  Composition(int limit) {
    this.limit = limit;
  }

  int length() {
    return text.length();
  }

  boolean atLineStart() {
    return text.isEmpty()
        || text.charAt(text.length() - 1) == '\n'
        || text.charAt(text.length() - 1) == '\t';
  }

  /// Appends what fits; unpaired surrogates become U+FFFD, so that the text survives UTF-8.
  Composition append(CharSequence more) {
    int room = limit - text.length();
    int length = more.length();
    if (length > room) {
      full = true;
      length = Math.max(0, room);
      if (length > 0 && Character.isHighSurrogate(more.charAt(length - 1))) {
        length--;
      }
    }
    for (int i = 0; i < length; i++) {
      char c = more.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(more.charAt(i + 1))) {
        text.append(c).append(more.charAt(++i));
      } else {
        text.append(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    return this;
  }

  /// Appends with a blank line before, unless the text is empty.
  Composition paragraph(CharSequence more) {
    separate("\n\n");
    return append(more);
  }

  /// Makes the text end in `separator`, unless it is empty.
  void separate(String separator) {
    if (text.isEmpty()) {
      return;
    }
    int have = 0;
    while (have < separator.length()
        && have < text.length()
        && text.charAt(text.length() - 1 - have) == '\n') {
      have++;
    }
    append(separator.substring(have));
  }

  /// Everything from `start` on is of this region; empty stretches are none.
  void block(Region region, int start) {
    int end = text.length();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      blocks.add(new Block(region, start, end));
    }
  }

  void page(int number, int start) {
    pages.add(new Page(number, start, text.length()));
  }

  boolean full() {
    return full;
  }

  String text() {
    return text.toString();
  }

  List<Page> pages() {
    return pages;
  }

  List<Block> blocks() {
    return blocks;
  }
}
