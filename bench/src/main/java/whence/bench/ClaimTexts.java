package whence.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import whence.model.Act;
import whence.model.Document;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;
import whence.read.Reader;
import whence.weigh.Content;
import whence.weigh.Embedder;

/// Sentences as statements of their author, each in a document of its own.
final class ClaimTexts {
  private final Reader reader;
  private final Embedder embedder;
  private final Map<String, Statement> statements = new ConcurrentHashMap<>();
  private final Map<String, Content> contents = new ConcurrentHashMap<>();

  ClaimTexts(Reader reader, Embedder embedder) {
    this.reader = reader;
    this.embedder = embedder;
  }

  void read(Set<String> texts) {
    texts.parallelStream().forEach(this::content);
  }

  Content content(String text) {
    return contents.computeIfAbsent(text, it -> Content.of(statement(it), embedder));
  }

  List<Mention> mentions(String text) {
    return statement(text).mentions();
  }

  Statement statement(String text) {
    return statements.computeIfAbsent(text, it -> whole(reading(it, it), it));
  }

  private Reading reading(String path, String text) {
    Text body = Text.plain(text);
    return reader.read(
        new Document(
            Sha256.of(path + "\n" + text),
            path,
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
            body.hash(),
            Document.Status.READ,
            null),
        body);
  }

  /// A document whose author says the sentence, and nothing else.
  Reading alone(String path, String text) {
    Reading reading = reading(path, text);
    return new Reading(
        reading.document(),
        reading.text(),
        reading.times(),
        List.of(whole(reading, text)),
        reading.reader());
  }

  private static Statement whole(Reading reading, String text) {
    Set<Mention> mentions = new LinkedHashSet<>();
    Set<Time> about = new LinkedHashSet<>();
    boolean forecast = false;
    for (Statement statement : reading.statements()) {
      mentions.addAll(statement.mentions());
      about.addAll(statement.about());
      forecast |= statement.within() == null && statement.forecast();
    }
    return new Statement(
        "s" + reading.document().sha256().hex().substring(0, 16),
        reading.document().sha256(),
        Statement.Kind.OWN,
        null,
        0,
        Region.BODY,
        List.of(),
        List.of(),
        List.of(Passage.of(text, new Span(0, text.length()))),
        List.of(Link.publisher(reading.document().path())),
        Act.REPORT,
        Stance.ASSERTS,
        List.of(),
        null,
        List.of(),
        List.of(),
        forecast,
        null,
        new ArrayList<>(about),
        null,
        new ArrayList<>(mentions),
        1);
  }
}
