package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// A source that turned out bad: what stood on it, and what it would be without.
final class SourcePart implements Part {
  private final Desk desk;
  private final Pages pages;

  SourcePart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/withdraw", this::show);
    routes.post("/withdraw", this::withdraw);
  }

  private void show(Context ctx) {
    String source = Requested.query(ctx, "source");
    pages.show(
        ctx,
        "withdraw.jte",
        "Withdraw a source",
        "claims",
        new SupposedPage(source, source.isEmpty() ? null : desk.recall(source)));
  }

  private void withdraw(Context ctx) {
    String source = Requested.text(ctx, "source");
    desk.decide(Requested.text(ctx, "why"), deciding -> deciding.withdraw(source));
    Requested.back(ctx, "/decisions");
  }
}
