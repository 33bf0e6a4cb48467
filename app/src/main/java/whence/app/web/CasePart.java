package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import whence.guard.Decision;
import whence.guard.View;
import whence.model.Entry;
import whence.model.WhenceException;

/// The case at a glance, what people decided in it, and word of its changes.
final class CasePart implements Part {
  private final String name;
  private final Desk desk;
  private final Pages pages;
  private final Visits visits;
  private final @Nullable Instant since;

  CasePart(String name, Desk desk, Pages pages) {
    this.name = name;
    this.desk = desk;
    this.pages = pages;
    this.visits = new Visits(desk.tools().folder(), desk.person());
    this.since = visits.last();
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/", this::overview);
    routes.get(
        "/decisions",
        ctx ->
            pages.show(
                ctx, "decisions.jte", "Decisions", "decisions", Decided.of(desk.now().view())));
    routes.post("/decisions/{number}/undo", this::undo);
    routes.post("/decisions/undo-mine", this::undoMine);
    routes.post("/person", this::name);
    routes.sse("/changes", this::tellChanges);
  }

  /// What the inquiry has, where its file can be read: a slip in it is told on its own pages.
  private @Nullable Inquired inquired() {
    try {
      return desk.worked(Inquired.STUDY).value();
    } catch (WhenceException e) {
      return null;
    }
  }

  private void overview(Context ctx) {
    pages.show(
        ctx, "overview.jte", name, "overview", Overview.of(name, desk.now(), since, inquired()));
    visits.look(Instant.now());
  }

  /// Takes back the latest decision of whoever is at work, and shows the page it was made on.
  private void undoMine(Context ctx) {
    View view = desk.now().view();
    Decision latest =
        view.decisions().reversed().stream()
            .filter(each ->
                each.entry().by().equals(desk.person())
                    && !(each.entry() instanceof Entry.Undone)
                    && !view.isUndone(each.number()))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("Nothing of yours is left to undo."));
    desk.decide(null, deciding -> deciding.undo(latest.number()));
    String page = ctx.formParam("page");
    Requested.back(ctx, page != null && page.matches("/(?!/)[\\w/?=&%.-]*") ? page : "/decisions");
  }

  /// Says who is at work; decisions carry the name from then on.
  private void name(Context ctx) {
    desk.person(Requested.text(ctx, "person"));
    Requested.back(ctx, "/");
  }

  private void undo(Context ctx) {
    long number = Requested.number(ctx.pathParam("number"));
    desk.decide(ctx.formParam("why"), deciding -> deciding.undo(number));
    Requested.back(ctx, "/decisions");
  }

  /// Tells the page what there is that is new, so that it shows it.
  private void tellChanges(SseClient client) {
    client.keepAlive();
    Consumer<Desk.Change> listener =
        change -> {
          if (!client.terminated()) {
            client.sendEvent(change.name().toLowerCase(Locale.ROOT), String.valueOf(desk.moment()));
          }
        };
    desk.listen(listener);
    // What changed while the page was on its way, or the line was down.
    listener.accept(Desk.Change.CASE);
    client.onClose(() -> desk.unlisten(listener));
  }
}
