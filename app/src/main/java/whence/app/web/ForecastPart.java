package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.stream.Stream;
import whence.ask.Forecast;
import whence.model.Outcome;
import whence.model.StatementAnchor;

/// Forecasts, what came of them, and how well words and sources did.
final class ForecastPart implements Part {
  private final Desk desk;
  private final Pages pages;

  ForecastPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/forecasts", this::forecasts);
    routes.get("/forecasts/scores", this::scores);
    routes.post("/forecasts/{statement}/settle", this::settle);
  }

  private void forecasts(Context ctx) {
    pages.show(
        ctx,
        "forecasts.jte",
        "Forecasts",
        "forecasts",
        ForecastPage.of(
            desk.workedAlone(ForecastPage.FORECASTS),
            Requested.query(ctx, "outcome"),
            Requested.query(ctx, "words"),
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void scores(Context ctx) {
    pages.show(
        ctx,
        "scores.jte",
        "How forecasts came out",
        "forecasts",
        CalibrationPage.of(desk.workedAlone(ForecastPage.FORECASTS)));
  }

  private void settle(Context ctx) {
    Snapshot at = desk.now();
    Requested.Found forecast = Requested.statement(at, ctx.pathParam("statement"));
    List<Forecast> known = desk.workedAlone(ForecastPage.FORECASTS).value();
    if (known == null
        || known.stream().noneMatch(each -> each.statement().equals(forecast.statement().id()))) {
      throw new NotFoundResponse("No forecast is read from this statement now.");
    }
    Outcome outcome = Requested.word(Outcome.class, Requested.text(ctx, "outcome"));
    String on = Requested.optional(ctx, "evidence");
    List<StatementAnchor> evidence =
        on == null
            ? List.of()
            : Stream.of(on.split("[\\s,]+"))
                .map(Requested::id)
                .map(id -> Requested.statement(at, id))
                .map(shows -> StatementAnchor.to(shows.reading(), shows.statement()))
                .toList();
    desk.decide(
        Requested.text(ctx, "why"),
        deciding -> deciding.settle(forecast.reading(), forecast.statement(), outcome, evidence));
    Requested.back(ctx, "/forecasts#forecast-" + forecast.statement().id());
  }
}
