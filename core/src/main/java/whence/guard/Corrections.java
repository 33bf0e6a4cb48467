package whence.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.model.Correction;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Statement;

/// Puts what people corrected in place of what the machine read. The words of the text stay as they
/// are; so do a statement's id and place in the nesting.
final class Corrections {
  private final Reading reading;
  private final Map<String, Correction> corrections;
  private final Map<String, Statement> byId = new HashMap<>();
  private @Nullable Passages passages;

  /// @param reading as the machine read it, with what people added
  /// @param corrections by statement id
  Corrections(Reading reading, Map<String, Correction> corrections) {
    this.reading = reading;
    this.corrections = corrections;
    reading.statements().forEach(statement -> byId.put(statement.id(), statement));
  }

  List<Statement> statements() {
    return corrections.isEmpty()
        ? reading.statements()
        : reading.statements().stream().map(this::corrected).toList();
  }

  private Statement corrected(Statement statement) {
    List<Link> chain = chain(statement);
    Correction correction = corrections.get(statement.id());
    if (correction == null && chain.equals(statement.chain())) {
      return statement;
    }
    List<Passage> content = content(statement, correction);
    boolean recut = !content.equals(statement.content());
    List<Span> spans = content.stream().map(Passage::span).toList();
    return new Statement(
        statement.id(),
        statement.document(),
        statement.kind(),
        statement.within(),
        statement.depth(),
        statement.region(),
        statement.source(),
        statement.cue(),
        content,
        chain,
        statement.act(),
        correction == null || correction.stance() == null
            ? statement.stance()
            : correction.stance(),
        statement.likelihood(),
        statement.analyticConfidence(),
        statement.hedges(),
        statement.backing(),
        statement.forecast(),
        statement.said(),
        recut ? Additions.times(reading, spans) : statement.about(),
        statement.speakerRole(),
        recut ? Additions.mentions(reading, spans) : statement.mentions(),
        statement.score());
  }

  private List<Passage> content(Statement statement, @Nullable Correction correction) {
    if (correction == null || correction.content() == null) {
      return statement.content();
    }
    if (passages == null) {
      passages = new Passages(reading.text());
    }
    Optional<Span> place = passages.find(correction.content());
    return place.map(span -> List.of(reading.text().passage(span))).orElse(statement.content());
  }

  /// With this statement's source corrected, and that of every one it stands within: each level's
  /// links are its own chain's last.
  private List<Link> chain(Statement statement) {
    List<Link> chain = new ArrayList<>(statement.chain());
    Statement level = statement;
    int steps = 0;
    while (level != null && steps++ <= statement.depth()) {
      Correction correction = corrections.get(level.id());
      int at = level.chain().size() - 1;
      boolean shared =
          at < chain.size() && statement.chain().get(at).equals(level.chain().getLast());
      if (correction != null && shared) {
        chain.set(at, corrected(chain.get(at), correction));
      }
      level = level.within() == null ? null : byId.get(level.within());
    }
    return chain;
  }

  private static Link corrected(Link link, Correction correction) {
    String name = correction.source() == null ? link.name() : correction.source();
    SourceKind kind = correction.kind();
    if (kind == null) {
      // Whoever has a name is no longer anonymous; what kind of source it is, nobody has said.
      boolean named = correction.source() != null && link.kind() == SourceKind.ANONYMOUS;
      kind = named ? SourceKind.UNKNOWN : link.kind();
    }
    return new Link(
        link.role(), kind, name, link.as(), link.start(), link.end(), link.cue(), link.backing());
  }
}
