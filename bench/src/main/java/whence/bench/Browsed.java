package whence.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The workbench in the system's own Chromium, headless, as a visitor who is in already.
final class Browsed implements AutoCloseable {
  private static final int WIDE = 1280;
  private static final int HIGH = 800;
  private static final double PATIENCE = 120_000;

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final String base;

  private Browsed(Path chromium, Visitor visitor) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--disable-background-networking", "--disable-gpu", "--no-sandbox")));
    BrowserContext session =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDE, HIGH));
    session.addCookies(
        List.of(
            new Cookie(visitor.cookie().getName(), visitor.cookie().getValue())
                .setUrl(visitor.base())));
    session.setDefaultTimeout(PATIENCE);
    this.page = session.newPage();
    this.base = visitor.base();
  }

  /// Empty where the system has none.
  static Optional<Browsed> by(Visitor visitor) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(chromium -> new Browsed(chromium, visitor));
  }

  /// Milliseconds from going to a page until it is loaded with its scripts and drawn once.
  double millis(String path) {
    page.navigate("about:blank");
    long start = System.nanoTime();
    page.navigate(base + path);
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    return (System.nanoTime() - start) / 1e6;
  }

  /// Milliseconds from going to a page until something of it is there.
  double millisUntil(String path, String selector) {
    page.navigate("about:blank");
    long start = System.nanoTime();
    page.navigate(base + path);
    page.locator(selector)
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return (System.nanoTime() - start) / 1e6;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
