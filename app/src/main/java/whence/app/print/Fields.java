package whence.app.print;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.ask.Asked;
import whence.ask.Forecast;
import whence.ask.Gap;
import whence.ask.Knew;
import whence.ask.Matrix;
import whence.ask.Moment;
import whence.ask.Reply;
import whence.ask.Telling;
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
import whence.weigh.Evidence;
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

  private void passage(Passage passage, @Nullable Integer page) {
    json.number("start", passage.start())
        .number("end", passage.end())
        .text("text", passage.text())
        .number("page", page);
  }

  private void time(Time time) {
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

  public void forecast(Forecast forecast) {
    json.line(line ->
        line.text("statement", forecast.statement())
            .text("text", forecast.text())
            .objects(
                "likelihood",
                forecast.likelihood(),
                likelihood ->
                    line.text("words", likelihood.words().text())
                        .number("start", likelihood.words().start())
                        .number("end", likelihood.words().end())
                        .text("scale", likelihood.scale())
                        .number("low", likelihood.low())
                        .number("high", likelihood.high()))
            .object("due", forecast.due(), this::time)
            .word("outcome", forecast.outcome(), " ")
            .number("brier", forecast.brier())
            .text("document", forecast.document())
            .text("source", forecast.source())
            .flag("suggested", forecast.suggested())
            .text("repeats", forecast.repeats())
            .flag("pastDue", forecast.isPastDue())
            .object(
                "settled",
                forecast.settlement(),
                settled ->
                    line.number("decision", Math.toIntExact(settled.number()))
                        .text("by", settled.by())
                        .text("why", settled.why())
                        .texts("evidence", settled.evidence())));
  }

  public void reply(Reply reply) {
    json.line(line ->
        line.text("to", reply.to())
            .text("about", reply.about())
            .object("asked", reply.asked(), this::time)
            .word("answer", reply.answer())
            .text("statement", reply.statement())
            .text("by", reply.by())
            .object("deadline", reply.deadline(), this::time)
            .flag("entered", reply.entered())
            .text("id", reply.id())
            .flag("suggested", reply.suggested())
            .text("through", reply.through())
            .texts("candidates", reply.candidates())
            .texts("alsoAt", reply.alsoAt())
            .texts("claims", reply.claims())
            .text("words", reply.words()));
  }

  public void asked(Asked asked) {
    json.line(line -> {
      line.text("question", asked.question())
          .word("state", asked.state(), " ")
          .texts("for", claims(asked.pro()))
          .texts("against", claims(asked.contra()))
          .text("id", asked.id())
          .text("parent", asked.parent())
          .texts("parts", asked.parts())
          .flag("suggested", asked.suggested())
          .text("leading", asked.leading())
          .number("origins", asked.origins().atLeast())
          .number("originsAtMost", asked.origins().atMost())
          .objects("items", items(asked), this::item)
          .texts(
              "unanswered", asked.unanswered().stream().map(each -> each.statement().id()).toList())
          .objects(
              "passages",
              asked.passages(),
              hit ->
                  line.text("document", hit.path())
                      .object("passage", hit.passage(), passage -> passage(passage, hit.page()))
                      .number("score", (Double) hit.score()))
          .object(
              "conclusion",
              asked.conclusion(),
              it ->
                  line.number("decision", (int) it.number())
                      .text("finding", it.finding())
                      .texts("evidence", it.evidence())
                      .text("by", it.by())
                      .text("why", it.why()));
    });
  }

  /// @param matrix that the hypothesis stands in
  public void hypothesis(Matrix.Standing standing, Matrix matrix) {
    Map<String, Matrix.Row> rows =
        matrix.evidence().stream().collect(Collectors.toMap(Matrix.Row::id, row -> row));
    String id = standing.hypothesis().id();
    json.line(line ->
        line.text("hypothesis", standing.hypothesis().text())
            .texts("inconsistent", claims(standing.inconsistent(), rows))
            .texts("consistent", claims(standing.consistent(), rows))
            .texts("diagnostic", claims(standing.diagnostic(), rows))
            .texts("decisive", claims(standing.decisive(), rows))
            .text("id", id)
            .text("question", standing.hypothesis().question())
            .number("against", (Double) standing.against())
            .objects(
                "cells",
                matrix.evidence(),
                row -> {
                  Matrix.Cell cell = Objects.requireNonNull(row.cells().get(id));
                  line.text("claim", row.item().claim() == null ? null : row.id())
                      .word("fit", cell.fit(), "-")
                      .flag("suggested", cell.suggested())
                      .number("weight", (Double) row.weight())
                      .word("relevance", cell.relevance())
                      .text("by", cell.by())
                      .text("why", cell.why())
                      .objects("statements", row.item().evidence(), this::evidence);
                }));
  }

  /// Statements that make no claim by themselves are left out; the cells have them.
  private static List<String> claims(List<String> ids, Map<String, Matrix.Row> rows) {
    return ids.stream()
        .filter(id -> Objects.requireNonNull(rows.get(id)).item().claim() != null)
        .toList();
  }

  private record SideItem(String side, Asked.Item item) {}

  private static List<SideItem> items(Asked asked) {
    return Stream.concat(
            asked.pro().stream().map(item -> new SideItem("for", item)),
            asked.contra().stream().map(item -> new SideItem("against", item)))
        .toList();
  }

  private void item(SideItem each) {
    Asked.Item item = each.item();
    json.text("side", each.side())
        .text("claim", item.claim() == null ? null : item.claim().id())
        .flag("suggested", item.suggested())
        .text("by", item.by())
        .text("why", item.why())
        .objects("statements", item.evidence(), this::evidence);
  }

  private void evidence(Evidence evidence) {
    json.text("statement", evidence.statement().id())
        .text("document", evidence.document().path())
        .objects(
            "passages",
            evidence.statement().content(),
            passage -> passage(passage, evidence.page()));
  }

  private static List<String> claims(List<Asked.Item> items) {
    return items.stream().flatMap(item -> Stream.ofNullable(item.claim())).map(Claim::id).toList();
  }

  public void telling(Telling telling) {
    json.line(line -> tellingFields(line, telling));
  }

  private void tellingFields(JsonLines line, Telling telling) {
    line.text("claim", telling.claim())
        .text("by", telling.by())
        .texts("to", telling.to())
        .object("when", telling.when(), this::time)
        .text("through", telling.through())
        .word("fact", telling.fact())
        .word("certainty", telling.certainty())
        .text("statement", telling.statement())
        .text("id", telling.id())
        .text("document", telling.document() == null ? null : paths.apply(telling.document()))
        .number("start", telling.place() == null ? null : (Integer) telling.place().start())
        .number("end", telling.place() == null ? null : (Integer) telling.place().end())
        .text("text", telling.text())
        .text("paper", telling.paper().isEmpty() ? null : telling.paper())
        .texts("papers", telling.papers().stream().map(paths).toList())
        .flag("suggested", telling.suggested())
        .text("enteredBy", telling.entered())
        .text("enteredWhy", telling.why());
  }

  public void gap(Gap gap) {
    json.line(line ->
        line.text("question", gap.question())
            .word("kind", gap.kind(), " ")
            .text("text", gap.text())
            .texts("evidence", gap.evidence())
            .text("id", gap.id())
            .text("document", gap.document())
            .objects(
                "passages",
                gap.passages(),
                place -> {
                  line.text("document", place.path());
                  passage(place.passage(), place.page());
                })
            .flag("suggested", gap.suggested()));
  }

  /// @param claim the claim it is about
  public void knew(Knew knew, Claim claim) {
    json.line(line ->
        line.word("answer", knew.answer())
            .objects("tellings", knew.tellings(), telling -> tellingFields(line, telling))
            .texts("against", knew.against())
            .text("person", knew.person())
            .text("claim", knew.claim())
            .text("text", claim.text())
            .text("by", knew.by())
            .text("why", knew.why()));
  }

  public void moment(Moment moment) {
    json.line(line ->
        line.word("clock", moment.clock())
            .object("time", moment.time(), this::time)
            .text("who", moment.who())
            .text("text", moment.text())
            .text("document", moment.path())
            .text("statement", moment.statement()));
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
