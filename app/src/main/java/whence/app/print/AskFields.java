package whence.app.print;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.ask.Asked;
import whence.ask.Forecast;
import whence.ask.Gap;
import whence.ask.Knew;
import whence.ask.Matrix;
import whence.ask.Moment;
import whence.ask.Reply;
import whence.ask.Telling;
import whence.model.Claim;
import whence.model.Sha256;
import whence.weigh.Evidence;

/// What is asked of a case (questions, hypotheses, tellings, gaps, forecasts, replies) as JSON
/// Lines for programs.
public final class AskFields {
  private final JsonLines json;
  private final Fields fields;
  private final Function<Sha256, String> paths;

  AskFields(JsonLines json, Fields fields, Function<Sha256, String> paths) {
    this.json = json;
    this.fields = fields;
    this.paths = paths;
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
            .object("due", forecast.due(), fields::time)
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
            .object("asked", reply.asked(), fields::time)
            .word("answer", reply.answer())
            .text("statement", reply.statement())
            .text("by", reply.by())
            .object("deadline", reply.deadline(), fields::time)
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
                      .object(
                          "passage", hit.passage(), passage -> fields.passage(passage, hit.page()))
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
            Stream.concat(
                asked.pro().stream().map(item -> new SideItem("for", item)),
                asked.contra().stream().map(item -> new SideItem("against", item))),
            asked.unclear().stream().map(item -> new SideItem("unclear", item)))
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
            passage -> fields.passage(passage, evidence.page()));
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
        .object("when", telling.when(), fields::time)
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
                  fields.passage(place.passage(), place.page());
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
            .object("time", moment.time(), fields::time)
            .text("who", moment.who())
            .text("text", moment.text())
            .text("document", moment.path())
            .text("statement", moment.statement()));
  }
}
