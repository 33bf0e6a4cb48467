package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.List;
import whence.app.decide.Deciding;
import whence.ask.Telling;
import whence.ask.WhoKnew;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.Fact;

/// Who knew: who was told what, when and through what; what people enter of that and dismiss.
final class KnowledgePart implements Part {
  private final Desk desk;
  private final Pages pages;

  KnowledgePart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/knowledge", this::grid);
    routes.get("/knowledge/told", this::told);
    routes.post("/knowledge", this::add);
    routes.post("/knowledge/{telling}/dismiss", this::dismiss);
  }

  private void grid(Context ctx) {
    pages.show(
        ctx,
        "knowledge.jte",
        "Who knew",
        "knowledge",
        KnowledgePage.of(
            desk.worked(KnowledgePage.WHO_KNEW),
            Requested.query(ctx, "person"),
            Requested.query(ctx, "claim"),
            Requested.number(ctx.queryParam("down"), 1),
            Requested.number(ctx.queryParam("across"), 1)));
  }

  private void told(Context ctx) {
    String person = Requested.query(ctx, "person");
    String by = Requested.query(ctx, "by");
    if (person.isEmpty()) {
      throw new BadRequestResponse("Whose knowledge? Choose somebody under Who knew.");
    }
    if (!by.isEmpty() && !Deciding.isDay(by)) {
      throw new BadRequestResponse("By when? Give 2031, 2031-05 or 2031-05-04.");
    }
    pages.show(
        ctx,
        "known.jte",
        "What " + person + " was told",
        "knowledge",
        KnownPage.of(desk, desk.now(), person, Requested.query(ctx, "claim"), by));
  }

  private void add(Context ctx) {
    Claim claim = Requested.claim(desk.now(), Requested.text(ctx, "claim"));
    List<String> to =
        Requested.text(ctx, "to").lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    String when = Requested.optional(ctx, "when");
    if (when != null && !Deciding.isDate(when)) {
      throw new BadRequestResponse("When? Give 2031, 2031-05, 2031-05-04 or 2031-05-04T09:30.");
    }
    Fact fact = word(Fact.class, Requested.text(ctx, "fact"));
    Certainty certainty = word(Certainty.class, Requested.text(ctx, "certainty"));
    desk.decide(
        Requested.text(ctx, "why"),
        deciding ->
            deciding.told(
                claim,
                Requested.optional(ctx, "teller"),
                to,
                when,
                Requested.optional(ctx, "through"),
                fact,
                certainty));
    Requested.back(
        ctx, Requested.address("/knowledge/told", "person", to.getFirst(), "claim", claim.id()));
  }

  private static <T extends Enum<T>> T word(Class<T> kind, String word) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new BadRequestResponse("There is no “" + word + "” here."));
  }

  private void dismiss(Context ctx) {
    WhoKnew whole = desk.worked(KnowledgePage.WHO_KNEW).value();
    String id = ctx.pathParam("telling");
    Telling telling =
        (whole == null ? List.<Telling>of() : whole.tellings())
            .stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                    new NotFoundResponse(
                        "No telling goes by " + id + " now. Look under Who knew."));
    String statement = telling.statement();
    desk.decide(
        Requested.text(ctx, "why"),
        deciding ->
            deciding.dismiss(
                telling.id(),
                statement == null || telling.entered() != null ? List.of() : List.of(statement)));
    Requested.back(
        ctx,
        Requested.address(
            "/knowledge/told",
            "person",
            Requested.text(ctx, "person"),
            "claim",
            String.valueOf(ctx.formParam("claim"))));
  }
}
