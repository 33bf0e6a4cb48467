package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import whence.app.decide.Deciding;
import whence.model.Correction;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Statement;

/// Documents: their list, each one's page, and what people decide about the statements in them.
final class DocumentPart implements Part {
  private final Desk desk;
  private final Pages pages;

  DocumentPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get(
        "/documents",
        ctx -> pages.show(ctx, "documents.jte", "Documents", "documents", desk.now()));
    routes.get("/documents/{document}", this::document);
    routes.get("/review", this::review);
    routes.post("/statements/{statement}/confirm", ctx -> decide(ctx, Deciding::confirm));
    routes.post("/statements/{statement}/cut", ctx -> decide(ctx, Deciding::cut));
    routes.post(
        "/statements/{statement}/correct",
        ctx ->
            decide(
                ctx,
                (deciding, reading, statement) ->
                    deciding.correct(
                        reading,
                        statement,
                        new Correction(Requested.text(ctx, "source"), null, null, null))));
  }

  private interface Decision {
    long on(Deciding deciding, Reading reading, Statement statement);
  }

  private void decide(Context ctx, Decision decision) {
    Requested.Found found = Requested.statement(desk.now(), ctx.pathParam("statement"));
    desk.decide(
        ctx.formParam("why"),
        deciding -> decision.on(deciding, found.reading(), found.statement()));
    String skip = ctx.formParam("skip");
    Requested.back(
        ctx,
        skip == null
            ? "/documents/" + found.reading().document().sha256() + "#s-" + found.statement().id()
            : "/review?skip=" + Requested.number(skip, 0));
  }

  private void document(Context ctx) {
    Snapshot at = desk.now();
    Document document = Requested.document(at, ctx.pathParam("document"));
    at.view()
        .reading(document.sha256())
        .ifPresentOrElse(
            reading ->
                pages.show(
                    ctx,
                    "document.jte",
                    document.path(),
                    "documents",
                    DocumentPage.of(at, reading)),
            () -> pages.show(ctx, "unread.jte", document.path(), "documents", document));
  }

  private void review(Context ctx) {
    pages.show(
        ctx,
        "review.jte",
        "Review",
        "review",
        ReviewPage.of(desk.now(), Requested.number(ctx.queryParam("skip"), 0)));
  }
}
