package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// The network of sources, documents, people and claims, opened from a selection.
final class NetworkPart implements Part {
  private final Desk desk;
  private final Pages pages;

  NetworkPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/network", ctx -> pages.show(ctx, "network.jte", "Network", "network", page(ctx)));
    routes.get(
        "/network/neighbours",
        ctx -> ctx.contentType("application/json; charset=utf-8").result(page(ctx).json()));
  }

  private NetworkPage page(Context ctx) {
    return NetworkPage.of(
        desk.worked(Network.NETWORK),
        Requested.query(ctx, "words"),
        ctx.queryParams("at"),
        ctx.queryParams("kind"));
  }
}
