package whence.app.print;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.model.Backing;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Family;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Text;
import whence.model.Time;
import whence.model.TimeExpression;
import whence.weigh.fuse.Fused;
import whence.weigh.position.PositionModel.Stand;

/// The fields of each kind of line, as `docs/output.md` promises them.
public final class Fields {
  /// Statements by place, then id.
  public static final Comparator<Statement> STATEMENTS =
      Comparator.comparing(Statement::extent).thenComparing(Statement::id);

  private final JsonLines json;
  private final Function<Sha256, String> paths;

  /// @param paths the path a document is shown under
  public Fields(JsonLines json, Function<Sha256, String> paths) {
    this.json = json;
    this.paths = paths;
  }

  /// What is asked of the case, in the same lines.
  public AskFields asking() {
    return new AskFields(json, this, paths);
  }

  public void document(Document document) {
    json.line(line ->
        line.text("document", document.path())
            .text("sha256", document.sha256().hex())
            .text("title", document.title())
            .text("author", document.author())
            .text("publisher", document.publisher())
            .text("republishedFrom", document.republishedFrom())
            .object("date", document.date(), this::time)
            .text("mediaType", document.mediaType())
            .text("language", document.language())
            .number("pages", document.pages())
            .number("characters", document.characters())
            .texts("handling", document.handling())
            .texts("alsoAt", document.alsoAt())
            .word("status", document.status(), " ")
            .text("why", document.why())
            .text("dateSource", document.dateSource())
            .text("textSha256", document.textHash() == null ? null : document.textHash().hex()));
  }

  /// A file that could not even be kept: a document as far as it got.
  public void refused(String path, String why) {
    json.line(line ->
        line.text("document", path)
            .text("sha256", null)
            .text("title", null)
            .text("author", null)
            .text("publisher", null)
            .text("republishedFrom", null)
            .text("date", null)
            .text("mediaType", null)
            .text("language", null)
            .text("pages", null)
            .number("characters", 0)
            .texts("handling", List.of())
            .texts("alsoAt", List.of())
            .word("status", Document.Status.NOT_READ, " ")
            .text("why", why)
            .text("dateSource", null)
            .text("textSha256", null));
  }

  public void statement(Reading reading, Statement statement, Review review) {
    Text text = reading.text();
    json.line(line -> {
      line.text("id", statement.id())
          .text("document", reading.document().path())
          .number("page", text.pageAt(statement.extent().start()))
          .word("kind", statement.kind())
          .text("within", statement.within())
          .number("depth", statement.depth())
          .word("region", statement.region());
      passages("source", text, statement.source());
      passages("cue", text, statement.cue());
      passages("content", text, statement.content());
      line.objects("chain", statement.chain(), link -> link(text, link))
          .word("act", statement.act())
          .word("stance", statement.stance())
          .objects(
              "likelihood",
              statement.likelihood(),
              likelihood ->
                  line.text("words", likelihood.words().text())
                      .number("start", likelihood.words().start())
                      .number("end", likelihood.words().end())
                      .text("scale", likelihood.scale())
                      .number("low", likelihood.low())
                      .number("high", likelihood.high()))
          .word("analyticConfidence", statement.analyticConfidence());
      passages("hedges", text, statement.hedges());
      backing(statement.backing());
      line.flag("forecast", statement.forecast())
          .object("said", statement.said(), this::time)
          .objects("about", statement.about(), this::time)
          .word("speakerRole", statement.speakerRole())
          .objects(
              "mentions",
              statement.mentions(),
              mention ->
                  line.text("name", mention.name())
                      .word("kind", mention.kind())
                      .number("start", mention.start())
                      .number("end", mention.end()))
          .number("score", (Double) statement.score())
          .word("review", review.state())
          .text("reviewedBy", review.by())
          .text("reviewedWhy", review.why())
          .text("correctedSource", review.correctedSource());
    });
  }

  private void link(Text text, Link link) {
    json.word("role", link.role())
        .word("kind", link.kind())
        .text("name", link.name())
        .text("as", link.as())
        .number("start", link.start())
        .number("end", link.end())
        .object("cue", link.cue(), cue -> passage(text, cue));
    backing(link.backing());
  }

  private void backing(Collection<Backing> backing) {
    json.texts("backing", backing.stream().map(word -> JsonLines.word(word, "-")).toList());
  }

  private void passages(String name, Text text, List<Passage> passages) {
    json.objects(name, passages, passage -> passage(text, passage));
  }

  private void passage(Text text, Passage passage) {
    passage(passage, text.pageAt(passage.start()));
  }

  void passage(Passage passage, @Nullable Integer page) {
    json.number("start", passage.start())
        .number("end", passage.end())
        .text("text", passage.text())
        .number("page", page);
  }

  void time(Time time) {
    json.text("text", time.text())
        .text("value", time.value())
        .number("start", time.start())
        .number("end", time.end());
  }

  public void time(String document, TimeExpression expression) {
    json.line(line -> {
      line.text("document", document);
      time(expression.time());
      line.text("type", expression.type().name());
    });
  }

