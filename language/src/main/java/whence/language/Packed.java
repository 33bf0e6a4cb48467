package whence.language;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/// Windows that go through the model together, end to end, each seeing itself alone: what is said
/// in a document is mostly short, and a short window costs nearly as much as one three times as
/// long.
record Packed(List<Window> windows) {
  /// @param most pieces that may go together, though one window may hold more
  static List<Packed> inOrder(List<Window> windows, int most) {
    List<Packed> packs = new ArrayList<>();
    int from = 0;
    int size = 0;
    for (int i = 0; i < windows.size(); i++) {
      if (i > from && size + windows.get(i).size() > most) {
        packs.add(new Packed(windows.subList(from, i)));
        from = i;
        size = 0;
      }
      size += windows.get(i).size();
    }
    if (from < windows.size()) {
      packs.add(new Packed(windows.subList(from, windows.size())));
    }
    return packs;
  }

  int size() {
    return windows.stream().mapToInt(Window::size).sum();
  }

  LongBuffer pieces() {
    LongBuffer all = LongBuffer.allocate(size());
    windows.forEach(window -> all.put(window.pieces()));
    return all.flip();
  }

  LongBuffer cases() {
    LongBuffer all = LongBuffer.allocate(size());
    windows.forEach(window -> all.put(window.cases()));
    return all.flip();
  }

  /// For each piece where its window begins, by which the model keeps them apart.
  LongBuffer starts() {
    LongBuffer all = LongBuffer.allocate(size());
    for (Window window : windows) {
      int start = all.position();
      for (int i = 0; i < window.size(); i++) {
        all.put(start);
      }
    }
    return all.flip();
  }

  /// @param rows a row for each piece
  /// @return each window's rows
  List<FloatBuffer> rows(FloatBuffer rows, int columns) {
    List<FloatBuffer> parts = new ArrayList<>();
    int at = 0;
    for (Window window : windows) {
      parts.add(rows.slice(at * columns, window.size() * columns));
      at += window.size();
    }
    return parts;
  }

  /// @param pairs for each piece a row with some columns for each piece
  /// @return each window's own pairs
  List<FloatBuffer> pairs(FloatBuffer pairs, int columns) {
    if (windows.size() == 1) {
      return List.of(pairs);
    }
    List<FloatBuffer> parts = new ArrayList<>();
    int all = size();
    int at = 0;
    for (Window window : windows) {
      FloatBuffer own = FloatBuffer.allocate(window.size() * window.size() * columns);
      for (int row = at; row < at + window.size(); row++) {
        own.put(pairs.slice((row * all + at) * columns, window.size() * columns));
      }
      parts.add(own.flip());
      at += window.size();
    }
    return parts;
  }
}
