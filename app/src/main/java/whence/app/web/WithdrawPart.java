package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import whence.app.web.WithdrawPage.Supposed;
import whence.app.web.WithdrawPage.Told;

/// Withdraws a source that turned out bad, after showing what would change.
final class WithdrawPart implements Part {
  private final Desk desk;
  private final Pages pages;
  private final Recent<Supposed> supposed = new Recent<>(4);

  WithdrawPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/withdraw", this::show);
    routes.post("/withdraw", this::withdraw);
  }

  private void show(Context ctx) {
    Snapshot at = desk.now();
    String source = Requested.query(ctx, "source");
    boolean done = WithdrawPage.isIn(WithdrawPage.withdrawn(at.view()), source);
    Worked<Told> worked = new Worked<>(null, true);
    if (!source.isEmpty() && !done) {
      Supposed study = new Supposed(desk, source);
      supposed.add(study).forEach(desk::forget);
      worked = desk.worked(study);
    }
    pages.show(
        ctx,
        "withdraw.jte",
        "Withdraw a source",
        "withdraw",
        WithdrawPage.of(at, source, worked, Requested.number(ctx.queryParam("page"), 1)));
  }

  private void withdraw(Context ctx) {
    String source = Requested.text(ctx, "source");
    desk.decide(Requested.text(ctx, "why"), deciding -> deciding.withdraw(source));
    Requested.back(ctx, "/withdraw?source=" + Requested.inAddress(source));
  }
}
