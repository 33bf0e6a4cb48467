package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import whence.model.WhenceException;

/// The case at a glance, what people decided in it, and word of its changes.
final class CasePart implements Part {
  private final String name;
  private final Desk desk;
  private final Pages pages;
  private final Visits visits;
  private final Map<String, Optional<Instant>> since = new ConcurrentHashMap<>();

  CasePart(String name, Desk desk, Pages pages) {
    this.name = name;
    this.desk = desk;
    this.pages = pages;
    this.visits = new Visits(desk.tools().folder());
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
    routes.sse("/changes", this::tellChanges);
  }

  /// A slip in the inquiry's file is told on its own pages; here it must not stand in the way.
  private Overview.Gaps gaps() {
    try {
      Inquired known = desk.known(Inquired.STUDY).value();
      return known == null ? Overview.Gaps.AWAITED : Overview.Gaps.of(known);
    } catch (WhenceException e) {
      return Overview.Gaps.UNKNOWN;
    }
  }

  private void overview(Context ctx) {
    String person = desk.person();
    Optional<Instant> last =
        since.computeIfAbsent(person, it -> Optional.ofNullable(visits.last(it)));
    pages.show(
        ctx,
        "overview.jte",
        name,
        "overview",
        Overview.of(name, desk.now(), last.orElse(null), gaps()));
    visits.look(person, Instant.now());
  }

  private void undo(Context ctx) {
    long number = Requested.number(ctx.pathParam("number"));
    desk.decide(ctx.formParam("why"), deciding -> deciding.undo(number));
    String skip = ctx.formParam("skip");
    Requested.back(ctx, skip == null ? "/decisions" : "/review?skip=" + Requested.number(skip, 0));
  }

  /// Tells the page what there is that is new, so that it shows it.
  private void tellChanges(SseClient client) {
    client.keepAlive();
    Consumer<Desk.Change> teller =
        new Consumer<>() {
          @Override
          public void accept(Desk.Change change) {
            try {
              client.sendEvent(
                  change.name().toLowerCase(Locale.ROOT), String.valueOf(desk.moment()));
            } catch (RuntimeException e) {
              // The page has gone and the server with its answer: nobody else's decision may fail.
              desk.unlisten(this);
            }
          }
        };
    client.onClose(() -> desk.unlisten(teller));
    desk.listen(teller);
    // What changed while the page was on its way, or the line was down.
    teller.accept(Desk.Change.CASE);
    teller.accept(Desk.Change.WORKED);
  }
}
