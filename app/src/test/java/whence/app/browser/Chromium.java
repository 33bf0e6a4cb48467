package whence.app.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The system's own browser, headless, one for all tests. Nothing is downloaded.
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /// Milliseconds that a page may take on a busy machine.
  static final double PATIENCE = 30_000;

  private static final Path ON_MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private static @Nullable Browser browser;

  private Chromium() {}

  /// Where there is none, tests are skipped; on CI they fail.
  static synchronized Browser browser() {
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program())
                      .setHeadless(true)
                      .setArgs(
                          List.of(
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-gpu",
                              "--no-first-run",
                              "--no-sandbox")));
    }
    return browser;
  }

  private static Path program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            NAMES.stream()
                .flatMap(
                    name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name))),
            Stream.of(ON_MAC))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> {
          String missing = "there is no Chromium to test with (apt-get install chromium)";
          return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
        });
  }
}
