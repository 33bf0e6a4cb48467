package whence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document's text as everything downstream sees it.
///
/// @param hash of `characters`
/// @param pages in order, empty where the format has none
/// @param blocks in order and not overlapping; what no block covers is body, or for the reader to
///   find out
public record Text(Sha256 hash, String characters, List<Page> pages, List<Block> blocks) {
  public Text {
    pages = List.copyOf(pages);
    blocks = List.copyOf(blocks);
  }

  public static Text of(String characters, List<Page> pages, List<Block> blocks) {
    return new Text(Sha256.of(characters), characters, pages, blocks);
  }

  public static Text plain(String characters) {
    return of(characters, List.of(), List.of());
  }

  public Passage passage(Span span) {
    return Passage.of(characters, span);
  }

  /// The number of the page on which `offset` stands, null where there are no pages.
  public @Nullable Integer pageAt(int offset) {
    int low = 0;
    int high = pages.size() - 1;
    Integer found = null;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (pages.get(middle).start() <= offset) {
        found = pages.get(middle).number();
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }
}
