package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import whence.app.report.CheckedPage;
import whence.ask.check.Checked;
import whence.model.WhenceException;

/// Drafts held against the record. They are not taken into the case: the latest are kept while the
/// workbench is open.
final class CheckPart implements Part {
  private static final int KEPT = 8;
  private static final String TEXT = "draft.md";

  private final Desk desk;
  private final Pages pages;
  private final Map<Integer, CheckedPage.Model> checked = new LinkedHashMap<>();
  private int number;

  CheckPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/check", ctx -> pages.show(ctx, "check.jte", "Check a draft", "check", earlier()));
    routes.post("/check", this::pasted);
    routes.put("/check", this::file);
    routes.get("/check/{number}", this::show);
  }

  private synchronized Map<Integer, CheckedPage.Model> earlier() {
    return new LinkedHashMap<>(checked);
  }

  private void pasted(Context ctx) throws IOException {
    String draft = Requested.text(ctx, "draft");
    Path folder = Files.createTempDirectory(desk.tools().folder(), "draft");
    try {
      Path file = Files.writeString(folder.resolve(TEXT), draft);
      Requested.back(ctx, "/check/" + check(file, "pasted text"));
    } finally {
      delete(folder);
    }
  }

  /// A file's bytes as the body; its name tells its format.
  private void file(Context ctx) throws IOException {
    String name = Requested.query(ctx, "path");
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot);
    if (!extension.matches("\\.[A-Za-z0-9]{1,10}")) {
      throw new BadRequestResponse(
          name + ": give the draft as Markdown (.md), Word (.docx) or text (.txt).");
    }
    Path folder = Files.createTempDirectory(desk.tools().folder(), "draft");
    try (InputStream bytes = ctx.bodyInputStream()) {
      Path file = folder.resolve("draft" + extension);
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      ctx.status(HttpStatus.CREATED).header("Location", "/check/" + check(file, name));
    } finally {
      delete(folder);
    }
  }

  private int check(Path file, String name) {
    Snapshot at = desk.now();
    Checked found = desk.tools().check(at.view(), at.weighing(), file);
    if (found.sentences().isEmpty()) {
      throw new WhenceException(
          name + ": holds no sentence to check; see that it is the draft that you mean");
    }
    CheckedPage.Model model = CheckedPage.of(desk.tools().program(), name, found, at.view());
    synchronized (this) {
      number++;
      checked.put(number, model);
      if (checked.size() > KEPT) {
        checked.remove(checked.keySet().iterator().next());
      }
      return number;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private void show(Context ctx) {
    int wanted = Requested.number(ctx.pathParam("number"));
    CheckedPage.Model model = earlier().get(wanted);
    if (model == null) {
      throw new NotFoundResponse("This check is kept no more; check the draft again.");
    }
    pages.show(ctx, "checked.jte", model.draft() + ", checked", "check", model);
  }
}
