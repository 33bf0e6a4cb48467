package whence.app.web;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import whence.model.WhenceException;

/// Serves the workbench on loopback until it is closed.
public final class Workbench implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Desk desk;
  private final Consumer<Exception> faults;
  private final Door door = new Door();
  private final Pages pages;
  private final Arrivals arrivals;
  private final Javalin server;

  /// @param name of the case
  /// @param port 0 for any that is free
  /// @param faults told of what goes wrong inside the program
  public Workbench(String name, Desk desk, int port, Consumer<Exception> faults) {
    this.faults = faults;
    this.desk = desk;
    this.pages = new Pages(door, desk::person);
    this.arrivals = new Arrivals(desk.tools().folder().resolve("arrivals"), desk.tools(), desk);
    List<Part> parts =
        List.of(
            new Assets(),
            new ArrivalPart(arrivals, pages),
            new CasePart(name, desk, pages),
            new DocumentPart(desk, pages),
            new ClaimPart(desk, pages),
            new InquiryPart(desk, pages),
            new ReplyPart(desk, pages),
            new ForecastPart(desk, pages),
            new DraftPart(desk, pages),
            new WithdrawPart(desk, pages),
            new TimelinePart(desk, pages),
            new KnowledgePart(desk, pages),
            new NetworkPart(desk, pages),
            new SearchPart(desk, pages),
            new ReportPart(desk, pages));
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.concurrency.useVirtualThreads = true;
          config.http.maxRequestSize = 1 << 20;
          route(config.routes);
          parts.forEach(part -> part.route(config.routes));
        });
    try {
      server.start(LOOPBACK, port);
    } catch (JavalinBindException e) {
      arrivals.close();
      throw new WhenceException(
          "port " + port + " is taken; give another with --port, or leave it away for a free one",
          e);
    }
    door.at(server.port());
    // What is asked for first is got ready before anybody asks.
    Thread.ofVirtual().start(() -> desk.workedAlone(SearchPage.SEARCH));
  }

  /// An address that opens the workbench in one browser, once.
  public String address() {
    return "http://" + LOOPBACK + ":" + server.port() + "/enter?launch=" + door.launch();
  }

  private void route(RoutesConfig routes) {
    routes.before(door::guard);
    routes.before(ctx -> ctx.attribute(Pages.SEEN, desk.moment()));
    routes.exception(HttpResponseException.class, this::refuse);
    routes.exception(WhenceException.class, this::tell);
    routes.exception(Exception.class, this::fail);
    routes.get("/enter", door::enter);
  }

  private void refuse(HttpResponseException e, Context ctx) {
    ctx.status(e.getStatus());
    pages.show(ctx, "refused.jte", "Not here", "", Objects.requireNonNullElse(e.getMessage(), ""));
  }

  /// What the program itself says of a fault names the file, the place and what to do.
  private void tell(WhenceException e, Context ctx) {
    ctx.status(HttpStatus.CONFLICT);
    pages.show(ctx, "refused.jte", "Not now", "", Objects.requireNonNullElse(e.getMessage(), ""));
  }

  private void fail(Exception e, Context ctx) {
    if (isGone(ctx)) {
      return;
    }
    faults.accept(e);
    ctx.status(HttpStatus.INTERNAL_SERVER_ERROR);
    pages.show(
        ctx,
        "refused.jte",
        "Not here",
        "",
        "Something went wrong inside Whence; what was acknowledged is kept. The terminal that it runs in says more.");
  }

  /// Whether the browser left before it was answered: its request is taken away by then.
  private static boolean isGone(Context ctx) {
    try {
      return ctx.res().isCommitted() || ctx.req().getHeader("Host") == null;
    } catch (IllegalStateException | NullPointerException e) {
      return true;
    }
  }

  @Override
  public void close() {
    server.stop();
    arrivals.close();
    desk.close();
  }
}
