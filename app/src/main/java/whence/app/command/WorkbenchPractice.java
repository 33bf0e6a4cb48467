package whence.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.app.web.Desk;
import whence.app.web.Listening;
import whence.app.web.Workbench;
import whence.guard.Purpose;
import whence.store.CaseStore;

/// Goes once through the workbench's pages, on loopback, for making the AOT cache.
final class WorkbenchPractice {
  private static final List<String> PAGES =
      List.of("/", "/documents", "/claims", "/review", "/timeline", "/decisions", "/search");
  private static final List<Pattern> LINKS =
      List.of(
          Pattern.compile("\"(/documents/[0-9a-f]{64})\""), Pattern.compile("\"(/claims/\\w+)\""));

  private final String base;
  private final String cookie;

  private WorkbenchPractice(String base, String cookie) {
    this.base = base;
    this.cookie = cookie;
  }

  static void run(Parts parts, Path folder) {
    InstantSource clock = InstantSource.system();
    try (CaseStore store = parts.openOrCreate(folder);
        Workbench workbench =
            new Workbench(
                "practice",
                new Desk(
                    store,
                    new Purpose("nobody", "serve"),
                    clock,
                    parts.program(),
                    new ServeTools(parts, folder, store, clock),
                    _ -> {}),
                Listening.onLoopback(0),
                _ -> {})) {
      String address = workbench.address();
      HttpURLConnection entrance = open(address, "");
      String cookie = entrance.getHeaderField("Set-Cookie");
      read(entrance);
      WorkbenchPractice practice =
          new WorkbenchPractice(
              address.substring(0, address.indexOf("/enter")),
              cookie.substring(0, cookie.indexOf(';')));
      StringBuilder all = new StringBuilder();
      PAGES.forEach(page -> all.append(practice.page(page)));
      for (Pattern link : LINKS) {
        Matcher found = link.matcher(all);
        if (found.find()) {
          practice.page(found.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(String path) {
    try {
      return read(open(base + path, cookie));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpURLConnection open(String address, String cookie) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setRequestProperty("Cookie", cookie);
    return connection;
  }

  private static String read(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
