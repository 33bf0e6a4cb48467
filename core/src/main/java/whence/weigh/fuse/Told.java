package whence.weigh.fuse;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What one source gives as the value of one attribute of one item.
///
/// @param value as it was given
/// @param time ISO 8601, cut after any part (`2024`, `2024-05-17`); null where none is known
public record Told(
    String source, String item, String attribute, String value, @Nullable String time) {
  // Everything is worked through in this order, so that no figure depends on that of the rows.
  static final Comparator<Told> ORDER =
      Comparator.comparing(Told::item)
          .thenComparing(Told::attribute)
          .thenComparing(Told::source)
          .thenComparing(Told::value)
          .thenComparing(Told::time, Comparator.nullsFirst(Comparator.naturalOrder()));
}
