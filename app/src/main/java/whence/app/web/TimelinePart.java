package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/// The record in order of time, on both clocks.
final class TimelinePart implements Part {
  private final Desk desk;
  private final Pages pages;

  TimelinePart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/timeline", this::list);
    routes.get("/timeline/moments", this::moments);
  }

  private void list(Context ctx) {
    pages.show(
        ctx,
        "timeline.jte",
        "Timeline",
        "timeline",
        TimelinePage.of(
            desk.worked(TimelinePage.RECORDED),
            desk.now(),
            TimelinePage.Asked.of(ctx),
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void moments(Context ctx) {
    TimelinePage.Asked asked = TimelinePage.Asked.of(ctx);
    List<Clusters.Placed> moments =
        TimelinePage.narrowed(desk.worked(TimelinePage.RECORDED).value(), desk.now(), asked);
    Stretch whole = Clusters.whole(moments);
    Stretch span = Requested.stretch(ctx).orElse(whole == null ? null : asked.span(whole));
    ctx.contentType("application/json; charset=utf-8");
    ctx.result(Clusters.of(moments, span).json());
  }
}
