package whence.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import whence.model.Act;
import whence.model.Correction;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Text;
import whence.store.CaseStore;

/// Small cases to look at through a view.
final class Cases {
  private Cases() {}

  static void acquire(CaseStore store, String path, Sha256 document) {
    journal(store, new Entry.Acquired(path, document, 1, null));
  }

  static void journal(CaseStore store, Entry entry) {
    store.journal().append(Instant.EPOCH, List.of(entry));
  }

  static Sha256 document(String name) {
    return Sha256.of(name);
  }

  /// A reading of `text` by `reader` in which each of `contents` is a statement; its id is its
  /// place and `reader`, so that another reader's statements have other ids.
  static Reading reading(
      Sha256 document, String reader, String text, List<String> handling, String... contents) {
    Text whole = Text.plain(text);
    return new Reading(
        new Document(
            document,
            "path when it was read",
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
            handling,
            whole.hash(),
            Document.Status.READ,
            null),
        whole,
        List.of(),
        statements(document, reader, whole, contents),
        reader);
  }

  private static List<Statement> statements(
      Sha256 document, String reader, Text text, String... contents) {
    List<Statement> statements = new ArrayList<>();
    int from = 0;
    for (String content : contents) {
      int start = text.characters().indexOf(content, from);
      if (start < 0) {
        throw new IllegalArgumentException("not in the text behind " + from + ": " + content);
      }
      from = start + content.length();
      statements.add(
          statement(
              reader + "@" + start,
              document,
              text.passage(new Span(start, start + content.length()))));
    }
    return statements;
  }

  private static Statement statement(String id, Sha256 document, Passage content) {
    return new Statement(
        id,
        document,
        Statement.Kind.ATTRIBUTED,
        null,
        0,
        Region.BODY,
        List.of(),
        List.of(),
        List.of(content),
        List.of(
            Link.publisher("The Courier"),
            new Link(
                Link.Role.SOURCE, SourceKind.ANONYMOUS, null, null, null, null, null, List.of())),
        Act.SPEECH,
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
        0.5);
  }

  static Entry.Reviewed review(
      Reading reading, int statement, Entry.Verdict verdict, String by, String correctedSource) {
    Statement it = reading.statements().get(statement);
    return new Entry.Reviewed(
        StatementAnchor.to(reading, it),
        verdict,
        correctedSource.isEmpty() ? null : Correction.source(correctedSource),
        by,
        "because");
  }
}
