package whence.app.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Act;
import whence.model.Anchor;
import whence.model.Backing;
import whence.model.Claim;
import whence.model.Correction;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Family;
import whence.model.Likelihood;
import whence.model.Link;
import whence.model.Page;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Text;
import whence.model.Time;
import whence.model.Weighing;
import whence.store.MemoryStore;
import whence.weigh.Weigher;

/// A case put together by hand: documents with statements anchored to their words, and a weighing
/// of them.
final class SmallCase {
  private static final Instant LAST = Instant.parse("2031-05-20T09:30:00Z");

  private final MemoryStore store = new MemoryStore();
  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, Statement> statements = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Reuse> reuse = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();

  /// A document being put together.
  final class Paper {
    private final String path;
    private final Text text;
    private final List<Statement> here = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String publisher;
    private @Nullable String date;
    private List<String> alsoAt = List.of();
    private List<String> handling = List.of();
    private Document.Status status = Document.Status.READ;
    private @Nullable String why;

    private Paper(String path, String text, List<Page> pages) {
      this.path = path;
      this.text = Text.of(text, pages, List.of());
    }

    Paper title(String title) {
      this.title = title;
      return this;
    }

    Paper published(String publisher, @Nullable String date) {
      this.publisher = publisher;
      this.date = date;
      return this;
    }

    Paper alsoAt(String... paths) {
      this.alsoAt = List.of(paths);
      return this;
    }

    Paper handling(String... marks) {
      this.handling = List.of(marks);
      return this;
    }

    Paper notRead(Document.Status status, String why) {
      this.status = status;
      this.why = why;
      return this;
    }

    Sha256 hash() {
      return Sha256.of(path + "\n" + text.characters());
    }

    Passage find(String words) {
      int start = text.characters().indexOf(words);
      if (start < 0) {
        throw new IllegalArgumentException(path + " does not say: " + words);
      }
      return text.passage(new Span(start, start + words.length()));
    }

    Saying says(String id, String content) {
      return new Saying(this, id, content);
    }

    void done() {
      Document document =
          new Document(
              hash(),
              path,
              alsoAt,
              title,
              null,
              publisher,
              null,
              date == null ? null : Time.fromMetadata(date),
              date == null ? null : "dateline",
              "text/plain",
              "en",
              text.pages().isEmpty() ? null : text.pages().size(),
              text.characters().length(),
              handling,
              text.hash(),
              status,
              why);
      Reading reading = new Reading(document, text, List.of(), here, "by hand");
      readings.add(reading);
      store.readings().put(reading);
      List<Entry> entries = new ArrayList<>();
      entries.add(new Entry.Acquired(path, hash(), text.characters().length(), null));
      alsoAt.forEach(other ->
          entries.add(new Entry.Acquired(other, hash(), text.characters().length(), null)));
      store.journal().append(LAST.minusSeconds(3600), entries);
    }
  }

  /// A statement being put together.
  final class Saying {
    private final Paper paper;
    private final String id;
    private final List<Passage> content = new ArrayList<>();
    private final List<Passage> source = new ArrayList<>();
    private final List<Passage> cue = new ArrayList<>();
    private final List<Link> chain = new ArrayList<>();
    private final List<Likelihood> likelihood = new ArrayList<>();
    private final List<Backing> backing = new ArrayList<>();
    private final List<Time> about = new ArrayList<>();
    private Stance stance = Stance.ASSERTS;
    private boolean forecast;
    private @Nullable Time said;

    private Saying(Paper paper, String id, String content) {
      this.paper = paper;
      this.id = id;
      this.content.add(paper.find(content));
      chain.add(Link.publisher(paper.publisher));
    }

    Saying and(String content) {
      this.content.add(paper.find(content));
      return this;
    }

    Saying by(SourceKind kind, @Nullable String name, String as, @Nullable String cue) {
      Passage words = paper.find(as);
      Passage saying = cue == null ? null : paper.find(cue);
      source.add(words);
      if (saying != null) {
        this.cue.add(saying);
      }
      chain.add(
          new Link(
              Link.Role.SOURCE, kind, name, as, words.start(), words.end(), saying, List.of()));
      return this;
    }

