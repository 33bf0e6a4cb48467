package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.stream.Stream;
import whence.app.print.ReadySheet;
import whence.ask.Obstacles;
import whence.ask.Obstacles.Obstacle;
import whence.ask.Reply;
import whence.model.Answer;
import whence.model.Claim;
import whence.model.Entry;

/// The other side: who was asked, what came back, the letter to them, and what still stands in the
/// way of publishing.
final class ReplyPart implements Part {
  private final Desk desk;
  private final Pages pages;

  ReplyPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/replies", this::replies);
    routes.post("/replies", this::request);
    routes.post("/replies/{request}/answer", this::answer);
    routes.post("/replies/{request}/dismiss", this::dismiss);
    routes.get("/letter", ctx -> pages.show(ctx, "letter.jte", "Letter", "replies", letter(ctx)));
    routes.get("/letter.md", this::letterFile);
    routes.get("/ready", this::ready);
    routes.get("/ready.md", this::sheet);
  }

  private List<Reply> known() {
    List<Reply> known = desk.workedAlone(ReplyPage.REPLIES).value();
    return known == null ? List.of() : known;
  }

  private void replies(Context ctx) {
    Snapshot at = desk.now();
    List<Claim> put =
        ctx.queryParams("claim").stream().flatMap(id -> at.claim(id).stream()).toList();
    pages.show(
        ctx,
        "replies.jte",
        "Replies",
        "replies",
        ReplyPage.of(
            at,
            desk.workedAlone(ReplyPage.REPLIES),
            desk.today(),
            Requested.query(ctx, "answer"),
            Requested.query(ctx, "to"),
            put,
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void request(Context ctx) {
    Snapshot at = desk.now();
    String to = Requested.text(ctx, "to");
    String matter = Requested.text(ctx, "matter");
    List<Claim> put =
        ctx.formParams("claim").stream()
            .flatMap(ids -> Stream.of(ids.strip().split("[\\s,]+")))
            .filter(id -> !id.isEmpty())
            .map(id -> Requested.claim(at, Requested.id(id)))
            .distinct()
            .toList();
    String asked = Requested.day(ctx, "asked");
    String deadline = Requested.day(ctx, "deadline");
    long number =
        desk.decide(
            Requested.text(ctx, "why"),
            deciding -> deciding.request(to, matter, put, asked, deadline));
    Requested.back(ctx, "/replies#reply-" + number);
  }

  private void answer(Context ctx) {
    long request = Requested.number(ctx.pathParam("request"));
    boolean there =
        desk.now().view().standing(Entry.Requested.class).stream()
            .anyMatch(it -> it.number() == request);
    if (!there) {
      throw new NotFoundResponse("No request for comment has the number " + request + ".");
    }
    Answer answer = Requested.word(Answer.class, Requested.text(ctx, "answer"));
    String when = Requested.day(ctx, "when");
    String words = Requested.optional(ctx, "words");
    desk.decide(
        Requested.text(ctx, "why"), deciding -> deciding.answer(request, answer, when, words));
    Requested.back(ctx, "/replies#reply-" + request);
  }

  private void dismiss(Context ctx) {
    String id = ctx.pathParam("request");
    Reply reply =
        known().stream()
            .filter(each -> !each.entered() && each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("No request goes by " + id + " now."));
    List<String> statements =
        Stream.concat(Stream.ofNullable(reply.statement()), reply.alsoAt().stream()).toList();
    desk.decide(Requested.text(ctx, "why"), deciding -> deciding.dismiss(id, statements));
    Requested.back(ctx, "/replies");
  }

  private LetterPage letter(Context ctx) {
    return LetterPage.of(
        desk.worked(LetterPage.CRITICISMS),
        known(),
        Requested.query(ctx, "person"),
        Requested.query(ctx, "from"),
        Requested.query(ctx, "deadline"),
        Requested.query(ctx, "marked").equals("yes"));
  }

  private void letterFile(Context ctx) {
    String letter = letter(ctx).letter();
    if (letter == null) {
      throw new NotFoundResponse("Say to whom the letter goes, and wait until it is drafted.");
    }
    file(ctx, "letter.md", letter);
  }

  private void ready(Context ctx) {
    String kind = Requested.query(ctx, "kind");
    pages.show(
        ctx,
        "ready.jte",
        "What stands in the way",
        "replies",
        ReadyPage.of(
            desk.now(),
            desk.worked(new ReadyPage.Standing(desk.today())),
            kind.isEmpty() ? null : Requested.word(Obstacles.Kind.class, kind),
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void sheet(Context ctx) {
    List<Obstacle> obstacles = desk.worked(new ReadyPage.Standing(desk.today())).value();
    if (obstacles == null) {
      throw new NotFoundResponse("It is being worked out; ask again in a moment.");
    }
    file(ctx, "sheet.md", ReadySheet.of(desk.instant(), obstacles, known()));
  }

  private static void file(Context ctx, String name, String text) {
    ctx.contentType("text/markdown; charset=utf-8");
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    ctx.result(text);
  }
}
