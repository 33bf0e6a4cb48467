package whence.app.web;

import java.util.List;

/// A portion of a long list.
///
/// @param all how many there are in all
/// @param number of this portion, from 1
/// @param pages how many portions there are, at least 1
public record Leaf<T>(List<T> shown, int all, int number, int pages) {
  public Leaf {
    shown = List.copyOf(shown);
  }

  static <T> Leaf<T> of(List<T> list, int number, int size) {
    int pages = Math.max(1, (list.size() + size - 1) / size);
    int shown = Math.clamp(number, 1, pages);
    return new Leaf<>(
        list.subList((shown - 1) * size, Math.min(list.size(), shown * size)),
        list.size(),
        shown,
        pages);
  }
}