  public void claim(Claim claim, ClaimReview review) {
    json.line(line ->
        line.text("id", claim.id())
            .text("text", claim.text())
            .texts("statements", claim.statements())
            .number("documents", claim.documents())
            .object(
                "origins",
                claim.origins(),
                origins ->
                    line.number("atLeast", origins.atLeast())
                        .number("atMost", origins.atMost())
                        .texts("why", origins.why()))
            .object(
                "grade",
                claim.grade(),
                grade -> line.number("credibility", grade.credibility()).text("why", grade.why()))
            .texts("deniedBy", claim.deniedBy())
            .texts("contradicts", claim.contradicts())
            .text("review", state(review))
            .text("reviewedBy", by(review))
            .text("reviewedWhy", why(review))
            .objects(
                "related",
                review.ties(),
                tie ->
                    line.text("claim", tie.claim())
                        .word("relation", tie.relation())
                        .flag("toIt", tie.toIt())
                        .text("by", tie.by())
                        .text("why", tie.why()))
            .texts("doubtedBy", claim.doubtedBy())
            .objects(
                "selfContradictions",
                claim.selfContradictions(),
                each ->
                    line.text("source", each.source())
                        .flag("sure", each.sure())
                        .objects("says", each.says(), said -> said(line, said))
                        .objects("against", each.against(), said -> said(line, said))
                        .text("why", each.why()))
            .texts("inOtherWords", claim.inOtherWords()));
  }

  private static void said(JsonLines line, Claim.Said said) {
    line.text("statement", said.statement()).text("claim", said.claim()).text("said", said.on());
  }

  private static String state(ClaimReview review) {
    return review.rejection() != null
        ? "rejected"
        : review.grading() != null ? "graded" : "unreviewed";
  }

  private static @Nullable String by(ClaimReview review) {
    return review.rejection() != null
        ? review.rejection().by()
        : review.grading() != null ? review.grading().by() : null;
  }

  private static @Nullable String why(ClaimReview review) {
    return review.rejection() != null
        ? review.rejection().why()
        : review.grading() != null ? review.grading().why() : null;
  }

  /// @param entry number `number` of the journal, made at `at`
  public void decision(
      long number, Instant at, Entry.Decided entry, boolean undone, boolean orphaned) {
    json.line(line ->
        line.number("number", (int) number)
            .text("at", at.toString())
            .text("by", entry.by())
            .text("why", entry.why())
            .text("kind", DecisionWords.kind(entry))
            .text("what", DecisionWords.what(entry))
            .texts("documents", documents(entry))
            .texts(
                "statements",
                entry.about().stream().map(StatementAnchor::statement).distinct().toList())
            .text("state", undone ? "undone" : orphaned ? "orphaned" : "stands"));
  }

  private List<String> documents(Entry.Decided entry) {
    Stream<Sha256> all =
        entry instanceof Entry.Added added
            ? Stream.of(added.content().document())
            : entry.about().stream().map(held -> held.anchor().document());
    return all.distinct().map(paths).sorted(CodePoints.ORDER).toList();
  }

  public void reuse(Reuse reuse) {
    json.line(line ->
        line.text("from", paths.apply(reuse.from()))
            .text("to", paths.apply(reuse.to()))
            .word("direction", reuse.direction())
            .word("kind", reuse.kind())
            .number("share", (Double) reuse.share())
            .array(
                "passages",
                reuse.passages(),
                match ->
                    line.numbers(
                        match.fromStart(), match.fromEnd(), match.toStart(), match.toEnd())));
  }

  public void family(Family family) {
    json.line(line ->
        line.text("origin", paths.apply(family.origin()))
            .texts(
                "documents",
                family.documents().stream().map(paths).sorted(CodePoints.ORDER).toList()));
  }

  /// @param hits best first
  public void hits(String query, List<Hit> hits) {
    json.line(line ->
        line.text("query", query)
            .objects(
                "hits",
                hits,
                hit ->
                    line.text("document", hit.path())
                        .text("statement", hit.statement())
                        .object("passage", hit.passage(), passage -> passage(passage, hit.page()))
                        .number("score", (Double) hit.score())));
  }

  public void fused(Fused fused) {
    json.line(line ->
        line.text("item", fused.item())
            .text("attribute", fused.attribute())
            .text("value", fused.value())
            .number("score", (Double) fused.score())
            .texts("sources", fused.sources())
            .text("why", fused.why()));
  }

  /// @param stand null where there is no text to judge, as `text` is
  public void position(String claim, String document, @Nullable Stand stand, @Nullable Text text) {
    json.line(line -> {
      line.text("claim", claim)
          .text("document", document)
          .word("position", stand == null ? null : stand.position())
          .number("score", stand == null ? null : (Double) stand.score())
          .objects(
              "passages",
              stand == null ? List.<Passage>of() : stand.passages(),
              passage -> passage(passage, text == null ? null : text.pageAt(passage.start())));
    });
  }

  /// @param path of the document
  /// @param statement null for a sentence that no statement covers
  /// @param page where the passage starts, null where there are no pages
  public record Hit(
      Sha256 document,
      String path,
      @Nullable String statement,
      Passage passage,
      @Nullable Integer page,
      double score) {}

  /// Looks documents up by hash.
  public static Function<Sha256, String> paths(Collection<Document> documents) {
    Map<Sha256, String> paths =
        documents.stream().collect(Collectors.toMap(Document::sha256, Document::path));
    return hash -> paths.getOrDefault(hash, hash.hex());
  }
}
