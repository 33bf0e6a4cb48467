package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Checks drafts against the record.
final class DraftPart implements Part {
  private static final int MOST_BYTES = 20 << 20;
  private static final int MOST_KEPT = 8;

  private final Desk desk;
  private final Pages pages;
  private final Recent<Draft> drafts = new Recent<>(MOST_KEPT);

  DraftPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/check", ctx -> pages.show(ctx, "check.jte", "Check a draft", "check", kept()));
    routes.post("/check", this::paste);
    routes.put("/check", this::upload);
    routes.get("/check/{draft}", this::checked);
  }

  private DraftList kept() {
    return new DraftList(
        drafts.all().stream().map(draft -> new DraftList.Named(draft.id(), draft.name())).toList());
  }

  private void paste(Context ctx) {
    byte[] content = Requested.text(ctx, "draft").getBytes(StandardCharsets.UTF_8);
    Requested.back(ctx, "/check/" + keep("pasted text.md", content));
  }

  /// One file, its bytes as the body; answers with the address of its page.
  private void upload(Context ctx) throws IOException {
    String name = Requested.query(ctx, "path");
    if (!name.matches("[^/\\\\]{1,200}\\.[A-Za-z0-9]{1,10}")) {
      throw new BadRequestResponse(
          name + ": give the draft as Markdown (.md), Word (.docx) or text (.txt).");
    }
    byte[] content = ctx.bodyInputStream().readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new ContentTooLargeResponse("A draft of more than 20 MB is not taken.");
    }
    ctx.status(HttpStatus.CREATED).header("Location", "/check/" + keep(name, content));
  }

  private Optional<Draft> find(String id) {
    return drafts.find(draft -> draft.id().equals(id));
  }

  private String keep(String name, byte[] content) {
    Draft draft = new Draft(desk.tools(), name, content);
    if (find(draft.id()).isEmpty()) {
      drafts.add(draft).forEach(desk::forget);
    }
    return draft.id();
  }

  private void checked(Context ctx) {
    Draft draft =
        find(ctx.pathParam("draft"))
            .orElseThrow(() ->
                new NotFoundResponse(
                    "This draft is held no more: drafts are not kept in the case. Check it again."));
    pages.show(
        ctx,
        "checked.jte",
        draft.name(),
        "check",
        DraftPage.of(
            draft,
            desk.workedAlone(draft),
            Requested.query(ctx, "only").equals("findings"),
            Requested.number(ctx.queryParam("page"), 1)));
  }
}
