package whence.app.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What pages load beside themselves, all of it in the program.
final class Assets {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js";

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, byte[]> bytes = new HashMap<>();

  Assets() {
    add("workbench.css", "text/css; charset=utf-8", "workbench.css");
    add("workbench.js", "text/javascript; charset=utf-8", "workbench.js");
    add("htmx.js", "text/javascript; charset=utf-8", HTMX);
  }

  private void add(String name, String type, String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      types.put(name, type);
      bytes.put(
          name,
          Objects.requireNonNull(in, resource + " is missing from the program").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void serve(Context ctx) {
    String type = types.get(ctx.pathParam("name"));
    byte[] content = bytes.get(ctx.pathParam("name"));
    if (type == null || content == null) {
      throw new NotFoundResponse("There is no such file.");
    }
    ctx.contentType(type).result(content);
  }
}
