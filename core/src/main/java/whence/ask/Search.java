package whence.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Sha256;

/// Finds where something like a text is said, by its words and its meaning; an index implements it.
public interface Search {
  /// The best `top` by meaning and words, best first; of a few sentences that stand together, one.
  List<Hit> find(String text, int top);

  /// The best `top` statements by the words they have in common with `words`, source and all, best
  /// first.
  List<Hit> words(String words, int top);

  /// How alike two texts are in meaning: a cosine, 1 for the same.
  double alike(String one, String other);

  /// @param statement its id, null for a sentence that no statement covers
  /// @param passage where it stands; of a statement, its content
  /// @param page of its start, null where there are no pages
  /// @param score above 0; comparable within one answer of one method
  record Hit(
      @Nullable String statement,
      Sha256 document,
      String path,
      Passage passage,
      @Nullable Integer page,
      double score) {}
}
