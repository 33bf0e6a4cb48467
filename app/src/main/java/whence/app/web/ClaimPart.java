package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.app.decide.Deciding;
import whence.model.Claim;
import whence.model.Relation;

/// Claims: their list, each one's page, and what people decide about them.
final class ClaimPart implements Part {
  private static final int WORST_GRADE = 6;

  private final Desk desk;
  private final Pages pages;

  ClaimPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/claims", this::list);
    routes.get("/claims/{claim}", this::claim);
    routes.get("/claims/{claim}/moments", this::moments);
    routes.post(
        "/claims/{claim}/grade",
        ctx -> decide(ctx, (deciding, claim) -> deciding.grade(claim, grade(ctx))));
    routes.post("/claims/{claim}/reject", ctx -> decide(ctx, Deciding::reject));
    routes.get("/claims/{claim}/others", this::others);
    routes.post("/claims/{claim}/split", this::split);
    routes.post(
        "/claims/{claim}/merge",
        ctx -> decide(ctx, (deciding, claim) -> deciding.merge(List.of(claim, other(ctx, claim)))));
    routes.post(
        "/claims/{claim}/oppose",
        ctx ->
            decide(
                ctx,
                (deciding, claim) ->
                    deciding.relate(claim, other(ctx, claim), Relation.CONTRADICTS)));
  }

  private static int grade(Context ctx) {
    int grade = Requested.number(ctx.formParam("grade"));
    if (grade < 1 || grade > WORST_GRADE) {
      throw new BadRequestResponse("A credibility runs from 1 to 6. Load the page again.");
    }
    return grade;
  }

  private interface Decision {
    long on(Deciding deciding, Claim claim);
  }

  private void decide(Context ctx, Decision decision) {
    Claim claim = Requested.claim(desk.now(), ctx.pathParam("claim"));
    desk.decide(ctx.formParam("why"), deciding -> decision.on(deciding, claim));
    Requested.back(ctx, "/claims/" + claim.id());
  }

  private Claim other(Context ctx, Claim claim) {
    Claim other = Requested.claim(desk.now(), Requested.text(ctx, "other"));
    if (other.id().equals(claim.id())) {
      throw new BadRequestResponse("These are the same claim already.");
    }
    return other;
  }

  private void others(Context ctx) {
    Snapshot at = desk.now();
    Claim claim = Requested.claim(at, ctx.pathParam("claim"));
    pages.show(
        ctx,
        "others.jte",
        "Other claims",
        "claims",
        OtherClaims.of(at, claim, Requested.query(ctx, "words")));
  }

  private void split(Context ctx) {
    decide(
        ctx,
        (deciding, claim) -> {
          Set<String> apart = new HashSet<>(ctx.formParams("statement"));
          apart.retainAll(claim.statements());
          if (apart.isEmpty() || apart.size() == claim.statements().size()) {
            throw new BadRequestResponse(
                "Choose some of its statements, not none and not all, to take out of it.");
          }
          return deciding.split(claim, apart);
        });
  }

  private void list(Context ctx) {
    String kind = Requested.query(ctx, "kind");
    pages.show(
        ctx,
        "claims.jte",
        "Claims",
        "claims",
        ClaimList.of(
            desk.now(),
            Requested.query(ctx, "words"),
            kind.isEmpty() ? "all" : kind,
            Requested.number(ctx.queryParam("grade"), 0),
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void claim(Context ctx) {
    Snapshot at = desk.now();
    Claim claim = Requested.claim(at, ctx.pathParam("claim"));
    pages.show(ctx, "claim.jte", claim.text(), "claims", ClaimPage.of(at, claim));
  }

  private void moments(Context ctx) {
    Snapshot at = desk.now();
    Claim claim = Requested.claim(at, ctx.pathParam("claim"));
    ctx.contentType("application/json; charset=utf-8");
    ctx.result(
        Clusters.of(ClaimPage.moments(at, claim), Requested.stretch(ctx).orElse(null)).json());
  }
}
