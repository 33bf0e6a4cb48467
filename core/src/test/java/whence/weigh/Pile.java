package whence.weigh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.model.Act;
import whence.model.Backing;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;
import whence.model.Weighing;

/// Builds a small case by hand: documents from their text, statements from the words in it.
final class Pile {
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  /// A document being written.
  static final class Draft {
    final String path;
    final String text;
    @Nullable String publisher;
    @Nullable String author;
    @Nullable String republishedFrom;
    @Nullable String date;
    final List<Statement> statements = new ArrayList<>();

    Draft(String path, String text) {
      this.path = path;
      this.text = text;
    }

    Draft by(String name) {
      publisher = name;
      return this;
    }

    Draft author(String name) {
      author = name;
      return this;
    }

    Draft from(String name) {
      republishedFrom = name;
      return this;
    }

    Draft on(String day) {
      date = day;
      return this;
    }

    /// The author's own assertion of `content`, words of the text.
    Draft own(String content) {
      statements.add(
          statement(Statement.Kind.OWN, content, Stance.ASSERTS, null, List.of(), List.of()));
      return this;
    }

    Draft says(String source, SourceKind kind, String content) {
      return says(content, Stance.ASSERTS, named(source, kind));
    }

    Draft denies(String source, String content) {
      return says(content, Stance.DENIES, named(source, SourceKind.PERSON));
    }

    /// @param sources outermost first
    Draft says(String content, Stance stance, Link... sources) {
      statements.add(
          statement(Statement.Kind.ATTRIBUTED, content, stance, null, List.of(sources), List.of()));
      return this;
    }

    /// Within the statement made last.
    Draft nested(String content, Link... sources) {
      statements.add(
          statement(
              Statement.Kind.ATTRIBUTED,
              content,
              Stance.ASSERTS,
              statements.getLast().id(),
              List.of(sources),
              List.of()));
      return this;
    }

    Draft backed(String content, Backing backing, Link... sources) {
      statements.add(
          statement(
              Statement.Kind.ATTRIBUTED,
              content,
              Stance.ASSERTS,
              null,
              List.of(sources),
              List.of(backing)));
      return this;
    }

    String id(int number) {
      return statements.get(number).id();
    }

    private Statement statement(
        Statement.Kind kind,
        String content,
        Stance stance,
        @Nullable String within,
        List<Link> sources,
        List<Backing> backing) {
      // Where the same words stand twice, the second statement of them is the second time.
      int start =
          statements.stream()
              .filter(each -> within == null && each.contentText().equals(content))
              .mapToInt(each -> text.indexOf(content, each.extent().end()))
              .max()
              .orElse(-1);
      start = start < 0 ? text.indexOf(content) : start;
      if (start < 0) {
        throw new IllegalArgumentException(path + " does not hold: " + content);
      }
      List<Link> chain = new ArrayList<>();
      chain.add(Link.publisher(publisher));
      chain.addAll(sources);
      List<Mention> mentions = new ArrayList<>();
      for (String name : NAMES) {
        for (int at = text.indexOf(name, start);
            at >= 0 && at < start + content.length();
            at = text.indexOf(name, at + 1)) {
          mentions.add(new Mention(name, Mention.Kind.OTHER, at, at + name.length()));
        }
      }
      Sha256 document = Sha256.of(path + text);
      return new Statement(
          "s" + Sha256.of(path + start + kind + stance + sources).hex().substring(0, 12),
          document,
          kind,
          within,
          within == null ? 0 : 1,
          Region.BODY,
          List.of(),
          kind == Statement.Kind.OWN ? List.of() : List.of(Passage.of(text, new Span(0, 1))),
          List.of(Passage.of(text, new Span(start, start + content.length()))),
          chain,
          kind == Statement.Kind.OWN ? Act.REPORT : Act.SPEECH,
          stance,
          List.of(),
          null,
          List.of(),
          backing,
          false,
          null,
          List.of(),
          null,
          mentions,
          1);
    }

    Reading reading() {
      Text body = Text.plain(text);
      Document document =
          new Document(
              Sha256.of(path + text),
              path,
              List.of(),
              null,
              author,
              publisher,
              republishedFrom,
              date == null ? null : Time.fromMetadata(date),
              date == null ? null : "written by hand",
              "text/plain",
              "en",
              null,
              text.length(),
              List.of(),
              body.hash(),
              Document.Status.READ,
              null);
      return new Reading(document, body, List.of(), statements, "by hand");
    }
  }

  /// Sentence-initial names, which capitals alone do not show.
  private static final List<String> NAMES =
      List.of("Harrow", "Delgado", "Mercer", "Ostrander", "Northgate", "Veritas Fund");

  static Link named(String name, SourceKind kind) {
    return new Link(Link.Role.SOURCE, kind, name, name, 0, 0, null, List.of());
  }

  /// A speaker's own words: no cue.
  static Statement spoken(Statement it) {
    return new Statement(
        it.id(),
        it.document(),
        it.kind(),
        it.within(),
        it.depth(),
        it.region(),
        it.source(),
        List.of(),
        it.content(),
        it.chain(),
        it.act(),
        it.stance(),
        it.likelihood(),
        it.analyticConfidence(),
        it.hedges(),
        it.backing(),
        it.forecast(),
        it.said(),
        it.about(),
        it.speakerRole(),
        it.mentions(),
        it.score());
  }

  static Link anonymous(String as) {
    return new Link(Link.Role.SOURCE, SourceKind.ANONYMOUS, null, as, 0, 0, null, List.of());
  }

  Draft write(String path, String text) {
    Draft draft = new Draft(path, text);
    drafts.put(path, draft);
    return draft;
  }

  List<Reading> readings() {
    return drafts.values().stream().map(Draft::reading).toList();
  }

  Weighing weigh() {
    return new Weigher().weigh(() -> readings().stream(), statement -> false);
  }

  /// The claim that a statement belongs to.
  Claim claim(String statement) {
    return weigh().claims().stream()
        .filter(claim -> claim.statements().contains(statement))
        .findFirst()
        .orElseThrow();
  }
}
