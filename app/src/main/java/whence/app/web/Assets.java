package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What pages load beside themselves, all of it in the program and the same for everybody.
final class Assets implements Part {
  static final String AT = "/assets/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  private static final String PDFJS = WEBJARS + "pdfjs-dist/4.10.38/";

  /// Another program may hold other files under the same names.
  private final String version = "\"" + UUID.randomUUID() + "\"";

  private record Asset(String type, URL content) {}

  private final Map<String, Asset> assets = new HashMap<>();

  Assets() {
    add("icon.svg", "image/svg+xml", "icon.svg");
    style("workbench.css");
    script("workbench.js");
    style("document.css");
    style("search.css");
    style("report.css");
    script("report.js");
    style("inquiry.css");
    style("claim.css");
    style("clocks.css");
    style("knowledge.css");
    style("timeline.css");
    style("network.css");
    script("arrivals.js");
    script("keys.js");
    script("live.js");
    script("merge.js");
    script("theme.js");
    script("document.js");
    script("check.js");
    script("claim.js");
    script("clocks.js");
    script("timeline.js");
    script("network.js");
    script("d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js");
    script("cytoscape.js", WEBJARS + "cytoscape/3.33.1/dist/cytoscape.esm.min.mjs");
    script("pages.js");
    script("pdffile.js");
    script("pdf.js", PDFJS + "build/pdf.min.mjs");
    script("pdf.worker.js", PDFJS + "build/pdf.worker.min.mjs");
    script("htmx.js", WEBJARS + "htmx.org/2.0.4/dist/htmx.min.js");
  }

  private void style(String name) {
    add(name, "text/css; charset=utf-8", name);
  }

  private void script(String name) {
    script(name, name);
  }

  private void script(String name, String resource) {
    add(name, "text/javascript; charset=utf-8", resource);
  }

  private void add(String name, String type, String resource) {
    assets.put(
        name,
        new Asset(
            type,
            Objects.requireNonNull(
                Assets.class.getResource(resource), resource + " is missing from the program")));
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get(AT + "{name}", this::serve);
    routes.get(AT + "cmaps/{name}", ctx -> resource(ctx, "cmaps/"));
    routes.get(AT + "standard_fonts/{name}", ctx -> resource(ctx, "standard_fonts/"));
  }

  /// What PDFs that bring no fonts of their own are drawn with.
  private void resource(Context ctx, String folder) throws IOException {
    String name = ctx.pathParam("name");
    URL resource =
        name.matches("[A-Za-z0-9_-]{1,60}\\.[a-z]{3,5}")
            ? Assets.class.getResource(PDFJS + folder + name)
            : null;
    if (resource == null) {
      throw new NotFoundResponse("There is no such file.");
    }
    if (!isKnown(ctx)) {
      ctx.contentType("application/octet-stream").result(resource.openStream());
    }
  }

  /// Whether the browser has it already.
  private boolean isKnown(Context ctx) {
    ctx.header("Cache-Control", "no-cache").header("ETag", version);
    boolean known = version.equals(ctx.header("If-None-Match"));
    if (known) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    }
    return known;
  }

  private void serve(Context ctx) throws IOException {
    Asset asset = assets.get(ctx.pathParam("name"));
    if (asset == null) {
      throw new NotFoundResponse("There is no such file.");
    }
    if (!isKnown(ctx)) {
      ctx.contentType(asset.type()).result(asset.content().openStream());
    }
  }
}