    Saying stance(Stance stance) {
      this.stance = stance;
      return this;
    }

    Saying likely(
        String words, @Nullable String scale, @Nullable Double low, @Nullable Double high) {
      likelihood.add(new Likelihood(paper.find(words), scale, low, high));
      return this;
    }

    Saying backing(Backing how) {
      backing.add(how);
      return this;
    }

    Saying forecast() {
      forecast = true;
      return this;
    }

    Saying said(String value) {
      said = Time.fromMetadata(value);
      return this;
    }

    Saying about(String words, String value) {
      about.add(Time.of(paper.find(words), value));
      return this;
    }

    Paper end() {
      Statement statement =
          new Statement(
              id,
              paper.hash(),
              source.isEmpty() ? Statement.Kind.OWN : Statement.Kind.ATTRIBUTED,
              null,
              0,
              Region.BODY,
              source,
              cue,
              content,
              chain,
              source.isEmpty() ? Act.REPORT : Act.SPEECH,
              stance,
              likelihood,
              null,
              List.of(),
              backing,
              forecast,
              said,
              about,
              null,
              List.of(),
              0.8);
      paper.here.add(statement);
      statements.put(id, statement);
      return paper;
    }
  }

  Paper paper(String path, String text) {
    return new Paper(path, text, List.of());
  }

  Paper paper(String path, String text, List<Page> pages) {
    return new Paper(path, text, pages);
  }

  void claim(
      String id,
      int atLeast,
      int atMost,
      int credibility,
      List<String> supported,
      List<String> denied,
      List<String> contradicts) {
    List<String> all = new ArrayList<>(supported);
    all.addAll(denied);
    claims.add(
        new Claim(
            id,
            statement(all.getFirst()).contentText(),
            all,
            (int) all.stream().map(it -> statement(it).document()).distinct().count(),
            new Claim.Origins(atLeast, atMost, List.of("Reasons of origin for " + id + ".")),
            new Claim.Grade(credibility, "Reasons of grade for " + id + "."),
            denied,
            contradicts));
  }

  /// The rest of the statements as claims of their own.
  void claimTheRest() {
    statements.keySet().stream()
        .filter(id -> claims.stream().noneMatch(claim -> claim.statements().contains(id)))
        .toList()
        .forEach(id -> claim("c-" + id, 1, 1, 6, List.of(id), List.of(), List.of()));
  }

  Statement statement(String id) {
    Statement statement = statements.get(id);
    if (statement == null) {
      throw new IllegalArgumentException("no such statement: " + id);
    }
    return statement;
  }

  void reuse(Paper from, Paper to, double share) {
    reuse.add(
        new Reuse(
            from.hash(), to.hash(), Reuse.Direction.KNOWN, Reuse.Kind.COPY, share, List.of()));
  }

  void family(Paper origin, Paper... others) {
    List<Sha256> documents = new ArrayList<>(List.of(origin.hash()));
    for (Paper other : others) {
      documents.add(other.hash());
    }
    families.add(new Family(origin.hash(), documents));
  }

  void review(String id, Entry.Verdict verdict, @Nullable String source, String why) {
    Statement statement = statement(id);
    Text text =
        readings.stream()
            .filter(reading -> reading.document().sha256().equals(statement.document()))
            .findFirst()
            .orElseThrow()
            .text();
    store
        .journal()
        .append(
            LAST,
            List.of(
                new Entry.Reviewed(
                    new StatementAnchor(
                        id, Anchor.to(statement.document(), text, statement.extent(), "statement")),
                    verdict,
                    source == null ? null : Correction.source(source),
                    "A. Checker",
                    why)));
  }

  List<Reading> readings() {
    return readings;
  }

  View view() {
    View view = new View(store, new Purpose("A. Checker", "report"), InstantSource.fixed(LAST));
    store.weighings().put(view.state(), new Weighing(claims, reuse, families));
    return view;
  }

  /// The same, weighed by the program.
  View weighed() {
    View view = new View(store, new Purpose("A. Checker", "report"), InstantSource.fixed(LAST));
    store.weighings().put(view.state(), new Weigher().weigh(readings::stream, statement -> false));
    return view;
  }

  Head head() {
    return Head.of(store.journal());
  }
}
