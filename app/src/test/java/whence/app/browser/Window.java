package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One person's window on the workbench. Whatever a page does that none may do is kept, and fails
/// the test when the window closes.
final class Window implements AutoCloseable {
  static final int WIDE = 1280;
  static final int TABLET = 820;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
  private static final int WIDE_HIGH = 800;
  private static final int TABLET_HIGH = 1180;

  private final BrowserContext session;
  private final Page page;
  private final String base;
  private final List<String> wrongs = new ArrayList<>();

  Window(Served served) {
    this(served, new com.microsoft.playwright.Browser.NewContextOptions());
  }

  Window(Served served, com.microsoft.playwright.Browser.NewContextOptions options) {
    String address = served.address();
    this.base = address.substring(0, address.indexOf("/enter"));
    this.session = Chromium.browser().newContext(options.setViewportSize(WIDE, WIDE_HIGH));
    session.setDefaultTimeout(Chromium.PATIENCE);
    this.page = session.newPage();
    page.onDialog(dialog -> {
      wrongs.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.onPageError(error -> wrongs.add("error in a script: " + error));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("the server responded with")) {
        wrongs.add("console: " + message.text());
      }
    });
    session.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(base + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
        wrongs.add("a request left for " + url);
      }
    });
    page.navigate(address);
    page.waitForURL(base + "/");
  }

  Page page() {
    return page;
  }

  /// Opens an address of the workbench.
  Response open(String path) {
    return page.navigate(base + path);
  }

  /// The address of the first document whose path or title holds some words.
  String document(String words) {
    open("/documents");
    return find("tr")
        .filter(new Locator.FilterOptions().setHasText(words))
        .locator("a[href^='/documents/']")
        .first()
        .getAttribute("href");
  }

  /// What the address bar shows, without the host.
  String path() {
    return page.url().substring(base.length());
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /// Waits for an address.
  void at(String pattern) {
    page.waitForURL(Pattern.compile(Pattern.quote(base) + pattern));
  }

  /// Waits until nothing is awaited any more.
  void settle() {
    assertThat(find("[data-awaits]")).hasCount(0);
  }

  void theme(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  void wide(int width) {
    page.setViewportSize(width, width == WIDE ? WIDE_HIGH : TABLET_HIGH);
  }

  /// Keeps a picture of what is seen.
  void shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    session.close();
    assertEquals(List.of(), wrongs);
  }
}
