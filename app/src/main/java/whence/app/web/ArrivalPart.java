package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;

/// Files dropped in: what takes them, and how far they have come.
final class ArrivalPart implements Part {
  private final Arrivals arrivals;
  private final Pages pages;

  ArrivalPart(Arrivals arrivals, Pages pages) {
    this.arrivals = arrivals;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/arrivals", this::arrivals);
    routes.put("/arrivals", this::take);
    routes.post("/arrivals/read", this::read);
  }

  private void arrivals(Context ctx) {
    pages.show(
        ctx, "arrivals.jte", "Files dropped in", "arrivals", ArrivalsPage.of(arrivals.standing()));
  }

  /// One file, its bytes as the body.
  private void take(Context ctx) throws IOException {
    arrivals.take(Requested.query(ctx, "path"), ctx.bodyInputStream());
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void read(Context ctx) {
    arrivals.read();
    Requested.back(ctx, "/arrivals");
  }
}
