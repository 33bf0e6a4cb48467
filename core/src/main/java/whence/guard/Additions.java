package whence.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.model.Act;
import whence.model.Anchor;
import whence.model.Entry;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Time;

/// Makes statements of what people found in a text that the machine had not read there.
final class Additions {
  private static final int ID_DIGITS = 16;

  private final Reading reading;
  private final Passages passages;

  /// @param reading as the machine read it
  Additions(Reading reading) {
    this.reading = reading;
    this.passages = new Passages(reading.text());
  }

  /// The id of an added statement: of the words it was added for, so that it stays when the text is
  /// another.
  static String id(Entry.Added added) {
    String key = "added\n" + place(added.content()) + place(added.source()) + place(added.cue());
    return "s" + Sha256.of(key).hex().substring(0, ID_DIGITS);
  }

  private static String place(@Nullable Anchor anchor) {
    return anchor == null
        ? "-\n"
        : anchor.document()
            + " "
            + anchor.textHash()
            + " "
            + anchor.start()
            + " "
            + anchor.end()
            + "\n";
  }

  /// Empty where its words stand in the text no more.
  Optional<Statement> statement(Entry.Added added) {
    Optional<Span> content = passages.find(added.content());
    Optional<Span> source = find(added.source());
    Optional<Span> cue = find(added.cue());
    if (content.isEmpty()
        || source.isPresent() != (added.source() != null)
        || cue.isPresent() != (added.cue() != null)) {
      return Optional.empty();
    }
    List<Passage> said = List.of(reading.text().passage(content.get()));
    List<Passage> by = source.map(reading.text()::passage).stream().toList();
    List<Passage> saying = cue.map(reading.text()::passage).stream().toList();
    boolean own = added.kind() == null;
    Statement around = own ? null : around(content.get(), source.orElse(content.get()));
    List<Link> chain = new ArrayList<>(around == null ? voice(content.get()) : around.chain());
    if (!own) {
      chain.add(link(added, by, saying));
    }
    return Optional.of(
        new Statement(
            id(added),
            reading.document().sha256(),
            own ? Statement.Kind.OWN : Statement.Kind.ATTRIBUTED,
            around == null ? null : around.id(),
            around == null ? 0 : around.depth() + 1,
            region(content.get()),
            by,
            saying,
            said,
            chain,
            own ? Act.REPORT : Act.SPEECH,
            added.stance(),
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            null,
            times(content.get()),
            null,
            mentions(content.get()),
            1));
  }

  private Optional<Span> find(@Nullable Anchor anchor) {
    return anchor == null ? Optional.empty() : passages.find(anchor);
  }

  private static Link link(Entry.Added added, List<Passage> source, List<Passage> cue) {
    Passage as = source.isEmpty() ? null : source.getFirst();
    SourceKind kind = Objects.requireNonNull(added.kind());
    return new Link(
        Link.Role.SOURCE,
        kind,
        added.name(),
        as == null ? null : as.text(),
        as == null ? null : as.start(),
        as == null ? null : as.end(),
        cue.isEmpty() ? null : cue.getFirst(),
        List.of());
  }

  /// The innermost statement in whose content all of the added one stands.
  private @Nullable Statement around(Span content, Span source) {
    return reading.statements().stream()
        .filter(statement -> statement.kind() == Statement.Kind.ATTRIBUTED)
        .filter(statement ->
            statement.content().stream()
                .anyMatch(piece ->
                    piece.span().contains(content)
                        && piece.span().contains(source)
                        && !piece.span().equals(content)))
        .max(Comparator.comparingInt(Statement::depth).thenComparing(Statement::id))
        .orElse(null);
  }

  /// Who speaks where nobody is quoted: as in the document's own statement that stands nearest.
  private List<Link> voice(Span content) {
    return reading.statements().stream()
        .filter(statement -> statement.kind() == Statement.Kind.OWN)
        .min(
            Comparator.<Statement>comparingInt(
                    statement -> Math.abs(statement.extent().start() - content.start()))
                .thenComparing(Statement::id))
        .map(Statement::chain)
        .orElseGet(() -> List.of(Link.publisher(reading.document().publisher())));
  }

  private Region region(Span content) {
    return reading.statements().stream()
        .filter(statement -> statement.extent().overlaps(content))
        .min(Comparator.comparing(Statement::extent).thenComparing(Statement::id))
        .map(Statement::region)
        .orElse(Region.BODY);
  }

  private List<Time> times(Span content) {
    return times(reading, List.of(content));
  }

  private List<Mention> mentions(Span content) {
    return mentions(reading, List.of(content));
  }

  /// Times that stand in `content`.
  static List<Time> times(Reading reading, List<Span> content) {
    return reading.times().stream()
        .map(expression -> expression.time())
        .filter(time -> isWithin(content, time.start(), time.end()))
        .toList();
  }

  /// What any statement mentions within `content`.
  static List<Mention> mentions(Reading reading, List<Span> content) {
    return List.copyOf(
        new LinkedHashSet<>(
            reading.statements().stream()
                .flatMap(statement -> statement.mentions().stream())
                .filter(mention -> isWithin(content, mention.start(), mention.end()))
                .sorted(
                    Comparator.comparingInt(Mention::start)
                        .thenComparingInt(Mention::end)
                        .thenComparing(Mention::name))
                .toList()));
  }

  private static boolean isWithin(
      List<Span> content, @Nullable Integer start, @Nullable Integer end) {
    return start != null
        && end != null
        && content.stream().anyMatch(piece -> piece.start() <= start && end <= piece.end());
  }
}
