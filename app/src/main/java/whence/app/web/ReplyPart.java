package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.ask.Forecast;
import whence.ask.Reply;
import whence.model.Answer;
import whence.model.Claim;
import whence.model.Entry;
import whence.model.Outcome;
import whence.model.StatementAnchor;

/// Forecasts and requests for comment, and what came of them.
final class ReplyPart implements Part {
  private final Desk desk;
  private final Pages pages;

  ReplyPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /// This machine's day, ISO 8601.
  static String today() {
    return LocalDate.now(ZoneId.systemDefault()).toString();
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/forecasts", this::forecasts);
    routes.post("/forecasts/{statement}/settle", this::settle);
    routes.get("/replies", this::replies);
    routes.post("/replies", this::request);
    routes.post("/replies/{request}/answer", this::answer);
    routes.post("/replies/{request}/dismiss", this::dismiss);
  }

  private void forecasts(Context ctx) {
    String which = Requested.query(ctx, "which");
    pages.show(
        ctx,
        "forecasts.jte",
        "Forecasts",
        "forecasts",
        ForecastPage.of(desk.workedAlone(ForecastPage.STUDY), which.isEmpty() ? "all" : which));
  }

  private void settle(Context ctx) {
    Snapshot at = desk.now();
    Requested.Found found = Requested.statement(at, ctx.pathParam("statement"));
    List<Forecast> known = desk.workedAlone(ForecastPage.STUDY).value();
    if (known == null
        || known.stream().noneMatch(each -> each.statement().equals(found.statement().id()))) {
      throw new NotFoundResponse("No forecast is read from this statement now.");
    }
    Outcome outcome = Requested.word(Outcome.class, Requested.text(ctx, "outcome"));
    List<StatementAnchor> evidence = new ArrayList<>();
    String shown = Requested.optional(ctx, "evidence");
    if (shown != null) {
      Requested.Found shows = Requested.statement(at, shown.replaceFirst("^.*/", ""));
      evidence.add(StatementAnchor.to(shows.reading(), shows.statement()));
    }
    desk.decide(
        Requested.text(ctx, "why"),
        deciding -> deciding.settle(found.reading(), found.statement(), outcome, evidence));
    Requested.back(ctx, "/forecasts");
  }

  private void replies(Context ctx) {
    pages.show(
        ctx,
        "replies.jte",
        "Replies",
        "replies",
        ReplyPage.of(desk.workedAlone(ReplyPage.STUDY), today()));
  }

  private static @Nullable String day(Context ctx, String field) {
    String given = Requested.optional(ctx, field);
    try {
      return given == null
          ? null
          : given.contains("T")
              ? LocalDateTime.parse(given).toString()
              : LocalDate.parse(given).toString();
    } catch (DateTimeException e) {
      throw new BadRequestResponse(
          "“" + given + "” is no such day; write 2031-05-04 or 2031-05-04T17:00.");
    }
  }

  private void request(Context ctx) {
    Snapshot at = desk.now();
    String to = Requested.text(ctx, "to");
    String matter = Requested.text(ctx, "matter");
    String id = Requested.optional(ctx, "claim");
    List<Claim> claims =
        id == null ? List.of() : List.of(Requested.claim(at, id.replaceFirst("^.*/", "")));
    String asked = day(ctx, "asked");
    String deadline = day(ctx, "deadline");
    desk.decide(
        ctx.formParam("why"), deciding -> deciding.request(to, matter, claims, asked, deadline));
    Requested.back(ctx, "/replies");
  }

  private void answer(Context ctx) {
    int request = Requested.number(ctx.pathParam("request"));
    if (desk.now().view().standing(Entry.Requested.class).stream()
        .noneMatch(each -> each.number() == request)) {
      throw new NotFoundResponse("No request for comment has this number now.");
    }
    Answer answer = Requested.word(Answer.class, Requested.text(ctx, "answer"));
    String when = day(ctx, "when");
    String words = Requested.optional(ctx, "words");
    desk.decide(ctx.formParam("why"), deciding -> deciding.answer(request, answer, when, words));
    Requested.back(ctx, "/replies");
  }

  private void dismiss(Context ctx) {
    String id = ctx.pathParam("request");
    List<Reply> known = desk.workedAlone(ReplyPage.STUDY).value();
    Reply reply =
        (known == null ? List.<Reply>of() : known)
            .stream()
                .filter(each -> !each.entered() && each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("No request goes by " + id + " now."));
    desk.decide(
        Requested.text(ctx, "why"),
        deciding ->
            deciding.dismiss(
                reply.id(),
                Stream.concat(Stream.ofNullable(reply.statement()), reply.alsoAt().stream())
                    .toList()));
    Requested.back(ctx, "/replies");
  }
}
