package whence.app.web;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.model.Correction;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Statement;

/// Serves the workbench on loopback until it is closed.
public final class Workbench implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final String name;
  private final Desk desk;
  private final Consumer<Exception> faults;
  private final Door door = new Door();
  private final Pages pages = new Pages(door);
  private final Assets assets = new Assets();
  private final Javalin server;

  /// @param name of the case
  /// @param port 0 for any that is free
  /// @param faults told of what goes wrong inside the program
  public Workbench(String name, Desk desk, int port, Consumer<Exception> faults) {
    this.name = name;
    this.faults = faults;
    this.desk = desk;
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.concurrency.useVirtualThreads = true;
          config.http.maxRequestSize = 1 << 20;
          route(config.routes);
        });
    server.start(LOOPBACK, port);
    door.at(server.port());
  }

  /// An address that opens the workbench in one browser, once.
  public String address() {
    return "http://" + LOOPBACK + ":" + server.port() + "/enter?launch=" + door.launch();
  }

  private void route(RoutesConfig routes) {
    routes.before(door::guard);
    routes.exception(io.javalin.http.HttpResponseException.class, this::refuse);
    routes.exception(Exception.class, this::fail);
    routes.get("/enter", door::enter);
    routes.get("/assets/{name}", assets::serve);
    routes.sse("/changes", this::tellChanges);
    routes.get(
        "/",
        ctx -> pages.show(ctx, "overview.jte", name, "overview", Overview.of(name, desk.now())));
    routes.get(
        "/documents",
        ctx -> pages.show(ctx, "documents.jte", "Documents", "documents", desk.now()));
    routes.get("/documents/{document}", this::document);
    routes.get("/claims", this::claims);
    routes.get("/claims/{claim}", this::claim);
    routes.post(
        "/claims/{claim}/grade",
        ctx ->
            onClaim(
                ctx, (deciding, claim) -> deciding.grade(claim, given(ctx.formParam("grade")))));
    routes.post(
        "/claims/{claim}/reject", ctx -> onClaim(ctx, (deciding, claim) -> deciding.reject(claim)));
    routes.post(
        "/statements/{statement}/confirm",
        ctx ->
            onStatement(
                ctx, (deciding, reading, statement) -> deciding.confirm(reading, statement)));
    routes.post(
        "/statements/{statement}/cut",
        ctx ->
            onStatement(ctx, (deciding, reading, statement) -> deciding.cut(reading, statement)));
    routes.post(
        "/statements/{statement}/correct",
        ctx ->
            onStatement(
                ctx,
                (deciding, reading, statement) ->
                    deciding.correct(
                        reading,
                        statement,
                        new Correction(ctx.formParam("source"), null, null, null))));
    routes.get(
        "/review",
        ctx ->
            pages.show(
                ctx,
                "review.jte",
                "Review",
                "review",
                ReviewPage.of(desk.now(), number(ctx.queryParam("skip"), 0))));
    routes.get(
        "/decisions",
        ctx ->
            pages.show(
                ctx, "decisions.jte", "Decisions", "decisions", Decided.of(desk.now().view())));
    routes.post(
        "/decisions/{number}/undo",
        ctx -> {
          long number = given(ctx.pathParam("number"));
          desk.decide(ctx.formParam("why"), deciding -> deciding.undo(number));
          back(ctx, "/decisions");
        });
  }

  private interface OnClaim {
    long decide(whence.app.decide.Deciding deciding, Claim claim);
  }

  private interface OnStatement {
    long decide(whence.app.decide.Deciding deciding, Reading reading, Statement statement);
  }

  private void onClaim(Context ctx, OnClaim decision) {
    Claim claim = claim(desk.now(), ctx.pathParam("claim"));
    desk.decide(ctx.formParam("why"), deciding -> decision.decide(deciding, claim));
    back(ctx, "/claims/" + claim.id());
  }

  private void onStatement(Context ctx, OnStatement decision) {
    String id = ctx.pathParam("statement");
    Snapshot at = desk.now();
    Reading reading =
        at.readingOf(id)
            .orElseThrow(() -> new NotFoundResponse("No statement goes by " + id + "."));
    Statement statement =
        reading.statements().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("No statement goes by " + id + "."));
    desk.decide(ctx.formParam("why"), deciding -> decision.decide(deciding, reading, statement));
    String skip = ctx.formParam("skip");
    back(
        ctx,
        skip == null
            ? "/documents/" + reading.document().sha256() + "#s-" + id
            : "/review?skip=" + number(skip, 0));
  }

  /// To the page again, so that loading it anew decides nothing twice.
  private static void back(Context ctx, String address) {
    ctx.redirect(address, HttpStatus.SEE_OTHER);
  }

  private void document(Context ctx) {
    Snapshot at = desk.now();
    Document document =
        at.view()
            .document(ctx.pathParam("document"))
            .orElseThrow(() -> new NotFoundResponse("No such document is in this case."));
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

  private void claims(Context ctx) {
    ClaimList list =
        ClaimList.of(
            desk.now(),
            Objects.requireNonNullElse(ctx.queryParam("words"), ""),
            Objects.requireNonNullElse(ctx.queryParam("kind"), "all"),
            number(ctx.queryParam("grade"), 0),
            number(ctx.queryParam("page"), 1));
    pages.show(ctx, "claims.jte", "Claims", "claims", list);
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static int given(@Nullable String text) {
    int number = number(text, -1);
    if (number < 0) {
      throw new BadRequestResponse("A number is needed here. Load the page again.");
    }
    return number;
  }

  private void claim(Context ctx) {
    Snapshot at = desk.now();
    Claim claim = claim(at, ctx.pathParam("claim"));
    pages.show(ctx, "claim.jte", claim.text(), "claims", ClaimPage.of(at, claim));
  }

  private static Claim claim(Snapshot at, String id) {
    return at.claim(id)
        .orElseThrow(() ->
            new NotFoundResponse(
                "No claim goes by "
                    + id
                    + " now; it may have joined another. Look for its words."));
  }

  /// Tells the page that there is something new, so that it loads it.
  private void tellChanges(SseClient client) {
    client.keepAlive();
    Runnable listener = () -> client.sendEvent("changed", "");
    desk.listen(listener);
    client.onClose(() -> desk.unlisten(listener));
  }

  private void refuse(io.javalin.http.HttpResponseException e, Context ctx) {
    ctx.status(e.getStatus());
    pages.show(ctx, "refused.jte", "Not here", "", Objects.requireNonNullElse(e.getMessage(), ""));
  }

  private void fail(Exception e, Context ctx) {
    faults.accept(e);
    ctx.status(HttpStatus.INTERNAL_SERVER_ERROR);
    pages.show(
        ctx,
        "refused.jte",
        "Not here",
        "",
        "Something went wrong inside Whence; what was acknowledged is kept. The terminal that it runs in says more.");
  }

  @Override
  public void close() {
    server.stop();
    desk.close();
  }
}
