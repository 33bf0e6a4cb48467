package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.ask.Gap;
import whence.ask.Inquiry;
import whence.model.Bearing;
import whence.model.Claim;
import whence.model.Fit;
import whence.model.Relevance;

/// The inquiry: its questions, its hypotheses, and what is missing.
final class InquiryPart implements Part {
  private final Desk desk;
  private final Pages pages;

  InquiryPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/questions", ctx -> questions(ctx, null));
    routes.get("/questions/{question}", ctx -> questions(ctx, ctx.pathParam("question")));
    routes.post("/questions/{question}/assign", this::assign);
    routes.post("/questions/{question}/conclude", this::conclude);
    routes.post("/inquiry/start", this::start);
    routes.get("/hypotheses", this::hypotheses);
    routes.post("/hypotheses/{hypothesis}/fit", this::fit);
    routes.get("/gaps", this::gaps);
    routes.post("/gaps/{gap}/dismiss", this::dismiss);
  }

  private void questions(Context ctx, @Nullable String id) {
    Inquiry inquiry = desk.tools().inquiry();
    if (id != null && inquiry.question(id).isEmpty()) {
      throw new NotFoundResponse("The inquiry has no question " + id + ".");
    }
    QuestionPage page =
        QuestionPage.of(inquiry, desk.worked(Inquired.STUDY), id, Requested.query(ctx, "ask"));
    pages.show(ctx, "questions.jte", "Questions", "questions", page);
  }

  /// The statements that an id names: a claim's, else itself.
  private List<String> statements(String given) {
    Snapshot at = desk.now();
    // An address of its page serves as well.
    String id = given.replaceFirst("^.*[/-]", "");
    Claim claim = at.claims().get(id);
    return claim != null
        ? claim.statements()
        : List.of(Requested.statement(at, id).statement().id());
  }

  private String question(Context ctx) {
    String id = ctx.pathParam("question");
    if (desk.tools().inquiry().question(id).isEmpty()) {
      throw new NotFoundResponse("The inquiry has no question " + id + ".");
    }
    return id;
  }

  private void assign(Context ctx) {
    String question = question(ctx);
    List<String> statements = statements(Requested.text(ctx, "claim"));
    Bearing bearing = Requested.word(Bearing.class, Requested.text(ctx, "bearing"));
    desk.decide(ctx.formParam("why"), deciding -> deciding.assign(question, statements, bearing));
    Requested.back(ctx, "/questions/" + Requested.inAddress(question));
  }

  private void conclude(Context ctx) {
    String question = question(ctx);
    String finding = Requested.text(ctx, "finding");
    List<String> evidence = new ArrayList<>();
    ctx.formParams("on").forEach(id -> evidence.addAll(statements(id)));
    desk.decide(
        ctx.formParam("why"),
        deciding -> deciding.conclude(question, finding, evidence.stream().distinct().toList()));
    Requested.back(ctx, "/questions/" + Requested.inAddress(question));
  }

  private void start(Context ctx) {
    desk.tools().startInquiry();
    Requested.back(ctx, "/questions");
  }

  private void hypotheses(Context ctx) {
    Worked<Inquired> worked = desk.worked(Inquired.STUDY);
    pages.show(
        ctx,
        "hypotheses.jte",
        "Hypotheses",
        "hypotheses",
        MatrixPage.of(desk.tools().inquiry(), worked));
  }

  private void fit(Context ctx) {
    String hypothesis = ctx.pathParam("hypothesis");
    if (desk.tools().inquiry().hypotheses().stream()
        .noneMatch(each -> each.id().equals(hypothesis))) {
      throw new NotFoundResponse("The inquiry has no hypothesis " + hypothesis + ".");
    }
    List<String> statements = statements(Requested.text(ctx, "claim"));
    Fit fit = Requested.word(Fit.class, Requested.text(ctx, "fit"));
    String relevance = Requested.optional(ctx, "relevance");
    Relevance matters = relevance == null ? null : Requested.word(Relevance.class, relevance);
    desk.decide(
        ctx.formParam("why"), deciding -> deciding.fit(hypothesis, statements, fit, matters));
    Requested.back(ctx, "/hypotheses");
  }

  private void gaps(Context ctx) {
    pages.show(
        ctx,
        "gaps.jte",
        "Gaps",
        "gaps",
        GapPage.of(
            desk.tools().inquiry(),
            desk.worked(Inquired.STUDY),
            Requested.query(ctx, "kind").toUpperCase(Locale.ROOT).replace(' ', '_'),
            Requested.query(ctx, "question"),
            Requested.number(ctx.queryParam("page"), 1)));
  }

  private void dismiss(Context ctx) {
    String id = ctx.pathParam("gap");
    Inquired known = desk.worked(Inquired.STUDY).value();
    Gap gap =
        (known == null ? List.<Gap>of() : known.gaps())
            .stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("No gap goes by " + id + " now."));
    desk.decide(Requested.text(ctx, "why"), deciding -> deciding.dismiss(gap.id(), gap.evidence()));
    Requested.back(ctx, "/gaps");
  }
}
