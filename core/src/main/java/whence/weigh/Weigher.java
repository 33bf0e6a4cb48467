package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Family;
import whence.model.Judgements;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Statement;
import whence.model.Weighing;

/// Weighs a case.
public final class Weigher {
  /// Longer contents are compared and shown by their beginning.
  private static final int LONGEST_CONTENT = 2_000;

  private static final int MOST_AT_ONCE = 2_048;
  private static final int CHARACTERS_AT_ONCE = 4_000_000;

  private final Function<Map<String, String>, Neighbours> neighbours;
  private final Contents contents;

  /// Compares contents by their words alone.
  public Weigher() {
    this(WordNeighbours::new, new Contents(null, SameClaimModel.shipped()));
  }

  /// Compares contents by meaning and words.
  ///
  /// @param embedder loaded when there are two contents to compare
  public Weigher(Supplier<Embedder> embedder) {
    this(embedder, SameClaimModel.shipped());
  }

  /// @param model fitted to other pairs than what comes with the program
  public Weigher(Supplier<Embedder> embedder, SameClaimModel model) {
    this(WordNeighbours::new, new Contents(embedder, model));
  }

  private Weigher(Function<Map<String, String>, Neighbours> neighbours, Contents contents) {
    this.neighbours = neighbours;
    this.contents = contents;
  }

  /// @param readings gives the case's readings anew each time it is asked, in any order; each
  ///   reading may be large, so none is kept whole
  /// @param rejected statements that people threw out
  public Weighing weigh(Supplier<Stream<Reading>> readings, Predicate<Statement> rejected) {
    return weigh(readings, rejected, Judgements.NONE);
  }

  /// @param judgements what people decided on claims and sources
  public Weighing weigh(
      Supplier<Stream<Reading>> readings, Predicate<Statement> rejected, Judgements judgements) {
    return weigh(readings, rejected, judgements, GradeRules.usual());
  }

  /// @param rules by which claims are graded
  public Weighing weigh(
      Supplier<Stream<Reading>> readings,
      Predicate<Statement> rejected,
      Judgements judgements,
      GradeRules rules) {
    List<Wording> wordings = new ArrayList<>();
    List<Weighed> statements = new ArrayList<>();
    try (Stream<Reading> all = readings.get()) {
      Iterator<Reading> rest =
          all.filter(reading -> reading.document().status() != Document.Status.NOT_READ).iterator();
      while (rest.hasNext()) {
        List<Reading> some = some(rest);
        wordings.addAll(some.parallelStream().map(Wording::of).toList());
        some.forEach(reading -> statements.addAll(weighed(reading, rejected)));
      }
    }
    wordings.sort(Comparator.comparing(wording -> wording.document.path(), CodePoints.ORDER));
    List<Reuse> reuse = new ReuseFinder(wordings).find();
    List<Family> families = Families.of(wordings, reuse);
    List<Claim> claims =
        new Claims(
                new Kinship(reuse, families),
                new SourceNames(judgements),
                new Withdrawals(judgements),
                rules)
            .of(new SameClaims(neighbours, contents, judgements).of(statements));
    return new Weighing(claims, reuse, families);
  }

  /// As many readings as may be in memory at once, to share out among the processors.
  private static List<Reading> some(Iterator<Reading> rest) {
    List<Reading> some = new ArrayList<>();
    long characters = 0;
    while (rest.hasNext() && some.size() < MOST_AT_ONCE && characters < CHARACTERS_AT_ONCE) {
      some.add(rest.next());
      characters += some.getLast().text().characters().length();
    }
    return some;
  }

  private static List<Weighed> weighed(Reading reading, Predicate<Statement> rejected) {
    List<Statement> kept = reading.statements().stream().filter(rejected.negate()).toList();
    Map<String, Told> told = new HashMap<>();
    kept.forEach(statement -> told.put(statement.id(), Told.of(statement, reading.document())));
    Map<String, String> wraps = wraps(kept, told);
    List<Weighed> weighed = new ArrayList<>();
    for (Statement statement : kept) {
      Told teller = told.get(statement.id());
      String content = statement.contentText();
      if (teller == null || content.isBlank()) {
        continue;
      }
      Gist gist =
          Gist.of(
              statement,
              teller.speaker(),
              reading.document().path(),
              wraps.getOrDefault(statement.id(), ""));
      weighed.add(
          new Weighed(
              teller,
              gist,
              Named.in(statement, gist),
              content.substring(0, Math.min(LONGEST_CONTENT, content.length())),
              statement.region(),
              statement.cue().isEmpty() ? gist.saysSomething() : !BarePhrase.is(statement),
              statement.hedges().size() + statement.likelihood().size()));
    }
    return weighed;
  }

  /// A statement whose content is mostly another's saying says that it was said, not what was said:
  /// by its id, who says what it wraps, and how.
  private static Map<String, String> wraps(List<Statement> statements, Map<String, Told> told) {
    Map<String, Statement> byId = new HashMap<>();
    statements.forEach(statement -> byId.put(statement.id(), statement));
    Map<String, String> wraps = new HashMap<>();
    for (Statement inner : statements) {
      Statement outer = inner.within() == null ? null : byId.get(inner.within());
      Told teller = told.get(inner.id());
      if (outer != null
          && teller != null
          && inner.extent().length() * 2 > outer.contentText().length()) {
        wraps.merge(
            outer.id(),
            inner.stance() + " " + teller.speaker(),
            (one, other) -> CodePoints.ORDER.compare(one, other) <= 0 ? one : other);
      }
    }
    return wraps;
  }
}
