package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import whence.app.decide.Deciding;
import whence.guard.View;
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
    routes.get("/documents", this::list);
    routes.get("/documents/{document}", this::document);
    routes.get("/documents/{document}/original", this::original);
    routes.post("/documents/{document}/statements", this::add);
    routes.get("/statements/{statement}", this::place);
    routes.get("/review", this::review);
    routes.post("/statements/{statement}/confirm", ctx -> decide(ctx, Deciding::confirm));
    routes.post("/statements/{statement}/cut", ctx -> decide(ctx, Deciding::cut));
    routes.post(
        "/statements/{statement}/correct",
        ctx ->
            decide(
                ctx,
                (deciding, reading, statement) ->
                    deciding.correct(reading, statement, NewStatement.correction(ctx))));
  }

  private interface Decision {
    long on(Deciding deciding, Reading reading, Statement statement);
  }

  private void decide(Context ctx, Decision decision) {
    Requested.Found found = Requested.statement(desk.now(), ctx.pathParam("statement"));
    long number =
        desk.decide(
            ctx.formParam("why"),
            deciding -> decision.on(deciding, found.reading(), found.statement()));
    String skip = ctx.formParam("skip");
    Requested.back(
        ctx,
        skip == null
            ? place(found.reading(), found.statement()).replace("#t-", "#s-")
            : "/review?skip=" + Requested.number(skip, 0) + "&decided=" + number);
  }

  private void list(Context ctx) {
    pages.show(
        ctx,
        "documents.jte",
        "Documents",
        "documents",
        DocumentList.of(
            desk.now(),
            Requested.query(ctx, "words"),
            Requested.query(ctx, "status"),
            Requested.query(ctx, "order"),
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void document(Context ctx) {
    Snapshot at = desk.now();
    Document document = Requested.document(at, ctx.pathParam("document"));
    Reading reading = at.view().reading(document.sha256()).orElse(null);
    if (reading == null || document.status() == Document.Status.NOT_READ) {
      pages.show(ctx, "unread.jte", document.path(), "documents", document);
      return;
    }
    int portion =
        ctx.queryParam("page") == null
            ? Requested.number(ctx.queryParam("portion"), 1)
            : portion(reading, Requested.number(ctx.queryParam("page"), 1));
    pages.show(
        ctx, "document.jte", document.path(), "documents", DocumentPage.of(at, reading, portion));
  }

  /// The portion in which a page begins, from 1.
  private static int portion(Reading reading, int page) {
    return reading.text().pages().stream()
        .filter(each -> each.number() == page)
        .findFirst()
        .map(each -> Portions.at(Portions.of(reading.text()), each.start()) + 1)
        .orElse(1);
  }

  /// Leads to where a statement stands.
  private void place(Context ctx) {
    Requested.Found found = Requested.statement(desk.now(), ctx.pathParam("statement"));
    ctx.redirect(place(found.reading(), found.statement()));
  }

  private static String place(Reading reading, Statement statement) {
    int portion = Portions.at(Portions.of(reading.text()), statement.extent().start());
    return "/documents/"
        + reading.document().sha256()
        + (portion == 0 ? "" : "?portion=" + (portion + 1))
        + "#t-"
        + statement.id();
  }

  /// The file as it came in; only what a browser draws without running anything is shown in it.
  private void original(Context ctx) throws IOException {
    Snapshot at = desk.now();
    Document document = Requested.document(at, ctx.pathParam("document"));
    View.Original original =
        at.view()
            .original(document)
            .orElseThrow(() -> new NotFoundResponse("Its file is not in this case."));
    boolean shown = DocumentPage.looks(document) != DocumentPage.Looks.TEXT_ONLY;
    if (!shown) {
      String name = document.path().substring(document.path().lastIndexOf('/') + 1);
      ctx.header(
          "Content-Disposition",
          "attachment; filename*=UTF-8''"
              + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    ctx.writeSeekableStream(
        original.bytes(),
        shown ? document.mediaType() : "application/octet-stream",
        original.size());
  }

  /// Adds a statement that the machine did not read.
  private void add(Context ctx) {
    Snapshot at = desk.now();
    Document document = Requested.document(at, ctx.pathParam("document"));
    Reading reading =
        at.view()
            .reading(document.sha256())
            .orElseThrow(() -> new NotFoundResponse("This document has no text."));
    NewStatement given = NewStatement.of(ctx, reading);
    long number =
        desk.decide(
            ctx.formParam("why"),
            deciding ->
                deciding.add(
                    reading,
                    given.content(),
                    given.source(),
                    given.cue(),
                    given.name(),
                    given.kind(),
                    given.stance()));
    String added = desk.now().view().statementAdded(number).orElse(null);
    Requested.back(ctx, added == null ? "/documents/" + document.sha256() : "/statements/" + added);
  }

  private void review(Context ctx) {
    pages.show(
        ctx,
        "review.jte",
        "Review",
        "review",
        ReviewPage.of(
            desk.now(),
            Requested.number(ctx.queryParam("skip"), 0),
            Requested.number(ctx.queryParam("decided"), 0)));
  }
}
