package whence.acquire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Text;

/// What became of one file.
///
/// @param document under the one path it was given
/// @param text null where there is none to show; there can be one although the document counts as
///   not read (a text in a language that Whence cannot read)
/// @param inner files inside this one, in the order of their names
public record Acquired(Document document, @Nullable Text text, List<Inner> inner) {
  public Acquired {
    inner = List.copyOf(inner);
  }
}
