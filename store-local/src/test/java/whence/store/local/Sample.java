package whence.store.local;

import java.util.ArrayList;
import java.util.List;
import whence.model.Act;
import whence.model.Document;
import whence.model.Link;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;

/// Readings made by hand.
final class Sample {
  private Sample() {}

  /// A reading of `text` in which each of `contents` is a statement, in order.
  static Reading reading(String name, String text, String... contents) {
    Sha256 document = Sha256.of(name);
    Text whole = Text.plain(text);
    List<Statement> statements = new ArrayList<>();
    int from = 0;
    for (String content : contents) {
      int start = text.indexOf(content, from);
      if (start < 0) {
        throw new IllegalArgumentException("not in the text behind " + from + ": " + content);
      }
      from = start + content.length();
      statements.add(statement(name + "@" + start, document, whole, new Span(start, from)));
    }
    Document card =
        new Document(
            document,
            name,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            "text/plain",
            "en",
            null,
            text.length(),
            List.of(),
            whole.hash(),
            Document.Status.READ,
            null);
    return new Reading(card, whole, List.of(), statements, "sample");
  }

  /// The store's index, with meanings told by words alone.
  static Index index(LocalStore store) {
    return store.index(new WordDirections(), (documents, all) -> {});
  }

  private static Statement statement(String id, Sha256 document, Text text, Span content) {
    return new Statement(
        id,
        document,
        Statement.Kind.OWN,
        null,
        0,
        Region.BODY,
        List.of(),
        List.of(),
        List.of(text.passage(content)),
        List.of(Link.publisher(null)),
        Act.REPORT,
        Stance.ASSERTS,
        List.of(),
        null,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        null,
        List.of(),
        1);
  }
}
