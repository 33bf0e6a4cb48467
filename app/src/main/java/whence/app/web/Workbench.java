package whence.app.web;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import whence.app.web.Listening.Guarded;
import whence.model.WhenceException;

/// Serves the workbench until it is closed.
public final class Workbench implements AutoCloseable {
  private static final Duration FIRST_PAGE = Duration.ofSeconds(2);

  private final Desk desk;
  private final Consumer<Exception> faults;
  private final Door door;
  private final Listening listening;
  private final Pages pages;
  private final Arrivals arrivals;
  private final Javalin server;
  private final Thread warming;

  /// @param name of the case
  /// @param faults told of what goes wrong inside the program
  public Workbench(String name, Desk desk, Listening listening, Consumer<Exception> faults) {
    this.listening = listening;
    this.door = new Door(listening);
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
          Guarded guarded = listening.guarded();
          if (guarded != null) {
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, guarded));
          }
          route(config.routes);
          parts.forEach(part -> part.route(config.routes));
        });
    try {
      if (listening.guarded() == null) {
        server.start(listening.host(), listening.port());
      } else {
        server.start();
      }
    } catch (JavalinBindException e) {
      arrivals.close();
      throw new WhenceException(
          listening.guarded() == null
              ? "port "
                  + listening.port()
                  + " is taken; give another with --port, or leave it away for a free one"
              : listening.host()
                  + " cannot be listened on: give an address or name of this machine, and a free"
                  + " port or none",
          e);
    }
    door.at(server.port());
    this.warming = Thread.ofVirtual().start(this::warm);
  }

  /// Gets ready what is asked for first before anybody asks; the first page goes before.
  private void warm() {
    try {
      desk.now();
      Thread.sleep(FIRST_PAGE);
      desk.searched();
    } catch (InterruptedException e) {
      // It is being closed.
    } catch (RuntimeException e) {
      faults.accept(e);
    }
  }

  /// An address that opens the workbench in one browser, once.
  public String address() {
    return listening.scheme()
        + "://"
        + listening.named()
        + ":"
        + server.port()
        + "/enter?launch="
        + door.launch();
  }

  private Connector connector(Server jetty, HttpConfiguration http, Guarded guarded) {
    SslContextFactory.Server keys = new SslContextFactory.Server();
    keys.setKeyStorePath(guarded.certificate().file().toUri().toString());
    keys.setKeyStorePassword(Certificate.PASSWORD);
    // An address is no name that a browser could send along.
    http.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector = new ServerConnector(jetty, keys, new HttpConnectionFactory(http));
    connector.setHost(listening.host());
    connector.setPort(listening.port());
    return connector;
  }

  private void route(RoutesConfig routes) {
    routes.before(door::guard);
    routes.before(ctx -> {
      desk.serves(door.person(ctx));
      ctx.attribute(Pages.SEEN, desk.moment());
    });
    routes.after(_ -> desk.serves(null));
    routes.exception(HttpResponseException.class, this::refuse);
    routes.exception(WhenceException.class, this::tell);
    routes.exception(Exception.class, this::fail);
    routes.get("/enter", ctx -> door.enter(ctx, pages));
    routes.post("/enter", ctx -> door.enterByPassword(ctx, pages));
    routes.post("/person", this::name);
  }

  /// Says who is at work in this browser; decisions carry the name from then on.
  private void name(Context ctx) {
    door.name(ctx, Requested.text(ctx, "person"));
    Requested.back(ctx, "/");
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
    warming.interrupt();
    try {
      warming.join(FIRST_PAGE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop();
    arrivals.close();
    desk.close();
  }
}
