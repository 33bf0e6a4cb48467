package whence.weigh;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Statement;

/// What a statement says, ready to be compared with what others say.
public final class Content {
  final Gist gist;
  final List<Named> named;
  final @Nullable Meaning meaning;

  Content(Gist gist, List<Named> named, @Nullable Meaning meaning) {
    this.gist = gist;
    this.named = named;
    this.meaning = meaning;
  }

  /// A content by itself, as [Weigher] compares it where nobody's *I* and no document's *he* stands
  /// in it.
  public static Content of(Statement statement, Embedder embedder) {
    Gist gist = Gist.of(statement, "", "", "");
    return new Content(
        gist,
        Named.in(statement, gist),
        gist.canBeTold()
            ? Meaning.of(embedder.passage(PlainWords.of(statement.contentText())))
            : null);
  }
}
